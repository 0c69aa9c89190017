"""Word files we write: a draft, a comparison, the sheet to sign."""
