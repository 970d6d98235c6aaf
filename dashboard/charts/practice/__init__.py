"""Figures over groups, cycles and time."""
