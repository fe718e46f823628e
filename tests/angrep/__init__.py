"""The attackers: odd input by the thousand, from a seed, so that what was found once is found again."""
