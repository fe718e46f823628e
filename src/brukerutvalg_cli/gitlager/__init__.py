"""What we know of git and ask of it; nothing here judges, and only `kall` runs it."""
