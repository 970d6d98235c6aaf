"""Today: who needs me, on one page."""
