"""Føringer: from all that was saved, when what stands in the register today was recorded, and what it said then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.minne.forskjell import Art, plassene
from brukerutvalg_cli.minne.gjennomgang import Gjennomgang, Lagret
from brukerutvalg_cli.minne.opptegnelse import Opptegnelse
from brukerutvalg_cli.minne.spor import Sporet
from brukerutvalg_cli.model.foeringshistorie import Foeringshistorie, Tekstdengang
from brukerutvalg_cli.model.forseglet import Segl
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat
from brukerutvalg_cli.model.segl import innhold, saklista
from brukerutvalg_cli.model.verdier import kjent

Feltsted = tuple[int, tuple[str, ...]]
"""A fact of a record, by the trail of the record."""
SATT_UT = ("innkalt", "avholdt")
"""How far a meeting has come when others have seen its agenda."""


class _Sist(NamedTuple):
    dag: date | None
    sti: str
    navn: str


def foeringshistorien(
    gang: Gjennomgang,
    lagret: Sequence[Lagret],
    naa: Mapping[str, Sequence[Opptegnelse]],
    moetet: Callable[[str, str], Moete | None],
) -> Foeringshistorie:
    """`naa`: today's records by file; `moetet`: a meeting as a file held it, by the name of what it held."""
    last = _sist(lagret)
    foert: dict[tuple[str, Route], date] = {}
    texts: dict[str, dict[str, Tekstdengang]] = {"godkjent": {}, "lagt_ut": {}, "sakliste": {}}
    for path, posts in naa.items():
        for spor, route, felt in _stedene(gang, posts):
            if (found := last.get((spor, felt))) and found.dag:
                foert[path, route] = found.dag
                if (of := _dokumentet(felt)) and (then := _den_gang(found, found.dag, of, moetet)):
                    texts[of][path] = then
    return Foeringshistorie(
        foert, texts["godkjent"], texts["lagt_ut"], texts["sakliste"], dict(_brukt_foer(lagret, gang, naa))
    )


def _sist(lagret: Sequence[Lagret]) -> dict[Feltsted, _Sist]:
    """When each fact got the value it has. With no day: it was there when the history, or the council's, begins."""
    found: dict[Feltsted, _Sist] = {}
    for each in lagret:
        names = {file.sti: file.naa for file in each.lagring.filer}
        begun = {s.endring.noekkel[0][1][0] for s in each.endringer if _begynner(s)}
        for sporet in each.endringer:
            change = sporet.endring
            taken_over = each.lagring.begynnelse or change.noekkel[0][1][0] in begun
            path = _fila(change.noekkel[0][0], change.noekkel[0][1])
            at = _Sist(None if taken_over else each.lagring.naar, path, names.get(path, ""))
            fields = change.vei[-1].fakta if change.art is Art.KOM else (change.felt,)
            if change.art in (Art.KOM, Art.ENDRET):
                found |= {(sporet.spor[-1], felt): at for felt in fields}
    return found


def _begynner(sporet: Sporet) -> bool:
    return sporet.endring.art is Art.KOM and sporet.endring.vei[-1].slag == "utvalg"


def _fila(slag: str, navn: tuple[str, ...]) -> str:
    return f"records/utvalg/{navn[0]}/moeter/{navn[-1]}.yaml" if slag == "moete" else ""


def _stedene(gang: Gjennomgang, posts: Sequence[Opptegnelse]) -> Iterator[tuple[int, Route, tuple[str, ...]]]:
    """Each fact of a meeting and of a term: its trail, and the way to it in its file."""
    nr = -1
    for post, noekkel in plassene(posts):
        term = post.slag == "oppnevning"
        nr += term
        spor = gang.spor(noekkel)
        if spor is not None and (term or len(noekkel) == 1):
            before: Route = ("oppnevninger", nr) if term else ()
            yield from ((spor, (*before, *felt), felt) for felt in post.fakta)


def _dokumentet(felt: tuple[str, ...]) -> str:
    """Which document a fact is the approval or the publication of."""
    if felt[:2] == ("referat", "godkjent") and felt[2:] in (("moete",), ("dato",)):
        return "godkjent"
    # What was laid out anew comes after the day it was first: it is the last to say what was laid out.
    ways = {
        f"{what}.publisert.{day}": text
        for what, text in (("referat", "lagt_ut"), ("sakliste", "sakliste"))
        for day in ("dato", "paa_nytt")
    }
    return ways.get(".".join(felt), "")


def _den_gang(
    sist: _Sist, dag: date, hva: str, moetet: Callable[[str, str], Moete | None]
) -> Tekstdengang | None:
    moete = moetet(sist.sti, sist.navn) if sist.navn else None
    if moete is None:
        return None
    return Tekstdengang(dag, saklista(moete) if hva == "sakliste" else innhold(moete), _seglet(moete))


def _seglet(moete: Moete) -> Segl | None:
    became = kjent(moete.referat)
    approved = kjent(became.godkjent) if isinstance(became, Referat) else None
    return approved.forseglet if isinstance(approved, Godkjent) else None


def _brukt_foer(
    lagret: Iterable[Lagret], gang: Gjennomgang, naa: Mapping[str, Sequence[Opptegnelse]]
) -> Iterator[tuple[tuple[str, str], date]]:
    """The numbers of today's cases that another case had, which had gone out to somebody before it was taken out."""
    gone: dict[tuple[str, str], tuple[int, date]] = {}
    for each in lagret:
        for sporet in each.endringer:
            change = sporet.endring
            if change.art is Art.BORTE and change.vei[-1].slag == "sak" and not each.lagring.begynnelse:
                status, nr = change.vei[0].fakta.get(("status",)), change.vei[-1].fakta.get(("nr",))
                if status in SATT_UT and nr:
                    gone[change.noekkel[0][1][0], str(nr)] = sporet.spor[-1], each.lagring.naar
    for path, posts in naa.items():
        for post, noekkel in plassene(posts):
            nr = str(post.fakta.get(("nr",), "")) if post.slag == "sak" else ""
            was = gone.get((noekkel[0][1][0], nr))
            if was and was[0] != gang.spor(noekkel):
                yield (path, nr), was[1]
