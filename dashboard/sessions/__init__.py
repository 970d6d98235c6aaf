"""The session page: run a session, close it, sign it."""
