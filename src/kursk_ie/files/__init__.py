"""The file layer: reading articles from files and writing extractions to them."""
