"""Taking attendance and outcomes out: seen in numbers first, written down with a checksum."""
