"""How counted outcomes are said: rounding, small numbers, sentences, reference lines."""
