"""Figures, places and dates of an event."""
