"""Files that are uploaded: kept sealed for a day, until somebody has looked and said yes."""
