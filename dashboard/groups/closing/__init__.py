"""Closing a group, and opening it again."""
