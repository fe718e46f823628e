"""Programnavn: what the program is called on the command line."""

PROGRAM = "brukerutvalg"
COMPLETING = "_BRUKERUTVALG_COMPLETE"
"""By this variable the shell asks what can follow, instead of running a command."""
