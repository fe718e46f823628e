"""Moeteplan: days for the meetings of a year – what the mandate wants, how many, where in the year."""
