"""The officer's own Word file, given back with tracked changes and comments and nothing else touched."""

AUTHOR = "chithi"
"""Who makes the changes and comments, as Word shows it."""
