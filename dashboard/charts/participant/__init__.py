"""Figures about one participant."""
