"""Filer: which file a record is in, the usual order of its keys, and the line an editor finds its schema by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from pydantic import BaseModel

from brukerutvalg_cli.model.avstemning import Vedtak
from brukerutvalg_cli.model.avvik import Avvik
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning, Permisjon
from brukerutvalg_cli.model.moete import Formoete, Moete, Sted
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.moetepapirer import Publisert, Referat, Sakliste, Sendt
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.post import Post, kan_antas
from brukerutvalg_cli.model.sak import Oppfoelging, Sak, Valg, Vedlegg
from brukerutvalg_cli.model.saksnummer import les_nummer
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import ANTATT
from brukerutvalg_cli.navn import ikke_id, som_id

Postdata = dict[str, Any]
"""What is to be written of a record, by its keys."""


INGENTING: tuple[Any, ...] = (None, "", (), [], {})
"""What states nothing."""


class Nektet(Exception):
    """What the secretary asked for cannot be done; the message says why, and what to do instead."""


def noekler(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a record, in the order they are written."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


def ordnet(felter: Mapping[str, Any], rekkefoelge: Sequence[str]) -> dict[str, Any]:
    """What is stated of these, in the order it is written. Nothing, an empty text and an empty list state nothing."""
    given = {key: value for key, value in felter.items() if value not in INGENTING}
    return dict(sorted(given.items(), key=lambda item: rekkefoelge.index(item[0])))


def som_antatt(felter: Postdata, model: type[Post], nevnt: str) -> Postdata:
    """The same, where those of the facts that are named (with commas between) are only assumed.

    Raises:
        Nektet: when one of them is not among what is to be written, or cannot be assumed.
    """
    names = [name.strip() for name in nevnt.split(",") if name.strip()]
    given = [
        name
        for name, info in model.model_fields.items()
        if kan_antas(info) and felter.get(name) not in INGENTING
    ]
    for name in names:
        if name not in given:
            rest = f"Det kan være {', '.join(given)}" if given else "Ingenting her kan være det"
            raise Nektet(f"«{name}» kan ikke være antatt her. {rest}")
    return felter | {name: {ANTATT: felter[name]} for name in names}


UTVALG, AVVIK = noekler(Utvalg), noekler(Avvik)
MOETE, SENDT, REFERAT, SAK = noekler(Moete), noekler(Sendt), noekler(Referat), noekler(Sak)
STED, FORMOETE, VEDLEGG = noekler(Sted), noekler(Formoete), noekler(Vedlegg)
OPPMOETE, VEDTAK = noekler(Oppmoete), noekler(Vedtak)
SAKLISTE, PUBLISERT = noekler(Sakliste), noekler(Publisert)
INNMELDT, VALG, OPPFOELGING = noekler(InnmeldtSak), noekler(Valg), noekler(Oppfoelging)
MEDLEM, OPPNEVNING, HENDELSE = noekler(Medlem), noekler(Oppnevning), noekler(Hendelse)
PERMISJON = noekler(Permisjon)


def hode(mappe: Utvalgsmappe, skjema: str) -> str:
    """The first line of a new file in the council's folder: where its schema is."""
    up = "../" * (mappe.path.count("/") + (0 if skjema in ("utvalg", "hendelser") else 1) + 1)
    return f"# yaml-language-server: $schema={up}schemas/{skjema}.json\n"


def utvalgsfil(mappe: Utvalgsmappe) -> str:
    """The council's own file."""
    return f"{mappe.path}/utvalg.yaml"


def hendelsesfil(mappe: Utvalgsmappe) -> str:
    """The list of what recurs beside the meetings."""
    return f"{mappe.path}/hendelser.yaml"


def moetefil(mappe: Utvalgsmappe, navn: Moetenavn) -> str:
    """The file of the meeting of this name."""
    return f"{mappe.path}/moeter/{navn}.yaml"


def personfil(mappe: Utvalgsmappe, person: str) -> str:
    """The file of a person."""
    return f"{mappe.path}/medlemmer/{person}.yaml"


def person_id(navn: str) -> str:
    """The id of a person from the name: letters of any keyboard, with hyphens. `Åse Ødegård` is aase-oedegaard.

    Raises:
        Nektet: when the name has no letter, or no file can be called that.
    """
    found = som_id(navn)
    if not found:
        raise Nektet(f"«{navn}» er ikke et navn")
    if why := ikke_id(found):
        raise Nektet(f"«{found}» kan ikke være en id, som også er navnet på en fil: {why}. Velg en annen")
    return found


def id_av(skrevet: str, navn: str) -> str:
    """The id that was written, or else one made of the name.

    Raises:
        Nektet: when it is not written as an id: it is the name of a file, and what others write to mean this one.
    """
    usual = person_id(skrevet or navn)
    if skrevet not in ("", usual):
        raise Nektet(
            f"«{skrevet}» kan ikke være en id: bare små bokstaver fra a til z, tall og bindestrek. Skriv {usual}"
        )
    return usual


def er_holdt(mappe: Utvalgsmappe, moete: Moete) -> None:
    """See to it that there can be minutes of a meeting.

    Raises:
        Nektet: when it is not recorded as held.
    """
    if moete.status != "avholdt":
        first = f"brukerutvalg oppmoete {mappe.id} {moete.navn}"
        raise Nektet(f"møtet {moete.navn} er ikke ført som avholdt. Skriv ned oppmøtet først: {first}")


def moetet(mappe: Utvalgsmappe, navn: Moetenavn) -> Moete:
    """The meeting of this name.

    Raises:
        Nektet: when there is none.
    """
    found = next((m for m in mappe.moeter if m.navn == navn), None)
    if found is None:
        raise Nektet(f"det er ikke ført noe møte {navn}")
    return found


def ikke_avholdt(mappe: Utvalgsmappe, navn: Moetenavn) -> Moete:
    """The meeting of that name, which is still ahead as far as the records say.

    Raises:
        Nektet: when it has been held.
    """
    moete = moetet(mappe, navn)
    if moete.status == "avholdt":
        raise Nektet(f"møtet {navn} er avholdt")
    return moete


def saken(moete: Moete, nr: str) -> int:
    """The place of a case on the agenda.

    Raises:
        Nektet: when it is not there.
    """
    named = (at for at, sak in enumerate(moete.saker) if nr in (sak.navn, sak.nr))
    meant = les_nummer(nr)
    written = (at for at, sak in enumerate(moete.saker) if meant and meant == les_nummer(sak.nr))
    found = next(chain(named, written), None)
    if found is None:
        have = ", ".join(sak.navn for sak in moete.saker) or "ingen saker"
        raise Nektet(f"sak {nr} står ikke på sakslista til møtet {moete.navn}, som har {have}")
    return found
