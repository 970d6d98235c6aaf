"""Every step that the tables have taken."""
