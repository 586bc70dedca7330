"""What the text says of the truth of its claims, and which events it speaks of."""
