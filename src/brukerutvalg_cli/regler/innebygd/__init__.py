"""The built-in checks: what must hold whatever the mandate says. One file each, listed in tabell.py."""
