"""Every reading command in every format, with the names of one register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from angrep.registrene import Register

FORMATER = ("full", "enkel", "concise", "json", "github", "markdown")


def lesekommandoer(register: Register, ut: Path) -> Iterator[tuple[str, ...]]:
    """All of them. `ut` is a folder outside the register, for what is asked for in a file."""
    u, day = register.utvalg, ("--dato", register.dag)
    for form in FORMATER:
        yield ("valider", "--output-format", form, *day)
    yield ("--enkel", "valider", u, "--fail-on", "raad", *day)
    for verb in ("status", "frister", "valgbar"):
        yield (verb, u, *day)
        yield (verb, u, "--json", *day)
    for verb_of_two in (("vedtak", u), ("oppfoelging", "liste", u, "--alle", *day)):
        yield verb_of_two
        yield (*verb_of_two, "--json")
    for part in ((), ("folk",), ("moeter",), ("saker",), ("moete",)):
        yield ("vis", u, *part, *day)
        yield ("vis", u, *part, "--json", *day)
    yield ("status", *day)
    yield ("valgbar", *day)
    yield ("sjekk-valg", u, register.person, "--verv", "leder", *day)
    yield ("sjekk-valg", u, register.person, "--verv", "leder", "--fra", "2022-12-01", "--json", *day)
    for rest in ((), ("vis", register.regelverk), ("for", u)):
        yield ("regelverk", *rest, *day)
        yield ("regelverk", *rest, "--json", *day)
    for meeting in (*register.moeter, "neste"):
        for verb in ("innkalling", "referat"):
            yield (verb, u, meeting, *day)
            yield (verb, u, meeting, "--json", *day)
    yield ("innkalling", u, register.moeter[0], "-o", f"{ut}/i.html", "--ics", f"{ut}/m.ics", *day)
    yield ("referat", u, register.moeter[0], "-o", f"{ut}/r.txt", *day)
    yield ("moeteplan", u, str(int(register.dag[:4]) + 1), "--dry-run", *day)
    yield ("doctor",)
    yield ()
    yield ("forklar", "personvern")
    for what in ("leder", "redaksjonsraad", "medlem", "1/22", "4/22", "papirer", "raadet", "sakspapirer"):
        yield ("forklar", u, what, *day)
        yield ("forklar", u, what, "--json", *day)
    yield ("forklar", register.regelverk, "sakspapirer", *day)
    yield ("krok", *day)
