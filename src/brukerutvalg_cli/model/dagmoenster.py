"""Dagmønster: every day there can be in a record, as a pattern – for those who read our files by patterns alone."""

from __future__ import annotations

_AAR = "(19|20|21)[0-9]{2}"
_SKUDDAAR = "((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)"
_I_HVERT_AAR = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"

DAG = f"{_AAR}-({_I_HVERT_AAR})|{_SKUDDAAR}-02-29"
"""A day as `2026-02-09`, from the first year of the calendar to the last. Unanchored, and to be put in parentheses."""
