"""The verbs: one per file, or in the folder of their group."""
