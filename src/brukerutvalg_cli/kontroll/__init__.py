"""The built-in checks: what must hold whatever the mandate says. tabell.py lists them, one file each."""
