"""The practice's own pages: settings, accounts, licenses, closures, and the trail."""
