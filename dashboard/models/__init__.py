"""What we remember: tables, one file a family."""
