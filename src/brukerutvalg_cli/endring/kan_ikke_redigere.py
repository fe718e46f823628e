"""KanIkkeRedigere: a file of YAML is written in a way that is not safely changed from here."""


class KanIkkeRedigere(Exception):
    """The text cannot be changed safely; the message says why, for the secretary."""
