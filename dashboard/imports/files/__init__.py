"""From the bytes of a file to a table: encodings, delimiters, and files that are no table."""
