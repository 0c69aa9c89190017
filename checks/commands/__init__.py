"""The commands of ``chithi`` that need no drafting, and what they share: words of a command line, files, processes."""
