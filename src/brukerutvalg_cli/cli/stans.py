"""What stops a command that was rightly given: the disk, somebody else who writes, what is on record already."""

from brukerutvalg_cli.cli.klikk import ClickException


class Stans(ClickException):
    """It cannot be done now. Exit 2, and no word of how the command is written: it was written right."""
