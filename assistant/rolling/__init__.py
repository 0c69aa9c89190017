"""From last year's wording to this year's: each module looks for one kind of thing that a year changes."""
