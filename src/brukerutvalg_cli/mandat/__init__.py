"""The mandate language: provisions as data that know how to check a council, and the rule sets they stand in."""
