"""Looking over tables that a user adds to those of models/."""
