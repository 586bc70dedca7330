"""Military units and their names."""
