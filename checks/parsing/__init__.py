"""A text becomes the parts of a ``Document``: lines, head, body, foot, headings, names."""
