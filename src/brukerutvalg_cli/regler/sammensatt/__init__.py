"""The occasions on which a composition is judged: an election, a meeting, a round, and any day."""
