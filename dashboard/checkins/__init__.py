"""Check-ins: two minutes of questions before a session, by a private link, without an account."""
