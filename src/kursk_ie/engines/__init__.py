"""Reading on clusters: one function from Arrow batches to Arrow batches, and a page for each engine that runs it."""
