"""Hurtiglager: the verdicts that are kept, so that what has not changed is not judged again. Never trusted blindly."""
