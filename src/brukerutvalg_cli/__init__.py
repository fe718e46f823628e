"""brukerutvalg: validates the records of Nav's user councils against their mandates and writes their documents."""

__version__ = "0.1.0"
