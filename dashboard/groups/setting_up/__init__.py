"""Setting a group up: what is agreed for it, and who runs it."""
