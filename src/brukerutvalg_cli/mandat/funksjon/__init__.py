"""How long somebody may sit: one term by itself, terms on end, and the council's own period."""
