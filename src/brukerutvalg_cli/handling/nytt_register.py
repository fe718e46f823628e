"""Nytt register: everything a new register begins with, as files by path. Nothing in it is a `feil`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.endring.utkast import som_data
from brukerutvalg_cli.endring.yamltekst import blokk
from brukerutvalg_cli.handling.filer import MEDLEM, MOETE, OPPNEVNING, Postdata, ordnet, person_id
from brukerutvalg_cli.handling.mandatets import krevd_av_oppnevning
from brukerutvalg_cli.handling.medlemsliste.foer import perioden, personen
from brukerutvalg_cli.handling.medlemsliste.liste import Medlemsliste, NyOrganisasjon
from brukerutvalg_cli.mandat.arv import gjeldende
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.identitet import ny_identitet
from brukerutvalg_cli.model.ordliste import ORDLISTE
from brukerutvalg_cli.model.organisasjon import Organisasjon

TOMT = "tomt"
"""A mandate with nothing in it yet."""


class Registersvar(NamedTuple):
    """What was answered, in the order it is asked."""

    navn: str
    nivaa: str
    maalform: str
    mandat: str
    medlemmer: Medlemsliste
    alle: bool
    """Whether the members are all there are."""
    foerste_moete: date | None
    dag: date
    eier: Eier | None = None
    """None: nobody has said."""

    @property
    def utvalg(self) -> str:
        """The council's id."""
        return utvalgets_id(self.navn)


class Eier(NamedTuple):
    """Who owns the council: as it was said, by id, and as a new organisation where it is one."""

    sagt: str
    id: str
    ny: NyOrganisasjon | None


def utvalgets_id(navn: str) -> str:
    """The id of a council: its name without the words that they all begin with, `Strategisk brukarutval i`."""
    return person_id(_uten_begynnelsen(navn))


def mulig_eier(navn: str) -> str:
    """Who may own a council of this name: `Nav Storelva` of `Brukerutvalget ved Nav Storelva`; nothing of others."""
    short = _uten_begynnelsen(navn)
    return short if short != navn else ""


def _uten_begynnelsen(navn: str) -> str:
    begins = r"^((?!nav\b)\w+ ){0,2}\w*(brukerutvalg|brukarutval)\w*( ved| i| for)? "
    return re.sub(begins, "", navn, flags=re.I)


def kjente_organisasjoner(organisasjoner: Mapping[str, Organisasjon]) -> dict[str, Organisasjon]:
    """Those of the shipped organisations that any council may have somebody from."""
    return {name: o for name, o in organisasjoner.items() if o.type in ("paraply", "landsdekkende")}


def mandater(regelverk: Mapping[str, Regelverk]) -> tuple[str, ...]:
    """The rule sets a council can have as its mandate."""
    return (*sorted(name for name, rules in regelverk.items() if rules.type in ("mandat", "mal")), TOMT)


def filer(
    svar: Registersvar,
    organisasjoner: Mapping[str, Organisasjon],
    regelverk: Mapping[str, Regelverk],
    kilde: Path,
) -> dict[str, bytes]:
    """The records of the new register. `kilde`: the shipped records, where its names and its rule sets are from."""
    known = kjente_organisasjoner(organisasjoner) | mandatets_organisasjoner(
        svar.mandat, organisasjoner, regelverk
    )
    return {
        "records/organisasjoner.yaml": _yaml(dict(organisasjonene(svar, known)), "organisasjoner", 1),
        ORDLISTE: (kilde.parent / ORDLISTE).read_bytes(),
        **dict(mandatet(svar, regelverk, kilde)),
        **utvalgets_filer(svar, regelverk),
    }


def utvalgets_filer(svar: Registersvar, regelverk: Mapping[str, Regelverk]) -> dict[str, bytes]:
    """The council itself: its members, and its first meeting."""
    return {
        f"records/utvalg/{svar.utvalg}/utvalg.yaml": _yaml(_utvalg(svar), "utvalg", 3),
        **dict(_medlemmer(svar, regelverk)),
        **dict(_moete(svar)),
    }


def mandatets_organisasjoner(
    navn: str, organisasjoner: Mapping[str, Organisasjon], regelverk: Mapping[str, Regelverk]
) -> dict[str, Organisasjon]:
    """The bodies that the mandate names: by their names, they are known in its register."""
    named = {found.navn for rules in _arvet(navn, regelverk) for found in rules.navn}
    return {name: body for name, body in organisasjoner.items() if name in named}


