"""Findings: what is wrong, where, and what answers for it."""
