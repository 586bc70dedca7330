"""Pages for people: articles with their marks, the ledger, a timeline and a map in one HTML file."""
