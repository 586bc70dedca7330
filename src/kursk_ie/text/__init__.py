"""The text layer: words, sections of a page, sentences, clauses, quotations, and the tables of knowledge."""
