"""Feilene: some thirty mistakes that people make, each as a change of a shipped file."""

from __future__ import annotations

from typing import NamedTuple

UTVALG = "records/utvalg/nav-vestland"
MOETE = f"{UTVALG}/moeter/2022-11-16.yaml"
PERSON = f"{UTVALG}/medlemmer/kari-nordmann.yaml"
HENDELSER = f"{UTVALG}/hendelser.yaml"
SELV = f"{UTVALG}/utvalg.yaml"
REGLER = "records/regelverk/nav-vestland-2019.yaml"

_BEKREFTET = "    regel: bekreftelse\n    av: utvalget\n"
_LEDER = "{verv: leder, fra: 2023-01-01"
_PLAN = "hva: moeteplan\n  dato: 2022-11-16"


class Feil(NamedTuple):
    """What stood there and what somebody wrote instead."""

    navn: str
    path: str
    riktig: str
    galt: str


FEILENE = (
    Feil("misspelt key", MOETE, "status: avholdt", "statuss: avholdt"),
    Feil("key that is none", MOETE, "status: avholdt", "status: avholdt\npapirer: sendt"),
    Feil("key with ø", MOETE, "moeteleder: ukjent", "møteleder: ukjent"),
    Feil("key with å", PERSON, "    fra: ukjent", "    frå: ukjent"),
    Feil("misspelt word", MOETE, "form: ukjent", "form: fysiskt"),
    Feil("word in nynorsk", MOETE, "status: avholdt", "status: halde"),
    Feil("30 February", SELV, "registrert_til: 2022-12-31", "registrert_til: 2022-02-30"),
    Feil("29 February of no leap year", PERSON, _LEDER, "{verv: leder, fra: 2023-02-29"),
    Feil("day as people write it", HENDELSER, _PLAN, "hva: moeteplan\n  dato: 16.11.2022"),
    Feil("day with a time", HENDELSER, _PLAN, "hva: moeteplan\n  dato: 2022-11-16 12:00"),
    Feil("25:00", MOETE, "tid: ukjent", "tid: 25:00"),
    Feil("25.00, a number", MOETE, "tid: ukjent", "tid: 25.00"),
    Feil("12.75, a number", MOETE, "tid: ukjent", "tid: 12.75"),
    Feil("time with kl.", MOETE, "tid: ukjent", "tid: kl. 12.15"),
    Feil("ukjent as a status", MOETE, "status: avholdt", "status: ukjent"),
    Feil("ukjent as an office", PERSON, "verv: medlem", "verv: ukjent"),
    Feil("ukjent as the day of a meeting", MOETE, "dato: 2022-11-16\n", "dato: ukjent\n"),
    Feil("no for nei", MOETE, "enstemmig: ja", "enstemmig: no"),
    Feil("true for ja", MOETE, "enstemmig: ja", "enstemmig: true"),
    Feil("Ja with a capital", MOETE, "enstemmig: ja", "enstemmig: Ja"),
    Feil("word for a number", REGLER, "minst: 1\n", "minst: én\n"),
    Feil("number below zero", REGLER, "minst: 1\n", "minst: -1\n"),
    Feil("list where one is", MOETE, "status: avholdt", "status: [avholdt]"),
    Feil("unknown list where one is", MOETE, "form: ukjent", "form: [ukjent]"),
    Feil("one where a list is", MOETE, "    oppfoelging:\n      - hva", "    oppfoelging:\n        hva"),
    Feil("keys where a text is", MOETE, "tittel: Møtekalender for 2023", "tittel: {nn: Møtekalender}"),
    Feil("missing key of a file", SELV, "nivaa: fylke\n", ""),
    Feil("missing key of a record", PERSON, "  - verv: medlem\n    fra: ukjent\n", "  - verv: medlem\n"),
    Feil("nothing behind a key", MOETE, "status: avholdt", "status:"),
    Feil("ukjent that is assumed", PERSON, "side: {antatt: bruker}", "side: {antatt: ukjent}"),
    Feil("strength that is none", REGLER, "styrke: skal", "styrke: må"),
    Feil("wrong kind of rule", REGLER, "regel: hyppighet", "regel: hyppigheit"),
    Feil("key of another kind", REGLER, "regel: hyppighet\n", "regel: hyppighet\n    senest: 10 dager\n"),
    Feil("demand of nothing", REGLER, _BEKREFTET, "    regel: krav\n    skal_ha: {aapent: ja}\n"),
    Feil(
        "demand of what is elsewhere",
        REGLER,
        _BEKREFTET,
        "    regel: krav\n    hver: moete\n    skal_ha: {fullmakt: ja}\n",
    ),
    Feil(
        "key as it was written before",
        REGLER,
        _BEKREFTET,
        "    regel: krav\n    hver: moete\n    skal_ha: {sakliste_godkjent_av: foert}\n",
    ),
)