def _arvet(navn: str, regelverk: Mapping[str, Regelverk]) -> Iterator[Regelverk]:
    """A rule set, and those it builds on."""
    while rules := regelverk.get(navn):
        yield rules
        navn = rules.bygger_paa or ""


def organisasjonene(svar: Registersvar, known: Mapping[str, Organisasjon]) -> Iterator[tuple[str, Postdata]]:
    """These as the file has them, and those that are new."""
    for name, body in known.items():
        yield name, body.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    owner = {svar.eier.id: svar.eier.ny} if svar.eier and svar.eier.ny else {}
    for name, new in (owner | dict(svar.medlemmer.nye)).items():
        yield name, {"navn": new.navn, "type": new.type, "side": new.side or "ukjent"}


def mandatet(
    svar: Registersvar, regelverk: Mapping[str, Regelverk], kilde: Path, finnes: Container[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """The rule set that is to be the mandate, and what it builds on: those that are not there, among `finnes`."""
    if svar.mandat == TOMT:
        head = {"tittel": f"Mandat for {svar.navn}", "type": "mandat", "status": "utkast"}
        body = {"datert": svar.dag, "maalform": svar.maalform, "bestemmelser": []}
        yield f"records/regelverk/{svar.utvalg}-mandat.yaml", _yaml(head | body, "regelverk", 2)
        return
    for rules in (each for each in _arvet(svar.mandat, regelverk) if each.path not in finnes):
        yield rules.path, (kilde.parent / rules.path).read_bytes()


def _utvalg(svar: Registersvar) -> Postdata:
    public = {name for name, new in svar.medlemmer.nye.items() if new.type == "offentlig"}
    seats = [row.representerer for row in svar.medlemmer.rader if row.representerer not in public]
    mandate = f"{svar.utvalg}-mandat" if svar.mandat == TOMT else svar.mandat
    return {
        "navn": svar.navn,
        "nivaa": svar.nivaa,
        "maalform": svar.maalform,
        "eier": svar.eier.id if svar.eier else "ukjent",
        "regelverk": [{"id": mandate, "fra": svar.dag}],
        # Who sits for them is who has a place; the mandates ask it of their leaders.
        "organisasjoner": list(dict.fromkeys(filter(None, seats))) or None,
        # Until the secretary says that all are there, a place nobody has is no breach.
        "medlemsliste": None if svar.alle else "ufullstendig",
        "registrert_fra": svar.dag,
    }


def _medlemmer(svar: Registersvar, regelverk: Mapping[str, Regelverk]) -> Iterator[tuple[str, bytes]]:
    """A file a person. Rows of the same person are the terms of one. What the mandate wants to know is `ukjent`."""
    rules = [g.bestemmelse for g in gjeldende(svar.mandat, regelverk)] if svar.mandat in regelverk else []
    people: dict[str, Postdata] = {}
    for row in svar.medlemmer.rader:
        wanted = krevd_av_oppnevning(rules, row.verv, row.side)
        entry = people.setdefault(row.person, personen(row) | {"oppnevninger": []})
        entry["oppnevninger"].append(ordnet(perioden(row, wanted), OPPNEVNING))
    for name, person in people.items():
        data = ordnet(person, MEDLEM)
        yield f"records/utvalg/{svar.utvalg}/medlemmer/{name}.yaml", _yaml(data, "medlem", 4)


def _moete(svar: Registersvar) -> Iterator[tuple[str, bytes]]:
    if svar.foerste_moete:
        identity = ny_identitet(svar.utvalg, svar.foerste_moete, svar.dag)
        data = ordnet({"id": identity, "dato": svar.foerste_moete, "status": "planlagt"}, MOETE)
        path = f"records/utvalg/{svar.utvalg}/moeter/{svar.foerste_moete}.yaml"
        yield path, _yaml(data, "moete", 4)


def _yaml(data: Postdata, skjema: str, dypt: int) -> bytes:
    content = som_data(data)
    assert isinstance(content, dict)
    head = f"# yaml-language-server: $schema={'../' * dypt}schemas/{skjema}.json"
    return ("\n".join([head, *blokk(content, 0)]) + "\n").encode()
