"""Figures about the people of one group."""
