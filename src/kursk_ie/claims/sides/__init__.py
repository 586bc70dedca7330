"""Who does it and to whom: the sides of an event."""
