"""Read conflict news and say who claims what."""
