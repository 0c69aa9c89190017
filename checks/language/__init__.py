"""Vietnamese spelling in context: tokens, syllables, the phrases of the genre."""
