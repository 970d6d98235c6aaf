"""Check-ins: made, sent, opened by a private link, answered, finished."""
