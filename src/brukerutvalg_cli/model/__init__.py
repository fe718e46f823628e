"""The records as values: what is written in the files, and the facts that follow from it. No I/O, no rules."""
