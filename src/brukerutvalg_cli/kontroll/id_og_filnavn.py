"""id-og-filnavn – fila heter noe annet enn det som står i den.

Hvorfor
    Andre filer viser til navnet på fila. Et møte finnes ved datoen i filnavnet,
    og kalendere kjenner det igjen på id-en.

Slik retter du
    Gi fila nytt navn, eller rett det som står i den.

Galt
    moeter/2022-11-16: {dato: 2022-11-17}

Riktig
    moeter/2022-11-16: {dato: 2022-11-16}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.omriss import MOETEIDER, Moeteid
from brukerutvalg_cli.model.post import Filpost
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU202", "id-og-filnavn"

_SAKSFIL = re.compile(r"\d{4}-\d{3}")


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each record that says another name than its file, or a council another than its folder."""
    for mappe in register.mapper.values():
        yield from _compare(mappe.utvalg, mappe.utvalg.id, "id", mappe.id, mappe.id, folder=True)
        for person, medlem in mappe.medlemmer.items():
            yield from _compare(medlem, medlem.id, "id", person, mappe.id)
        for moete in mappe.moeter:
            yield from _compare(moete, moete.navn, "dato", PurePosixPath(moete.path).stem, mappe.id)
        for sak in mappe.saker.values():
            yield from _case(sak, mappe.id)


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """The same of the rule sets, and each meeting that says it is another one."""
    for rules in regelverk.values():
        yield from _compare(rules, rules.id, "id", PurePosixPath(rules.path).stem)
    yield from _same_meeting(register)


def _same_meeting(register: Register) -> Iterator[Finding]:
    """Meetings that say they are one another: a file that was copied to make a new one."""
    first: dict[str, Moeteid] = {}
    every = ((council, moete) for council, those in _moetene(register) for moete in those)
    for council, moete in sorted(every, key=lambda item: (item[1].rekkefoelge, item[1].path)):
        other = first.setdefault(moete.id, moete)
        if other is not moete:
            yield funn(
                KODE,
                NAVN,
                f"møtet {moete.navn} har samme id som {other.navn}, og kalendere tar det for å være det samme møtet",
                moete.place,
                utvalg=council,
                emne=moete.navn,
                help="slett «id» her, om fila er laget av en kopi",
                related=(Related(other.place, "det andre møtet"),),
            )


def _moetene(register: Register) -> Iterator[tuple[str, tuple[Moeteid, ...]]]:
    """The meetings of the councils at hand that say who they are, and others that may say the same; or else of all."""
    if not register.mapper and register.bare is None:
        yield from register.svar(MOETEIDER)
        return
    own = {name: MOETEIDER.svar(mappe) for name, mappe in register.mapper.items()}
    own |= {name: register.andre.svar_fra(MOETEIDER, name) or () for name in sorted(register.bare or ())}
    yield from own.items()
    said = {moete.id for those in own.values() for moete in those}
    others = register.andre.svar_fra_dem_som_sier(MOETEIDER, said)
    yield from (each for each in others if each[0] not in own)


def _case(sak: InnmeldtSak, utvalg: str) -> Iterator[Finding]:
    name = PurePosixPath(sak.path).stem
    if not _SAKSFIL.fullmatch(name):
        text = f"fila heter {name}.yaml; en innmeldt sak heter år og nummer, som 2024-003.yaml"
        help = "gi fila det neste ledige nummeret i året"
        yield funn(KODE, NAVN, text, Place(sak.path), utvalg=utvalg, emne=name, help=help)


def _compare(
    record: Filpost, said: str | None, key: str, name: str, utvalg: str = "", *, folder: bool = False
) -> Iterator[Finding]:
    if said is not None and said != name:
        what, ending = ("mappa", "") if folder else ("fila", ".yaml")
        yield funn(
            KODE,
            NAVN,
            f"her står det {said}, men {what} heter {name}{ending}",
            record.at(key),
            utvalg=utvalg,
            emne=name,
            help=f"gi {what} navnet {said}{ending}, eller skriv {name} her",
        )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter, om_alle=om_alle)
