"""Overviews that judge nothing anew: what binds a council, what an election would do, who may go on."""
