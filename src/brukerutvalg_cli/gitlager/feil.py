"""Feil: what git would not do, in Norwegian and with what helps. Git is asked in English, and known by its words.

The sentences are for somebody who has never heard of git: its own words are only in a command to copy, or in
parentheses for those who know them.
"""

from __future__ import annotations

import re

UKJENT_NAVN = (
    "git vet ikke hvem du er. Si det, og lagre alt: «brukerutvalg lagre --ditt-navn NAVN --din-epost ADRESSE»"
)
KJENTE: tuple[tuple[str, str], ...] = (
    (
        r"tell me who you are|empty ident|no (?:email|name) was given|auto-detect (?:email|name)",
        UKJENT_NAVN,
    ),
    (
        r"dubious ownership(?:.*--add safe\.directory (?P<mappe>\S.*))?",
        "mappa eies av en annen enn deg, så git rører den ikke. Stoler du på den som eier den, skriver du "
        "«git config --global --add safe.directory {mappe}»",
    ),
    (
        r"\.lock'?: File exists|Another git process",
        "noe annet bruker git akkurat nå, eller ble avbrutt (.git/index.lock). Vent litt; er det ingenting som "
        "kjører, sletter du fila",
    ),
    (
        r"during a (?:merge|cherry-pick|rebase|revert)",
        "git er midt i noe annet (merge, rebase eller cherry-pick). Gjør det ferdig først",
    ),
    (
        r"unmerged files|needs merge|is unmerged",
        "noen av filene har konflikter som ikke er løst. Løs dem, og legg dem til med «git add»",
    ),
    (
        r"failed to sign|signing failed|cannot run gpg|gpg: signing",
        "git får ikke signert endringen, slik det er satt opp til. Se over nøkkelen, eller slå det av her med "
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
        "det er ingenting å lagre, for filene er slik de sist ble lagret",
    ),
    (r"No space left|Disk quota", "disken er full"),
    (
        r"Permission denied|Read-only file system|insufficient permission",
        "git får ikke skrive i .git: du har ikke lov til det, eller disken kan bare leses",
    ),
    (
        r"could not fetch .*promisor|lazy fetching disabled",
        "git har ikke hentet alt som er lagret, hit (partial clone). Lag en kopi av git-lageret uten «--filter»",
    ),
    (
        r"not a git repository",
        "registeret ligger ikke i et git-lager. Lag et med «brukerutvalg doctor --rett»",
    ),
)
"""Words of git's, and the sentence."""
HENT = "git pull --no-rebase --no-edit"
"""Brings what others have shared, and puts it together with one's own."""
VED_DELING: tuple[tuple[str, str], ...] = (
    (
        r"fetch first|non-fast-forward|remote contains work|tip of your current branch is behind|stale info",
        "noen andre har delt noe som du ikke har. Hent det med «"
        + HENT
        + "», og skriv «brukerutvalg del» en gang til",
    ),
    (
        r"refusing to update checked out branch",
        "mottakeren er en mappe som noen arbeider i, og tar ikke imot. Del til et lager uten filer (lag det med "
        "«git init --bare MAPPE»)",
    ),
    (
        r"protected branch|GH006|pre-receive hook declined|update hook declined|hook declined",
        "mottakeren tok ikke imot, for den har egne regler for hva som kan deles. Spør den som steller med den: "
        "{alt}",
    ),
    (
        r"terminal prompts disabled|could not read (?:Username|Password)|Authentication failed|Permission denied|"
        r"Invalid username|HTTP Basic: Access denied|returned error: 40[13]|Host key verification failed",
        "mottakeren kjente deg ikke igjen, eller du har ikke lov til å dele dit. Skriv «git push» og svar på det git "
        "spør om, eller be om tilgang av den som steller med mottakeren",
    ),
    (
        r"Could not resolve host|Couldn't connect|Failed to connect|Connection (?:refused|timed out|reset)|"
        r"Network is unreachable|timed out|No route to host|unable to access.*(?:SSL|TLS)",
        "mottakeren svarte ikke. Se om du er på nett (og på hjemmekontor-tilkoblingen, om den trengs), og prøv igjen. "
        "Det du har lagret, ligger trygt her",
    ),
    (
        r"does not appear to be a git repository|[Rr]epository.*not found|returned error: 404|"
        r"No such file or directory|does not exist",
        "mottakeren finnes ikke der den skal være. Se adressen med «git remote --verbose», og rett den med "
        "«git remote set-url NAVN ADRESSE»",
    ),
    (r"src refspec .* does not match any", "det er ingenting å dele ennå. Skriv «brukerutvalg lagre» først"),
)
"""The same, of what was to be sent to others."""
MEST = 400
"""Characters of what somebody else wrote."""


def i_ord(ut: str, feil: str, *, kommando: str = "") -> str:
    """What git said on its two streams. `kommando`: what it was asked to do, where a hook may have had the word."""
    if (
        kommando == "commit"
        and feil.strip()
        and not re.search(r"^(fatal|error): |^\*\*\* Please", feil, re.M)
    ):
        return (
            f"en krok (hook) i git sa nei: «{vist(feil)}». Rett det den sier, eller lagre selv med "
            "«git commit --no-verify»"
        )
    text = " ".join(f"{feil} {ut}".split())
    known = (*VED_DELING, *KJENTE) if kommando == "push" else KJENTE
    for pattern, sentence in known:
        if found := re.search(pattern, text):
            named = {k: vist(v) for k, v in found.groupdict().items() if v}
            return sentence.format_map({"mappe": ".", "alt": f"«{vist(text)}»", **named})
    return f"git sier: {vist(text)}"


def vist(text: str) -> str:
    """What somebody else wrote as one line that is safe on a terminal, without passwords, and not without end."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    line = re.sub(r"(?<=://)[^/\s@]+@", "", line)
    return line if len(line) <= MEST else f"{line[:MEST]} …"
