"""What an officer fills in, pastes or uploads becomes a request."""
