"""Notes after they are signed, and the author's private ones."""
