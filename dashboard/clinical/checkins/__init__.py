"""When a check-in is open, what it asks and in which order."""
