"""`python -m brukerutvalg_cli`: the same as the command `brukerutvalg`."""

import sys

from brukerutvalg_cli.cli import main

sys.exit(main())
