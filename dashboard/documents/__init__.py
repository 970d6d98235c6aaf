"""Papers and files that leave the practice: sign-in sheets, whole records, FHIR bundles."""
