"""`python -m brukerutvalg_cli`: the same as the command `brukerutvalg`."""

from brukerutvalg_cli.cli import main

main()
