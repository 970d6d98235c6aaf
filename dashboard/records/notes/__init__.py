"""Notes as they are signed, and the private ones."""
