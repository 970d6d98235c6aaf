"""Rules about missed sessions in plain words, and what a person decides when one is reached."""
