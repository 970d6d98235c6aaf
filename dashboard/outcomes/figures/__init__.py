"""The figures of each page, built from courses."""
