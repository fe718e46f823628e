"""The records as values: what is written in the files, and the facts that follow from it. No I/O, no rules.

What is asked of other councils (`Register.andre`, `Register.underordnede`) is a question that the register was made
with: `register/` answers, and may read a file to do so.
"""
