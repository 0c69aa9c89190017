"""What a sentence states, and where that stands in what the model was given."""
