"""Figures of people, groups and the practice, built from what the caseload says."""
