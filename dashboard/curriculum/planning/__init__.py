"""Planning a cycle: from a preset, or week by week."""
