"""One person's stay in a group: how it begins, goes on and ends."""
