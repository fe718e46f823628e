"""Navneord: words of a provision that are names. The type of a field says what it may name."""

from __future__ import annotations

from typing import Annotated, get_args

from brukerutvalg_cli.mandat.verdier.hendt import EN_OG_FLERE, SAKER
from brukerutvalg_cli.mandat.verdier.moetets_dager import DAGER
from brukerutvalg_cli.model.hendelse import EGNE_SLAG
from brukerutvalg_cli.model.organisasjon import Organisasjonstype
from brukerutvalg_cli.model.slag import Nevner, Slag
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE

RELATIVE = ("eier", "overordnet", "ungdomsraad", "underordnede")
"""Names for what each council says of itself in utvalg.yaml; who is below it, the others say."""
FOLK = frozenset({"medlemmer", "varamedlemmer", "oppnevnte", "verv", "frammoette"})
"""What `blant` may be, beside a verv."""
ORD = frozenset({*RELATIVE, *FOLK, "organisasjon", "organisasjonene", "utvalget", "alle"})
"""What stands where a body may, and is none by that name."""

HENDELSER = frozenset({*DAGER, SAKER, *EN_OG_FLERE, *EGNE_SLAG})
"""What the language itself calls an event. Any other is a name of somebody's own."""
POSTER = frozenset(
    [
        "forfall",
        "hendelse",
        "medlem",
        "moete",
        "oppfoelging",
        "oppmoete",
        "oppnevning",
        "organisasjon",
        "permisjon",
        "person",
        "sak",
        "utvalg",
        "valg",
        "vedlegg",
        "vedtak",
    ]
)
"""The kinds of record. None of them is an event by that name, but for a meeting and a case where they are counted."""

_ORGAN = (Slag.ORGANISASJON, Slag.UTVALG)
_HVEM = (Slag.VERV, Slag.SIDE, *_ORGAN)

ET_VERV = Nevner((Slag.VERV,))
VERV_ELLER_FOLK = Nevner((Slag.VERV,), FOLK)
EN_SIDE = Nevner((Slag.SIDE,))
EN_FUNKSJON = Nevner((Slag.FUNKSJON,))
EN_GRUPPE = Nevner((Slag.GRUPPE,))
ET_ORGAN = Nevner(_ORGAN, ORD)
NOEN = Nevner(_HVEM, ORD)
EN_MOTTAKER = Nevner((Slag.MOTTAKER, *_HVEM), ORD)
EN_ORDNING = Nevner((Slag.ORDNING,))
EN_HENDELSE = Nevner((Slag.HENDELSE,), HENDELSER - {"sak"})
HENDELSE_ELLER_SAK = Nevner((Slag.HENDELSE,), HENDELSER)
ET_NIVAA = Nevner((Slag.NIVAA,))
EN_BESTEMMELSE = Nevner((Slag.BESTEMMELSE,))
ORGANISASJONSTYPEN = Nevner((), frozenset(get_args(Organisasjonstype)))

VERV = Annotated[tuple[str, ...], EN_ELLER_FLERE, ET_VERV]
SIDE = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_SIDE]
FUNKSJON = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_FUNKSJON]
GRUPPE = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_GRUPPE]
ORGAN = Annotated[tuple[str, ...], EN_ELLER_FLERE, ET_ORGAN]
HVEMSOMHELST = Annotated[tuple[str, ...], EN_ELLER_FLERE, NOEN]
MOTTAKER = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_MOTTAKER]
ORDNING = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_ORDNING]
NIVAA = Annotated[tuple[str, ...], EN_ELLER_FLERE, ET_NIVAA]
BESTEMMELSE = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_BESTEMMELSE]
ORGANISASJONSTYPE = Annotated[tuple[str, ...], EN_ELLER_FLERE, ORGANISASJONSTYPEN]

AV_KRAV = {
    "verv": ET_VERV,
    "ogsaa_verv": ET_VERV,
    "kalt_inn_av": ET_VERV,
    "hvis_finnes": ET_VERV,
    "side": EN_SIDE,
    "moeteleder": Nevner((Slag.VERV, Slag.SIDE)),
    "gruppe": EN_GRUPPE,
    "foreslaatt_av": ET_ORGAN,
    "medlem_av": ET_ORGAN,
    "arrangert_av": ET_ORGAN,
    "betalt_av": ET_ORGAN,
    "oversendt_til": ET_ORGAN,
    "av": NOEN,
    "innmeldt_av": NOEN,
    "ved_likhet": Nevner(_HVEM, ORD | {"loddtrekning", "moeteleder"}),
    "sakliste_foreslaatt_av": NOEN,
    "sakliste_godkjent_av": NOEN,
    "i_samraad_med": NOEN,
    "dekker": EN_ORDNING,
    "godtgjoeres_etter": EN_ORDNING,
}
"""What the keys of a `krav` name, as long as their own types do not say it."""
