"""What a text states: figures, dates, periods, citations, targets."""
