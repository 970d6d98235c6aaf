"""Figures of who was there and what was taught."""
