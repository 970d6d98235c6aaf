"""What groups teach, and what each person has had of it."""
