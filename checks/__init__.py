"""The checker: what an administrative document must be before it is issued. Standard library only."""
