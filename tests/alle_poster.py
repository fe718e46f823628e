"""Registers in which every kind of record stands with any of its fields, made from the models themselves."""

from __future__ import annotations

import random
from typing import Any

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.felt import Noekkelfelt, er_navneform, feltene
from brukerutvalg_cli.model.forfall import les_forfall
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent
from brukerutvalg_cli.model.ordliste import ORDLISTE, Ordliste
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.saksnummer import nummerformat, saksnummer
from brukerutvalg_cli.model.sats import Sats
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import klokkeslett
from brukerutvalg_cli.register.tree import MemoryTree, Tree

U = "records/utvalg/nav-storelva"
TEKSTER = ("Ventetid", "kari", "«Åse» sa: ja", "a # b", "[1", "28", "nei", "to\nlinjer\n", "- strek", "")


class Tilfeldig:
    """Makes up records. `mye`: how often what need not be there, is; `ukjent`: how often nobody knows."""

    def __init__(self, seed: int, mye: float = 0.5, ukjent: float = 0.15) -> None:
        self.rng = random.Random(seed)
        self.mye = mye
        self.ukjent = ukjent
        self.nr = 0

    def register(self) -> Tree:
        """A register with a council, three people, two meetings, and all else there can be."""
        draft = Utkast(MemoryTree({}))
        people = ("kari-nordmann", "ola-berg", "anne-lie")
        self._ny(draft, f"{U}/utvalg.yaml", self.post(Utvalg))
        for person in people:
            self._ny(draft, f"{U}/medlemmer/{person}.yaml", self.post(Medlem))
        for dag, status in (("2026-03-04", "avholdt"), ("2026-06-03", "planlagt")):
            self._ny(draft, f"{U}/moeter/{dag}.yaml", self.post(Moete) | {"dato": dag, "status": status})
        self._ny(draft, f"{U}/saker/2026-001.yaml", self.post(InnmeldtSak))
        self._ny(draft, f"{U}/hendelser.yaml", [self.post(Hendelse) for _ in range(2)])
        bodies = {name: self.post(Organisasjon) for name in ("ffo", "safo")}
        self._ny(draft, "records/organisasjoner.yaml", bodies)
        if words := self.post(Ordliste):  # a file with nothing in it is nobody's
            self._ny(draft, ORDLISTE, words)
        self._ny(draft, "records/satser.yaml", [self.post(Sats) for _ in range(2)])
        return draft.tre()

    def _ny(self, draft: Utkast, path: str, data: Any) -> None:
        draft.ny(path, data)

    def post(self, modell: Any) -> dict[str, Any]:
        """A record with what must be there, and some of what may be."""
        data: dict[str, Any] = {}
        for felt in feltene(modell):
            if len(felt.rute) > 1 or felt.nei or not (felt.kreves or self.rng.random() < self.mye):
                continue
            # A part with nothing in it is written by nobody, and goes with the last that is taken out of it.
            if (value := self.verdi(felt)) != {}:
                data[felt.rute[0]] = value
        if "vedtatt_i" in data:
            data.pop("notert_i", None)
        if modell is Godkjent:  # in a case of a meeting, or on a day and by a way
            data = {key: value for key, value in data.items() if key not in ("moete", "sak", "dato", "maate")}
            between = {"dato": "2026-03-20", "maate": "epost"}
            data |= self.rng.choice((between, {"moete": "2026-06-03", "sak": "ukjent"}))
        return data

    def verdi(self, felt: Noekkelfelt, *, ukjent: bool = True) -> Any:
        """A value that may stand there, as the files have it."""
        if ukjent and felt.kan_vaere_ukjent and self.rng.random() < self.ukjent:
            return "ukjent"
        return getattr(self, f"_{felt.slag.name.lower()}")(felt)

    def _dag(self, felt: Noekkelfelt) -> str:
        years = {"fra": 2025, "registrert_fra": 2025, "til": 2027, "registrert_til": 2027, "slutt_dato": 2027}
        years |= {"opprettet": 2025, "nedlagt": 2027}
        return (
            f"{years.get(felt.rute[-1], 2026)}-{self.rng.randrange(1, 13):02}-{self.rng.randrange(1, 29):02}"
        )

    def _moete(self, felt: Noekkelfelt) -> str:
        return self._dag(felt) + self.rng.choice(("", "", "-2"))

    def _ja_nei(self, felt: Noekkelfelt) -> str:
        return self.rng.choice(("ja", "nei"))

    def _tall(self, felt: Noekkelfelt) -> str:
        return str(self.rng.randrange(20))

    def _valg(self, felt: Noekkelfelt) -> str:
        return self.rng.choice(felt.valg)

    def _ord(self, felt: Noekkelfelt) -> str:
        if felt.les is klokkeslett:
            return self.rng.choice(("12:15", "9.00", "23:59"))
        if felt.les is nummerformat:
            return self.rng.choice(("n/aa", "PS n/aa", "aaaa/n", "nn-aa", "n", "ingen"))
        if felt.les is les_forfall:
            return self.rng.choice(TEKSTER[:7])
        assert felt.les is saksnummer
        self.nr += 1
        return f"{self.nr}/26"

    def _tekst(self, felt: Noekkelfelt) -> str:
        return self.rng.choice(TEKSTER[:-1]) if felt.lang else self.rng.choice(TEKSTER[:7])

    def _liste(self, felt: Noekkelfelt) -> list[str]:
        assert felt.i_hver
        values = [self.verdi(felt.i_hver, ukjent=False) for _ in range(self.rng.randrange(1, 4))]
        return list(dict.fromkeys(values))

    def _deler(self, felt: Noekkelfelt) -> Any:
        if er_navneform(felt):
            both = {"nb": "Ungdomsråd", "nn": "Ungdomsråd"}
            return self.rng.choice((both, "Rådet"))
        if felt.modell:
            return self.post(felt.modell)
        named = {"kjoenn": {"kvinner": "4"}, "inndelinger": ["nord"], "tidsrom": {"fra": "2025-01-01"}}
        inner = named.get(felt.rute[-1], {"nb": "Kasserer", "nn": "Kasserar"})
        return {"medlemmer": inner}

    def _poster(self, felt: Noekkelfelt) -> list[dict[str, Any]]:
        return [self.post(felt.modell) for _ in range(self.rng.randrange(1, 3))]
