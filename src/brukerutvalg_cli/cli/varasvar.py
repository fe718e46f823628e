"""Varasvar: a deputy as a verb is told of one – who, and whom they stand in for."""

from collections.abc import Callable


def vara_og_medlem(text: str, person: Callable[[str], str]) -> tuple[str, str]:
    """`VARA` or `VARA=MEDLEM`, each read as a person; no member where none was said."""
    from brukerutvalg_cli.cli.svar import svar

    deputy, _, member = text.partition("=")
    who = svar("--vara", deputy.strip(), "Hvem?", person)
    return who, svar("--vara", member.strip(), "Hvem?", person) if member else ""
