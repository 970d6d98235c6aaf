"""Whether one person's score changed, and what the change means."""
