"""What leaves the pages as plain data: tables, a classified file, the report."""
