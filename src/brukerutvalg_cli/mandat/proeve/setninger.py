"""Setninger: a demand on one field as a sentence goes on with it, and what is there instead.

What a mandate is known to ask for has a sentence of its own; of anything else the key itself is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from brukerutvalg_cli.mandat.proeve.felt import men, nektelse
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.valg import FOERT, Foert, Ordvalg
from brukerutvalg_cli.model.avstemning import Avstemning
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import dag_i_ord
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.moete import Moete, Sted
from brukerutvalg_cli.model.moetepapirer import Sakliste
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Oppfoelging, Sak
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.ord.i_ord import noekkel_i_ord, siden

SETNINGER: Mapping[tuple[type[Post], str], str] = {
    (Moete, "moeteleder"): "skal ledes av {hva}",
    (Moete, "referent"): "skal ha referat skrevet av {hva}",
    (Moete, "form"): "skal være {hva}",
    (Moete, "dato"): "skal være {hva}",
    (Moete, "tid"): "skal begynne {hva}",
    (Moete, "slutt"): "skal slutte {hva}",
    (Moete, "felles_med"): "skal være felles med {hva}",
    (Sakliste, "foreslaatt_av"): "skal ha saksliste foreslått av {hva}",
    (Sakliste, "godkjent_av"): "skal ha saksliste godkjent av {hva}",
    (Sakliste, "i_samraad_med"): "skal ha saksliste godkjent i samråd med {hva}",
    (Sted, "navn"): "skal være på {hva}",
    (Sak, "innmeldt_av"): "skal være meldt inn av {hva}",
    (Sak, "tema"): "skal handle om {hva}",
    (Sak, "fase"): "skal være i fasen {hva}",
    (Sak, "oversendt_til"): "skal være sendt til {hva}",
    (Oppmoete, "godtgjoeres_etter"): "skal godtgjøres etter {hva}",
    (Oppmoete, "dekker"): "skal få dekket {hva}",
    (Oppnevning, "av"): "skal være oppnevnt av {hva}",
    (Oppnevning, "foreslaatt_av"): "skal være foreslått av {hva}",
    (Oppnevning, "side"): "skal være fra {hva}",
    (Oppnevning, "gruppe"): "skal tale for {hva}",
    (Oppnevning, "medlem_av"): "skal være medlem av {hva}",
    (Oppnevning, "ogsaa_verv"): "skal også være {hva}",
    (Oppnevning, "alder"): "skal være {hva} år ved oppnevningen",
    (Hendelse, "arrangert_av"): "skal være arrangert av {hva}",
    (Hendelse, "betalt_av"): "skal være betalt av {hva}",
    (Hendelse, "deltakere"): "skal ha deltakere {hva}",
    (Oppfoelging, "ansvarlig"): "skal ha {hva} som ansvarlig",
    (Avstemning, "ved_likhet"): "har stemmelikhet og skal avgjøres {av}{hva}",
}
"""The demand by a field's own words, where they are in the way of a plain sentence."""

JA_NEI: Mapping[tuple[type[Post], str], str] = {
    (Moete, "aapent"): "skal {ikke}være åpent",
    (Moete, "ekstraordinaert"): "skal {ikke}være ekstraordinært",
    (Sak, "foer_beslutning"): "skal komme {foer_eller_etter}",
    (Sted, "universell_utforming"): "skal {ikke}være i et lokale med universell utforming",
    (Oppnevning, "fullmakt"): "skal {ikke}ha fullmakt",
    (Oppnevning, "samtykke"): "skal {ikke}ha sagt ja til oppnevningen",
    (
        Oppnevning,
        "representert_i_utvalget",
    ): "skal være fra en organisasjon {med_eller_uten} plass i utvalget",
    (Hendelse, "evaluert"): "skal {ikke}være evaluert",
}
"""The same of what is yes or no."""

OM_DET_ER_FOERT: Mapping[tuple[type[Post], str], str] = {
    (Moete, "referat"): "skal {ikke}ha referat",
    (Sak, "offentlig_tittel"): "skal {ikke}ha en «offentlig_tittel» som alle kan se",
    (Sak, "fortrolig_til"): "skal {ikke}si hvor lenge den er fortrolig, under «fortrolig_til»",
    (Sak, "svar"): "skal {ikke}ha fått svar",
    (Oppnevning, "valgt_i"): "skal {ikke}være valgt av utvalget selv",
}
"""The same of what is recorded at all."""


def setning(om: type[Post], noekkel: str, vilkaar: Any, verdi: object, g: Gjenstand) -> str:
    """`skal ledes av lederen, men det er Kari Nordmann`. Of a confidential record nothing is quoted."""
    at = next(((kind, noekkel) for kind in om.__mro__ if (kind, noekkel) in _ALLE), (om, noekkel))
    if isinstance(vilkaar, Foert):
        pattern = OM_DET_ER_FOERT.get(at) or f"skal {{ikke}}ha «{noekkel}»"
        return pattern.format(ikke=nektelse(vilkaar is FOERT)) + _men_foert(vilkaar, verdi, at)
    if isinstance(vilkaar, bool):
        return _ja_nei(at, vilkaar) + ("" if at in UTEN_MEN else men(verdi if verdi is None else bool(verdi)))
    if isinstance(vilkaar, Post) and hasattr(vilkaar, "felter"):
        return f"skal ha {noekkel_i_ord(noekkel)} som er slik mandatet sier"
    pattern = SETNINGER.get(at) or f"skal ha {noekkel_i_ord(noekkel)} {{hva}}"
    said = vilkaar.i_ord(g, verdi) if isinstance(vilkaar, Ordvalg) else vilkaar.i_ord(g)
    by = "ved " if said == "loddtrekning" else "av "
    return pattern.format(hva=said, av=by) + ("" if at in UTEN_MEN else _men(at, verdi, g))


_ALLE = {*SETNINGER, *JA_NEI, *OM_DET_ER_FOERT}
UTEN_MEN = {
    (Hendelse, "evaluert"),
    (Hendelse, "deltakere"),
    (Oppnevning, "representert_i_utvalget"),
    (Oppnevning, "gruppe"),
    (Oppnevning, "ogsaa_verv"),
    (Oppmoete, "verv"),
    (Oppmoete, "dekker"),
    (Oppmoete, "godtgjoeres_etter"),
}
"""Where what is there instead is said by the demand itself."""


def _ja_nei(at: tuple[type[Post], str], wanted: bool) -> str:
    pattern = JA_NEI.get(at) or f"skal ha «{at[1]}: {'ja' if wanted else 'nei'}»"
    return pattern.format(
        ikke=nektelse(wanted),
        foer_eller_etter="før beslutningen er tatt" if wanted else "etter beslutningen",
        med_eller_uten="med" if wanted else "uten",
    )


def _men_foert(vilkaar: Foert, verdi: object, at: tuple[type[Post], str]) -> str:
    return ", men det er ikke ført" if vilkaar is FOERT and at == (Sak, "svar") else ""


def _men(at: tuple[type[Post], str], verdi: object, g: Gjenstand) -> str:
    if g.lukket and verdi not in (None, ()):
        return ""
    if at == (Oppnevning, "side"):
        return f", men sitter for {siden(verdi, g.utvalg)}" if isinstance(verdi, str) else ""
    if isinstance(verdi, str | tuple | Ukjent) or verdi is None:
        return men(verdi, g.utvalg)
    return f", men er {dag_i_ord(verdi) if isinstance(verdi, date) else verdi}"
