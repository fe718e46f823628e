"""Gitfeil: what git would not do, in Norwegian and with what helps. Git is asked in English, and known by its words."""

from __future__ import annotations

import re

KJENTE: tuple[tuple[str, str], ...] = (
    (
        r"tell me who you are|empty ident|no (?:email|name) was given|auto-detect (?:email|name)",
        "git vet ikke hvem du er. Skriv «git config user.name» og «git config user.email» med navnet ditt og adressen",
    ),
    (
        r"dubious ownership(?:.*--add safe\.directory (?P<mappe>\S.*))?",
        "mappen eies av en annen enn deg, så git rører den ikke. Stoler du på den som eier den, skriver du "
        "«git config --global --add safe.directory {mappe}»",
    ),
    (
        r"\.lock'?: File exists|Another git process",
        "noe annet bruker git akkurat nå, eller ble avbrutt (.git/index.lock). Vent litt; er det ingenting som "
        "kjører, sletter du filen",
    ),
    (
        r"during a (?:merge|cherry-pick|rebase|revert)",
        "en fletting (merge), rebase eller cherry-pick er ikke ferdig. Gjør den ferdig først",
    ),
    (
        r"unmerged files|needs merge|is unmerged",
        "noen av filene har konflikter som ikke er løst. Løs dem, og legg dem til med «git add»",
    ),
    (
        r"failed to sign|signing failed|cannot run gpg|gpg: signing",
        "git får ikke signert commiten, slik den er satt opp til. Se over nøkkelen, eller slå det av her med "
        "«git config commit.gpgsign false»",
    ),
    (
        r"ignored by one of your \.gitignore",
        "git er satt opp til å overse filene. Ta dem ut av .gitignore",
    ),
    (
        r"is in submodule '?(?P<mappe>[^'\s]+)",
        "{mappe} er et git-lager for seg selv (submodule). Lagre i det: «git -C {mappe} add --all» og "
        "«git -C {mappe} commit»",
    ),
    (
        r"is outside repository|beyond a symbolic link",
        "en av filene ligger bak en lenke som fører ut av git-lageret, og git lagrer ikke det som er der",
    ),
    (
        r"must be run in a work tree|Invalid path.*core\.worktree|cannot chdir to",
        "git-lageret er satt til å ha filene sine et annet sted (core.worktree). Er det feil, skriver du "
        "«git config --unset core.worktree»",
    ),
    (
        r"outside of your sparse-checkout",
        "filene ligger utenfor det git henter ut her (sparse-checkout). Ta dem med: «git sparse-checkout add records»",
    ),
    (
        r"nothing to commit|nothing added to commit|no changes added",
        "det er ingenting å lagre, for filene er slik de var i siste commit",
    ),
    (r"No space left|Disk quota", "disken er full"),
    (
        r"Permission denied|Read-only file system|insufficient permission",
        "git får ikke skrive i .git: du har ikke lov til det, eller disken kan bare leses",
    ),
    (
        r"not a git repository",
        "registeret ligger ikke i et git-lager. Lag et med «brukerutvalg doctor --rett»",
    ),
)
"""Words of git's, and the sentence."""
MEST = 400
"""Characters of what somebody else wrote."""


def i_ord(ut: str, feil: str, *, commit: bool = False) -> str:
    """What git said on its two streams. `commit`: where a hook may have had the word instead of git."""
    if commit and feil.strip() and not re.search(r"^(fatal|error): |^\*\*\* Please", feil, re.M):
        return (
            f"en krok (hook) i git sa nei: «{vist(feil)}». Rett det den sier, eller lagre selv med "
            "«git commit --no-verify»"
        )
    text = " ".join(f"{feil} {ut}".split())
    for pattern, sentence in KJENTE:
        if found := re.search(pattern, text):
            return sentence.format_map(
                {"mappe": ".", **{k: vist(v) for k, v in found.groupdict().items() if v}}
            )
    return f"git sier: {vist(text)}"


def vist(text: str) -> str:
    """What somebody else wrote as one line that is safe on a terminal, and not without end."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= MEST else f"{line[:MEST]} …"
