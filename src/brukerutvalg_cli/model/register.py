"""Register: all councils and organisations on record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.antakelse import Antakelse, antatt_i, uten
from brukerutvalg_cli.model.foeringshistorie import Foeringshistorie
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.navnene import brukt, erklaert
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER, Organisasjon
from brukerutvalg_cli.model.sats import Sats
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.verdier import UKJENT


@dataclass(frozen=True)
class Register:
    """What the files say, as far as they could be read.

    `paths` are all files under the root, so that a rule can ask whether an annex exists; `feilet`
    are those that could not be read.
    """

    organisasjoner: dict[str, Organisasjon] = field(default_factory=dict)
    mapper: dict[str, Utvalgsmappe] = field(default_factory=dict)
    satser: tuple[Sats, ...] = ()
    paths: frozenset[str] = frozenset()
    feilet: frozenset[str] = frozenset()

    maler: Mapping[str, str] = field(default_factory=dict)
    """The templates of the register's own, each with a sum of what it says."""
    ordliste: Ordliste = field(default_factory=Ordliste)
    """What is called what in every council."""
    historie: Foeringshistorie | None = None
    """When what stands here was recorded; None where nobody has asked."""

    @cached_property
    def erklaert(self) -> Mapping[Slag, frozenset[str]]:
        """The names of each sort that the language has, or the register declares."""
        councils = [mappe.utvalg for mappe in self.mapper.values()]
        people = (name for mappe in self.mapper.values() for name in mappe.kjente_personer)
        return erklaert(self.ordliste, councils, self.organisasjoner, self.kjente_utvalg, people)

    @cached_property
    def brukt(self) -> Mapping[Slag, frozenset[str]]:
        """The names of each sort that some record uses."""
        return brukt(self.mapper.values(), self.organisasjoner)

    def maler_for(self, utvalg: str, men_ikke: str) -> list[str]:
        """The sums of the templates a council's documents may be made by, but for those of this document."""
        folders = ("records/templates/", f"records/utvalg/{utvalg}/templates/")
        return [
            sum_
            for path, sum_ in sorted(self.maler.items())
            if path.startswith(folders) and f"/{men_ikke}." not in path
        ]

    def paa_dag(self, dag: date) -> Register:
        """The same register with the names of that day."""
        bodies = {name: body.paa_dag(dag) for name, body in self.organisasjoner.items()}
        mapper = {name: mappe.paa_dag(dag) for name, mappe in self.mapper.items()}
        return replace(self, organisasjoner=bodies, mapper=mapper)

    @property
    def kjente_utvalg(self) -> frozenset[str]:
        """Every council with a folder, also one whose utvalg.yaml could not be read."""
        unread = {path.split("/")[2] for path in self.feilet if path.startswith("records/utvalg/")}
        return frozenset(self.mapper) | unread

    @cached_property
    def antatt_om_organisasjoner(self) -> tuple[Antakelse, ...]:
        """All that is assumed of the organisations, which any council may name."""
        bodies = self.organisasjoner.items()
        return tuple(each for name, body in bodies for each in antatt_i(body, _organisasjon_at(name)))

    def uten_antakelser(
        self, places: Collection[Place] | None = None, utvalg: Iterable[str] | None = None
    ) -> Register:
        """The same register where nobody knows what is assumed of the organisations and of these councils, or all.

        `places`: only what stands there.
        """
        chosen = [
            self.mapper[name].uten_antakelser(places) for name in (self.mapper if utvalg is None else utvalg)
        ]
        bodies = {
            name: uten(body, _organisasjon_at(name), places) for name, body in self.organisasjoner.items()
        }
        mapper = self.mapper | {mappe.id: mappe for mappe in chosen}
        if any(m.utvalg.overordnet != self.mapper[m.id].utvalg.overordnet for m in chosen):
            # It may be above any of them: what each was told by the others when they were read is no longer known.
            mapper = {name: _uten_underordnede(mappe) for name, mappe in mapper.items()}
        if self.antatt_om_organisasjoner:  # people are remembered with the organisations they sit for
            mapper = {name: replace(mappe, sett={}) for name, mappe in mapper.items()}
        return replace(self, organisasjoner=bodies, mapper=mapper)


def _uten_underordnede(mappe: Utvalgsmappe) -> Utvalgsmappe:
    return replace(mappe, utvalg=mappe.utvalg.model_copy().med_underordnede(UKJENT), sett={})


def _organisasjon_at(name: str) -> Place:
    return Place(ORGANISASJONER, (name,))
