"""What numbers mean: pure functions and frozen values. No Flask, no database, no clock."""
