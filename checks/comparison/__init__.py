"""Two directives side by side: sections and targets paired, and what is left over from last year."""
