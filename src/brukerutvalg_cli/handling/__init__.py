"""What a secretary does, as changes to the records: each takes the council and a draft, and writes in the draft."""
