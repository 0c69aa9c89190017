"""The pages of the app: read widgets, call one function, show the result."""
