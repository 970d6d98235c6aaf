"""What became of many people, counted in ways that can be checked."""
