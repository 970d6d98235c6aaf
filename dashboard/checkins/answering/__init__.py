"""The participant's side: one private link, no account, nothing said before it is confirmed."""
