"""The verb `oppnevn`: somebody is appointed to a verv."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli import oppnevnevalg as valg
from brukerutvalg_cli.cli.skrivevalg import ANTATT
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from brukerutvalg_cli.model.avloesning import Valgforslag


@skriver
def oppnevn(
    s: Skriving,
    person: valg.PERSON = "",
    verv: valg.VERV = "",
    fra: valg.FRA = "",
    til: valg.TIL = "",
    av: valg.AV = "",
    foreslaatt_av: valg.FORESLAATT_AV = "",
    vara_for: valg.VARA_FOR = "",
    nummer: valg.NUMMER = "",
    valgt_i: valg.VALGT_I = "",
    samtykke: valg.SAMTYKKE = "",
    fullmakt: valg.FULLMAKT = "",
    alder: valg.ALDER = "",
    supplerer: valg.SUPPLERER = False,
    avloeser: valg.AVLOESER = False,
    konstituert: valg.KONSTITUERT = False,
    antatt: ANTATT = "",
) -> Gjort:
    """Oppnevner en person til et verv for en tid. Sier mandatet noe annet, blir det ikke skrevet uten --likevel.

    Vet ingen mer enn året eller måneden perioden begynte eller sluttet, skriver du det: --fra 2021, --til 2023-03.

    Den som hadde vervet alene, er ferdig dagen før. Har flere det sammen, sier du om personen kommer i tillegg
    (--supplerer) eller avløser dem (--avloeser). Medlemmer og varaer kommer alltid i tillegg. Den som bare fungerer i
    et verv til noen er valgt, er konstituert (--konstituert), og er ferdig når valget gjelder.

    Eksempler:
      brukerutvalg oppnevn nav-fjordvik kari-nordmann --verv medlem --fra 1.1.2027 --til 31.12.2028
      brukerutvalg oppnevn nav-fjordvik per-hansen --verv vara --vara-for kari-nordmann --fra 1.1.2027
      brukerutvalg oppnevn nav-fjordvik ola-berg --verv leder --konstituert --fra 1.5.2027
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, eller_ukjent, faktum, tall
    from brukerutvalg_cli.cli.innvendinger import vara_og_medlem
    from brukerutvalg_cli.cli.oppnevnersvar import krevd, oppnevnt_av, tilsagn
    from brukerutvalg_cli.handling.filer import som_antatt
    from brukerutvalg_cli.handling.person import avloes, valgdagen
    from brukerutvalg_cli.model.avloesning import Valgforslag
    from brukerutvalg_cli.model.medlem import Oppnevning
    from brukerutvalg_cli.model.vet_av import senest
    from brukerutvalg_cli.ord.i_ord import et_verv, omtalt
    from brukerutvalg_cli.ord.slutt_i_ord import ferdige_i_ord

    _uten_motsigelse(supplerer=supplerer, avloeser=avloeser, konstituert=konstituert)
    who = svar.svar("PERSON", person, "Hvem?", s.person)
    office = svar.svar(
        "--verv",
        verv,
        f"Hvilket verv ({', '.join(s.mappe.utvalg.alle_verv)})?",
        s.verv_aa_oppnevne_til,
        "medlem",
    )
    demanded = krevd(s, who, office)
    begins = Spoersmaal("--fra", Oppnevning, "fra", "Fra hvilken dag?")
    first = faktum(begins, fra, dagsvar.dag_eller_del, tilbudt=s.dag.isoformat())
    begun = first if isinstance(first, date) else None
    ends = eller_ukjent(dagsvar.dag_eller_del_ikke_foer(first, "første dag"), Oppnevning, "til")
    last = svar.om_sagt("--til", til, "Til hvilken dag?", ends)
    elected_in = s.helst_sak(valgt_i)
    fields = {
        "verv": office,
        "fra": first,
        "til": last,
        **oppnevnt_av(s, who, av, foreslaatt_av, demanded),
        "vara_for": vara_for,
        "nummer": svar.om_sagt(
            "--nummer", nummer, "Hvilken plass?", eller_ukjent(tall, Oppnevning, "nummer")
        ),
        "valgt_i": elected_in,
        "samtykke": tilsagn("samtykke", samtykke, demanded),
        "fullmakt": tilsagn("fullmakt", fullmakt, demanded),
        "konstituert": konstituert or None,
        "alder": faktum(
            Spoersmaal("--alder", Oppnevning, "alder", "Hvor gammel er personen?"),
            alder,
            tall,
            savnes="alder" in demanded,
        ),
    }
    decided = valgdagen(s.mappe, elected_in)
    # From a day nobody knows, nobody can be said to have left the day before.
    beside = supplerer or konstituert or (begun is None and not avloeser)
    over = last if isinstance(last, date) else None
    proposed = Valgforslag(office, (who,), decided, begun or s.dag, over, supplerer=beside)
    if not (beside or avloeser):
        proposed = proposed._replace(supplerer=_i_tillegg(s, proposed))
    if konstituert:
        _ingen_i_vervet(s, proposed)
    ended = avloes(s.utkast, s.mappe, who, som_antatt(fields, Oppnevning, antatt), proposed)
    neste = f"brukerutvalg status {s.mappe.id}"
    what = f"{'konstituert ' if konstituert else ''}{et_verv(office, s.her)}"
    said = [f"Oppnevnte {omtalt(who, s.her)} til {what}", *ferdige_i_ord(ended, s.her)]
    against = vara_og_medlem(s, who, vara_for, senest(first) or s.dag) if office == "vara" else []
    return Gjort(". ".join(said), neste, per=begun, innvendinger=against)


