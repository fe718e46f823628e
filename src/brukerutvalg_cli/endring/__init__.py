"""The way back to the files: a change in values, a text with only that changed, and bytes on disk or none."""
