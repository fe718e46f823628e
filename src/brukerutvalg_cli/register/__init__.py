"""Files in, records out: where files come from, what they say, and where in them each thing stands."""
