"""A text under review: what the officer decided about its findings, and every step back."""
