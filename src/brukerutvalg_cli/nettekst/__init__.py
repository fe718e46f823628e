"""The secretary's Markdown as the web has it: how it is read, and what of it a page of nav.no cannot say."""
