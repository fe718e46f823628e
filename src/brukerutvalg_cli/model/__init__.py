"""The records as values: what is written in the files, and the facts that follow from it. No I/O, no rules.

What a council asks of others (`Register.andre`, `Utvalg.underordnede`) is a question it was given with it: `register/`
answers, and may read a file to do so.
"""
