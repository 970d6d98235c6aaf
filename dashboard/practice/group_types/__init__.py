"""The kinds of group that the practice offers, and what a new group of each starts from."""
