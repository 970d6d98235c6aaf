"""The report over courses of treatment: its counts, its parts, and the people behind a number."""
