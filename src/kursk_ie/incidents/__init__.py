"""Across articles: incidents, and the ledger of who gives which figure."""
