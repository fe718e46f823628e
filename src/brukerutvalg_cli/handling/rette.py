"""Rette: one field of a record is written anew or taken out, a record is taken out or put in – whatever it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.felt import FLYTTES, Noekkelfelt, Verdislag, er_navneform, noekler_i
from brukerutvalg_cli.handling.filer import OPPNEVNING, Nektet, hode, noekler, ordnet
from brukerutvalg_cli.handling.moete import bytt_dag
from brukerutvalg_cli.handling.omtale import foelger_med, kalt
from brukerutvalg_cli.handling.ting import Ting, i_lista, modellen, plassen
from brukerutvalg_cli.handling.viser_til import Omtalested, som_nevner
from brukerutvalg_cli.model.forfall import med_dagene
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak, Valg
from brukerutvalg_cli.model.saksnummer import les_nummer
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Omgivelser

VALGETS = ("verv", "fra", "til")
"""What an election says of a term."""
NEVNES = 4
"""So many of the places that stand in the way are named."""


def endre(utkast: Utkast, her: Omgivelser, ting: Ting, felt: Noekkelfelt, verdi: Any) -> str:
    """A field of a record with another value; what else that made, in a sentence, where it made something.

    Raises:
        Nektet: when it follows from something else, is a part that holds more than one value, or is taken.
    """
    _kan_endres(felt)
    if felt is FLYTTES:
        return _flytt(utkast, her, ting, verdi)
    if isinstance(ting.post, Moete) and felt.rute == ("dato",):
        if verdi != ting.post.dato:
            _er_ikke_innkalt(ting.post, her)
            bytt_dag(utkast, her.mappe, ting.post, verdi)
    else:
        if isinstance(ting.post, Sak) and felt.rute == ("nr",):
            _nytt_nummer(utkast, her, ting, verdi)
        _sett(utkast, ting, felt, verdi)
        if isinstance(ting.post, Valg) and felt.rute[0] in VALGETS:
            return _hos_de_valgte(utkast, her, ting, felt, verdi)
    return ""


def behold_dagene(utkast: Utkast, ting: Ting) -> None:
    """Those who still are absent said so on the day they did. For whoever wrote the list anew, by ids."""
    if not isinstance(ting.post, Moete):
        return
    written = utkast.verdi(ting.path, ("forfall",))
    names = [who for who in written if isinstance(who, str)] if isinstance(written, list) else []
    with_days = med_dagene(names, kjent(ting.post.forfall) or ())
    if with_days != names:
        utkast.sett(ting.path, ("forfall",), with_days, noekler(Moete))


def _er_ikke_innkalt(moete: Moete, her: Omgivelser) -> None:
    """Those who are called have the meeting in their calendars: to them another day is a move, and told as one."""
    if moete.status == "innkalt":
        where = f"{her.mappe.id} {moete.navn} --til DAG"
        raise Nektet(f"møtet {moete.navn} er innkalt, og får en annen dag med «brukerutvalg flytt {where}»")


def _hos_de_valgte(utkast: Utkast, her: Omgivelser, ting: Ting, felt: Noekkelfelt, verdi: Any) -> str:
    """What an election says, on the pages of those elected too, where they said the same as it."""
    stood, said = ting.verdi(felt.rute), list[str]()
    for sted in som_nevner(ting, her):
        member = next(m for m in her.mappe.medlemmer.values() if m.path == sted.path)
        term = member.oppnevninger[int(sted.rute[-1])]
        if getattr(term, felt.rute[0]) == stood:
            utkast.sett(sted.path, (*sted.rute, *felt.rute), verdi, OPPNEVNING)
            said.append(sted.hos)
    return f"Det samme er ført hos {alle_sammen(said)}" if said else ""


def _kan_endres(felt: Noekkelfelt) -> None:
    if felt.nei:
        raise Nektet(f"«{felt.navn}» kan ikke endres for seg: {felt.nei}")


def _sett(utkast: Utkast, ting: Ting, felt: Noekkelfelt, verdi: Any) -> None:
    # A name that is the same in both forms, and is not to be any longer.
    for length in range(1, len(felt.rute)):
        above = felt.rute[:length]
        there = utkast.verdi(ting.path, (*ting.rute, *above))
        if isinstance(there, str) and any(f.passer(above) and er_navneform(f) for f in ting.felter):
            utkast.sett(ting.path, (*ting.rute, *above), {"nb": there, "nn": there})
    new = next((n for n in range(1, len(felt.rute)) if _mangler(utkast, ting, felt.rute[:n])), len(felt.rute))
    order = noekler_i(ting.modell, felt.rute[:new])
    utkast.sett(ting.path, (*ting.rute, *felt.rute), verdi, order)


def _mangler(utkast: Utkast, ting: Ting, rute: tuple[str, ...]) -> bool:
    return utkast.verdi(ting.path, (*ting.rute, *rute)) is None


def ta_ut(utkast: Utkast, her: Omgivelser, ting: Ting, felt: Noekkelfelt) -> None:
    """A field of a record is not stated any more; nor is the part it was alone in.

    Raises:
        Nektet: when nothing stands there, or something must.
    """
    _kan_endres(felt)
    who = kalt(ting, her)
    if felt is FLYTTES or _mangler(utkast, ting, felt.rute):
        raise Nektet(f"{who} har ikke noe under «{felt.navn}»")
    if felt.kreves:
        part = ".".join(felt.rute[:-1])
        instead = f"slett heller «{part}»" if part else "skriv heller det som skal stå der, med «endre»"
        raise Nektet(f"«{felt.navn}» må stå der: {instead}")
    if felt.vokter and felt.ellers not in (None, (), ""):
        raise Nektet(
            f"«{felt.navn}» åpner eller lukker noe, og tas ikke ut for seg. Skriv hva som skal gjelde: "
            f"endre … {felt.navn} {_svart(felt.ellers)}"
        )
    if felt.slag is Verdislag.POSTER and ting.verdi(felt.rute):
        raise Nektet(f"det står flere under «{felt.navn}». Slett dem én for én")
    rute: tuple[str, ...] = felt.rute
    utkast.fjern(ting.path, (*ting.rute, *rute))
    while (rute := rute[:-1]) and not utkast.verdi(ting.path, (*ting.rute, *rute)):
        utkast.fjern(ting.path, (*ting.rute, *rute))


def _svart(ellers: object) -> str:
    return "nei" if ellers is False else str(ellers)


def slett(utkast: Utkast, her: Omgivelser, ting: Ting) -> list[str]:
    """Takes out a record; what went with it.

    Raises:
        Nektet: when something else names it, or it is the council itself.
    """
    if ting.ord == "utvalg":
        raise Nektet(
            "et utvalg slettes ikke herfra: det er en hel mappe. Det som er galt i den, tar du ut hver for seg"
        )
    if places := som_nevner(ting, her):
        raise Nektet(f"{kalt(ting, her)} kan ikke slettes, for andre viser dit: {_stedene(places)}")
    if ting.er_fil:
        utkast.raa(ting.path, None)
    else:
        utkast.fjern(ting.path, ting.rute)
        if ting.i and not utkast.verdi(ting.path, ting.rute[:-1]) and _sies_ikke_tom(ting):
            utkast.fjern(ting.path, ting.rute[:-1])
    return foelger_med(ting)


def _sies_ikke_tom(ting: Ting) -> bool:
    """Whether an empty list says no more than none: nobody came is another thing than nobody knows who."""
    assert ting.i
    place = plassen(ting.i.ord, ting.ord)
    return bool(next(f for f in ting.i.felter if f.rute == place.rute).ellers == ())


def _stedene(places: Sequence[Omtalested]) -> str:
    named = list(dict.fromkeys(map(str, places)))
    more = [f"{len(named) - NEVNES} andre steder"] if len(named) > NEVNES else []
    return f"{alle_sammen([*named[:NEVNES], *more])}. Rett eller slett det der først"


def legg_til(
    utkast: Utkast,
    her: Omgivelser,
    ord: str,
    eier: Ting | None,
    path: str,
    verdier: Mapping[Noekkelfelt, Any],
) -> None:
    """One more record of a kind, last in its list; `eier` is what it is in, where that is not the file itself.

    Raises:
        Nektet: when a value follows from something else.
    """
    for felt in verdier:
        _kan_endres(felt)
    post: dict[str, Any] = {}
    for felt, value in verdier.items():
        here = post
        for step in felt.rute[:-1]:
            here = here.setdefault(step, {})
        here[felt.rute[-1]] = value
    if eier is None:
        item = ordnet(post, noekler(modellen(ord)))
        if utkast.finnes(path):
            utkast.legg_til(path, (), item)
        else:
            utkast.ny(path, [item], hode(her.mappe, "hendelser") if ord == "hendelse" else "")
        return
    place = plassen(eier.ord, ord)
    item = ordnet(post, noekler(place.modell))
    utkast.legg_til(eier.path, (*eier.rute, *place.rute), item, noekler_i(eier.modell, place.rute[:1]))


def _flytt(utkast: Utkast, her: Omgivelser, ting: Ting, til: int) -> str:
    """Another place in the list. The cases of a meeting that nobody is called to yet, are numbered by their order.

    Raises:
        Nektet: when the list has no such place.
    """
    assert ting.i
    beside = i_lista(ting.i, ting.ord)
    if not 0 < til <= len(beside):
        raise Nektet(f"lista har {len(beside)}, så plassen er fra 1 til {len(beside)}")
    if til == ting.nr:
        return ""
    said = ""
    if isinstance(ting.i.post, Moete) and ting.i.post.status == "planlagt" and ting.ord == "sak":
        said = _nummerer(utkast, her, beside, ting.nr - 1, til - 1)
    utkast.ombytt(ting.path, ting.rute, til - 1)
    return said


def _nummerer(utkast: Utkast, her: Omgivelser, saker: Sequence[Ting], fra: int, til: int) -> str:
    """The numbers that the cases have, dealt out anew as they are to stand, wherever they are named."""
    order = list(saker)
    order.insert(til, order.pop(fra))
    dealt = [pair for serie in dict.fromkeys(map(_serie, saker)) if serie is not None
             for pair in zip(_i_serien(order, serie), _i_serien(saker, serie), strict=True)]  # fmt: skip
    # All that names them is found before anything is written.
    steps = [(ting, old, som_nevner(ting, her)) for ting, old in dealt if ting is not old]
    for ting, old, places in steps:
        utkast.sett(ting.path, (*ting.rute, "nr"), _sak(old).nr)
        for sted in places:
            utkast.sett(sted.path, sted.rute, _sak(old).navn)
    moved = [f"sak {_sak(ting).nr} er nå sak {_sak(old).nr}" for ting, old, _ in steps]
    return f"Sakene har fått numre etter rekkefølgen: {alle_sammen(moved)}" if moved else ""


def _sak(ting: Ting) -> Sak:
    assert isinstance(ting.post, Sak)
    return ting.post


def _serie(ting: Ting) -> str | None:
    """What stands before its number; None for a point that has none."""
    read = les_nummer(_sak(ting).nr)
    return read.serie if read else None


def _i_serien(saker: Sequence[Ting], serie: str) -> list[Ting]:
    return [ting for ting in saker if _serie(ting) == serie]


def _nytt_nummer(utkast: Utkast, her: Omgivelser, ting: Ting, nr: str) -> None:
    """Another number for a case, there and wherever it is named.

    Raises:
        Nektet: when another case has it.
    """
    assert isinstance(ting.post, Sak)
    if nr == ting.post.nr:
        return
    name = ting.post.model_copy(update={"nr": nr}).navn
    if name in her.mappe.sakene:
        raise Nektet(f"sak {name} finnes fra før")
    for sted in som_nevner(ting, her):
        utkast.sett(sted.path, sted.rute, name)
