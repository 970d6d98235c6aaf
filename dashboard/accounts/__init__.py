"""Signing in and out, one's own sign-ins and password."""
