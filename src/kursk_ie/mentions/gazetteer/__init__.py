"""Tables of the places of the world: packed, looked up, built."""
