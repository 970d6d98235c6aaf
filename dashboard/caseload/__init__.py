"""What this viewer may read: every SELECT, with the viewer first."""
