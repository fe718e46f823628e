"""Minne: what two readings of the records differ by, who is who in them, and how it is told. Pure: git is elsewhere."""
