"""Flags: seen, judged and closed by a human."""
