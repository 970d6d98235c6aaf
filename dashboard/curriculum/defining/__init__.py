"""Curricula of the practice's own: defined, changed, given to kinds of group."""
