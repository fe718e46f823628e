"""Navneord: words of a provision that are names. The type of a field says what it may name."""

from __future__ import annotations

from typing import Annotated

from brukerutvalg_cli.mandat.verdier.hendt import EN_OG_FLERE, I_MOETET, SAKER
from brukerutvalg_cli.mandat.verdier.moetets_dager import DAGER
from brukerutvalg_cli.model.hendelse import EGNE_SLAG
from brukerutvalg_cli.model.slag import Navngir, Slag
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE

UNDERORDNEDE = "underordnede"
RELATIVE = ("eier", "overordnet", "ungdomsraad", UNDERORDNEDE)
"""Names for what each council says of itself in utvalg.yaml; who is below it, the others say."""
SAGT = frozenset(RELATIVE) - {UNDERORDNEDE}
"""Those of them that a council has to say itself."""
EGEN = "egen_organisasjon"
FORHOLD = (EGEN, "moeteleder", "medlemmet", "mottakeren")
"""Words for the people of one record. Only who judges records that have such a one can say who it is."""
FOLK = frozenset({"medlemmer", "varamedlemmer", "oppnevnte", "verv", "frammoette"})
"""What `blant` may be, beside a verv."""
ORD = frozenset({*RELATIVE, *FORHOLD, *FOLK, "organisasjon", "organisasjonene", "utvalget", "alle"})
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

ET_VERV = Navngir((Slag.VERV,))
VERV_ELLER_FOLK = Navngir((Slag.VERV,), FOLK)
EN_ANNEN = Navngir((Slag.VERV,), frozenset(FORHOLD))
"""Somebody whose side is compared: a verv, the one who had it before, or one of the record."""
EN_SIDE = Navngir((Slag.SIDE,))
EN_FUNKSJON = Navngir((Slag.FUNKSJON,))
EN_GRUPPE = Navngir((Slag.GRUPPE,))
ET_ORGAN = Navngir(_ORGAN, ORD)
NOEN = Navngir(_HVEM, ORD)
EN_MOTTAKER = Navngir((Slag.MOTTAKER, *_HVEM, Slag.PERSON), ORD)
EN_ORDNING = Navngir((Slag.ORDNING,))
EN_HENDELSE = Navngir((Slag.HENDELSE,), HENDELSER - {"sak"})
HENDELSE_ELLER_SAK = Navngir((Slag.HENDELSE,), HENDELSER)
HENDELSE_ELLER_POST = Navngir((Slag.HENDELSE,), HENDELSER - {"sak"} | {*I_MOETET})
EN_INNDELING = Navngir((Slag.INNDELING,), frozenset({"organisasjon", "gruppe", "medlem", "side", "kjoenn"}))
ET_NIVAA = Navngir((Slag.NIVAA,))
EN_BESTEMMELSE = Navngir((Slag.BESTEMMELSE,))

VERV = Annotated[tuple[str, ...], EN_ELLER_FLERE, ET_VERV]
SIDE = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_SIDE]
FUNKSJON = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_FUNKSJON]
GRUPPE = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_GRUPPE]
ORGAN = Annotated[tuple[str, ...], EN_ELLER_FLERE, ET_ORGAN]
MOTTAKER = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_MOTTAKER]
ORDNING = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_ORDNING]
NIVAA = Annotated[tuple[str, ...], EN_ELLER_FLERE, ET_NIVAA]
BESTEMMELSE = Annotated[tuple[str, ...], EN_ELLER_FLERE, EN_BESTEMMELSE]

_NOEN = (
    "ansvarlig", "arrangert_av", "av", "avsto", "betalt_av", "deltakere", "foreslaatt_av", "forfall", "fremmet_av",
    "godkjent_av", "i_samraad_med", "ikke_moett", "innkalt", "innleder", "innmeldt_av", "krevd_av", "moeteleder",
    "person", "referent", "saksbehandler", "savnet", "stedfortreder", "stemte_for", "stemte_mot", "undertegnes_av",
    "valgt", "vara", "vara_for",
)  # fmt: skip
_EN_PERSON_OGSAA = Navngir((*_HVEM, Slag.PERSON), ORD)

AV_PROEVE = {
    **dict.fromkeys(("verv", "ogsaa_verv", "kalt_inn_av"), ET_VERV),
    "side": EN_SIDE,
    "funksjon": EN_FUNKSJON,
    **dict.fromkeys(("gruppe", "grupper"), EN_GRUPPE),
    **dict.fromkeys(("dekker", "godtgjoeres_etter"), EN_ORDNING),
    "hva": EN_HENDELSE,
    "nivaa": ET_NIVAA,
    **dict.fromkeys(("til", "via", "sendt_til"), EN_MOTTAKER),
    **dict.fromkeys(
        ("representerer", "medlem_av", "fra_utvalg", "oversendt_til", "organ", "felles_med", "gikk_inn_i"),
        ET_ORGAN,
    ),
    **dict.fromkeys(("eier", "overordnet", "organisasjoner"), ET_ORGAN),
    "ved_likhet": Navngir((*_HVEM, Slag.PERSON), ORD | {"loddtrekning", "moeteleder"}),
    **dict.fromkeys(_NOEN, _EN_PERSON_OGSAA),
}
"""What a key of a record names, where a record is tested."""
