"""Fortsettelse: the commands that go on from a finding – to know more of it, to record that it was decided."""

from __future__ import annotations

from brukerutvalg_cli.funn.finding import Finding


def forklaringen(finding: Finding) -> str:
    """The command that tells more: of the provision in the council where it rests on one, else of the rule.

    With its rule set, it is never taken for a verv of the same name.
    """
    kilde = finding.kilde
    if not kilde or not finding.utvalg:
        return f"forklar {finding.name}"
    return f"forklar {finding.utvalg} {kilde.regelverk} {kilde.bestemmelse}"


def fravikskommando(finding: Finding) -> str:
    """The command that records what the council decided, where the help says that it may have. It mends nothing, and is
    never the next step."""
    decided = finding.kilde and finding.utvalg and "«avvik»" in finding.help
    return f"avvik ny {finding.utvalg} {finding.kilde.bestemmelse}" if finding.kilde and decided else ""
