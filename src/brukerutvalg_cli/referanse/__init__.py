"""The reference that follows from the code: every page and schema as text. Values in, text out."""