def _uten_motsigelse(*, supplerer: bool, avloeser: bool, konstituert: bool) -> None:
    """Sees to it that nobody comes in addition, or for a time, and in the place of others.

    Raises:
        typer.BadParameter: when both are said.
    """
    if supplerer and avloeser:
        raise typer.BadParameter("--supplerer og --avloeser sier hver sin ting. Skriv bare den ene")
    if konstituert and avloeser:
        raise typer.BadParameter(
            "den som er konstituert, avløser ingen. Skriv --konstituert eller --avloeser"
        )


def _ingen_i_vervet(s: Skriving, proposed: Valgforslag) -> None:
    """Nobody acts in a verv that somebody has, and is there for."""
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.model.kalender import dato_i_ord
    from brukerutvalg_cli.ord.i_ord import omtalt, vervet

    there = (x for x in s.mappe.seter_i.get(proposed.verv, ()) if x.dekker(proposed.fra) and not x.fortrolig)
    if sete := next(there, None):
        who, what = omtalt(sete.person, s.her), vervet(sete.verv, s.her)
        raise Nektet(
            f"{who} er {what} {dato_i_ord(proposed.fra)}, og da er ingen konstituert. Slutter personen: "
            f"brukerutvalg avslutt {s.mappe.id} {sete.person} --verv {sete.verv}; er personen borte en tid: "
            f"brukerutvalg permisjon {s.mappe.id} {sete.person}"
        )


def _i_tillegg(s: Skriving, proposed: Valgforslag) -> bool:
    """Whether the person comes beside those who have the verv: asked where several have it together."""
    from brukerutvalg_cli.cli.svar import ja_eller_nei, svar
    from brukerutvalg_cli.model.avloesning import slutter
    from brukerutvalg_cli.model.utvalg import ORGANER
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt

    (who,) = proposed.valgt
    ends = [slutt for slutt in slutter(s.mappe, proposed) if slutt.sete.person != who]
    before = list(dict.fromkeys(sete.person for sete, til in ends if til))
    if not before:
        return True  # nobody has said that those who begin that day, or later, are not to
    together = proposed.verv in ORGANER or len({slutt.sete.person for slutt in ends}) > 1
    if not together:
        return False
    names, there = alle_sammen(omtalt(person, s.her) for person in before), i_vervet(proposed.verv, s.her)
    question = (
        f"{names} sitter {there}. Kommer {omtalt(who, s.her)} i tillegg (ja), eller avløser alle (nei)? Overtar "
        f"personen etter bare én: brukerutvalg erstatt {s.mappe.id} {before[0]} {who} --verv {proposed.verv}"
    )
    return svar("--supplerer eller --avloeser", "", question, ja_eller_nei)
