"""One test of a record: which records a provision is about, and what they shall have, over the records' own keys."""
