"""Texts that notes are begun with: the practice's templates, phrases of one's own."""
