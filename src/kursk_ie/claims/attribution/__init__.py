"""Who says what: sources, cues, contents, relays and speakers."""
