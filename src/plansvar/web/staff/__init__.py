"""Adding and removing documents in the page, behind a login; never in public mode."""
