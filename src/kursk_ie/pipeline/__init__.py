"""The pipeline layer: spaCy components, loading, and the assembly of an extraction."""
