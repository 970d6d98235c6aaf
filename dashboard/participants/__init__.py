"""The people: who they are, how they are doing, what is on record."""
