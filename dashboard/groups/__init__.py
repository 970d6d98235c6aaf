"""Groups: who meets when, who is in, and how the cycle goes."""
