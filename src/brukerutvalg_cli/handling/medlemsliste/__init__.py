"""A list of people as a spreadsheet has it: its lines, what its headings mean, and whom it says to sit for what."""
