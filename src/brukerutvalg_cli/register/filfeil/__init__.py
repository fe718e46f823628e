"""Filfeil: what can be wrong with a file as such – a file per theme, and one table of them all.

The texts have the form of a rule's documentation: a first line with the name, then sections. `Galt`
and `Riktig` hold whole small files, and tests/register/test_parse.py reads them.
"""
