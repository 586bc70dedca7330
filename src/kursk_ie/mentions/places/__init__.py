"""Place names in a text, and the place that each means."""
