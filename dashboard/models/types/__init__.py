"""Column types that mean the same on SQLite (STRICT tables) and PostgreSQL."""
