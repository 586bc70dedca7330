"""The mention layer: places, units, figures, dates and actors, each found by a function over `Tokens`."""
