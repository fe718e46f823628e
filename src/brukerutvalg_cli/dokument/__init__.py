"""Documents: a meeting as the council's own notice or minutes, in Markdown and in the council's målform."""
