"""The claim layer: who says so (attribution), what is known of its truth (verification), what happened (events)."""
