"""Which words tell an event: triggers, what they need around them, and their modality."""
