"""Valgord: the words that more than one place chooses between. A help page must not load the models to show them."""

NIVAAER = ("lokal", "omraade", "region", "fylke", "sentral", "ungdom")
"""The levels a council may be at; a register can have others."""
FORMER = ("fysisk", "digitalt", "hybrid")
"""How a meeting is held."""
