"""From triggers, sides and slots to events."""
