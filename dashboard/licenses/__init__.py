"""Licenses held against where participants are, overridden with a reason, and reported."""
