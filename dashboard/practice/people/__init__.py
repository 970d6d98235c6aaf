"""Who works here: accounts and licenses."""
