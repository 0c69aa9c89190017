"""A draft: composed, its sections written by a model, edited by its officer, kept, and read back from Word."""
