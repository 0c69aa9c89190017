"""What an office says of its own: configuration, words, waivers, what was known before; and what these set aside."""
