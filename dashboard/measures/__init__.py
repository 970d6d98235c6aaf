"""Measures: how a score is made, a practice's own, and assessments entered by hand."""
