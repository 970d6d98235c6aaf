"""The practice's settings and closures, the accounts and licenses of those who work there."""
