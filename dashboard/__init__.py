"""Groupwork: a dashboard for licensed therapists who run weekly therapy groups."""
