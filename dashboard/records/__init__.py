"""What we write down: the verbs that more than one page needs, and the audit line of each."""
