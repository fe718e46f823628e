"""eget-vedtak – et vedtak binder bare det utvalget som har gjort det.

Hvorfor
    Et regelverk av typen «vedtak» er noe utvalget selv har bestemt: hvem som kalles inn, når
    papirene går ut. Et annet utvalg er ikke bundet av det før det har gjort det samme vedtaket.

Slik retter du
    Skriv utvalget under «utvalg» i regelverket, eller ta regelverket ut av lista i utvalg.yaml.

Galt
    regelverk/vedtak-2022: {type: vedtak, utvalg: et-annet-utvalg, bestemmelser: []}
    utvalg: {regelverk: [{id: vedtak-2022, fra: 2022-01-01}]}

Riktig
    regelverk/vedtak-2022: {type: vedtak, utvalg: utvalget, bestemmelser: []}
    utvalg: {regelverk: [{id: vedtak-2022, fra: 2022-01-01}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.ord.i_ord import Her, omtalt

KODE, NAVN = "BU205", "eget-vedtak"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each standing decision that a council lists and has not made."""
    for mappe in register.mapper.values():
        for nr, entry in enumerate(mappe.utvalg.regelverk):
            rules_ = regelverk.get(entry.id)
            if rules_ and rules_.type == "vedtak" and rules_.utvalg not in (None, mappe.id):
                whose = omtalt(rules_.utvalg or "", Her(mappe, register))
                yield funn(
                    KODE,
                    NAVN,
                    f"{entry.id} er et vedtak i {whose}, og binder ikke dette utvalget",
                    mappe.utvalg.at("regelverk", nr, "id"),
                    utvalg=mappe.id,
                    emne=entry.id,
                    help="ta det ut av lista, eller la utvalget gjøre et eget vedtak",
                    related=(Related(rules_.at("utvalg"), "utvalget som har gjort vedtaket"),),
                )


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each standing decision that says of no council whose it is."""
    for rules in regelverk.values():
        if rules.type == "vedtak" and rules.utvalg is None:
            text = "vedtaket sier ikke hvilket utvalg som har gjort det"
            help = "skriv «utvalg» og navnet på utvalgets mappe"
            yield funn(KODE, NAVN, text, rules.at("type"), emne="utvalg", help=help)


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter, om_alle=om_alle)
