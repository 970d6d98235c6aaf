"""Large files: made while their page can be left, kept sealed for a day for who asked."""
