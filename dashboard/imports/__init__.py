"""Bringing in files: read, shown row by row, and written only when all of it can be."""
