"""Minutes rendered and compared with what lies in a folder, against f-strings that write as much of the same records.

The records are read before the clock starts. And the command itself, where nothing is to be written, against `valider`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import WorkTree
from maaling import OURS, Maalinger, Rad, Tid, forhold, her, kommando
from registeret import Land

REFERATER = 15_000
"""So many, where the country has them."""
Skriver = Callable[[Moete], str]


def rader(land: Land, runder: int) -> Iterator[Rad]:
    """The one and the other in turn, council by council, and again and again."""
    yield _mot_f_strenger(land.helt)
    found = Maalinger()
    with TemporaryDirectory() as folder:
        written = [*OURS, "dokumenter", "--bare", "referat", "-o", folder]
        kommando(written, land.noen)
        for _ in range(runder):
            found.ta("dokumenter", partial(kommando, written, land.noen))
            found.ta("valider", partial(kommando, [*OURS, "valider", "--dato", "2024-01-15"], land.noen))
    files = land.filer(land.noen)
    yield forhold(
        f"`dokumenter`, {files} files, nothing to write",
        "`valider`",
        found.av("dokumenter"),
        found.av("valider"),
    )


def _mot_f_strenger(root: Path) -> Rad:
    read, count = load(WorkTree(root), utvalg=()), 0
    took = {"ours": Tid(0, 0, 0), "f-strings": Tid(0, 0, 0)}
    with TemporaryDirectory() as folder:
        for name in read.landet.utvalgene:
            if count >= REFERATER:
                break
            council = read.av([name])
            mappe = council.register.mapper[name]
            writers = {"ours": partial(_vaart, council, mappe), "f-strings": partial(_med_f_strenger, mappe)}
            for who, writer in writers.items():
                laid = Path(folder) / who / name
                laid.mkdir(parents=True)
                _sammenlikn(writer, mappe, laid)
                more = her(partial(_sammenlikn, writer, mappe, laid))
                took[who] = Tid(took[who].klokke + more.klokke, took[who].prosessor + more.prosessor, 0)
            count += len(mappe.moeter)
            posten.cache_clear()
    return forhold(f"{count} minutes rendered and compared", "f-strings", took["ours"], took["f-strings"], 4)


def _sammenlikn(skriver: Skriver, mappe: Utvalgsmappe, laid: Path) -> None:
    """Writes what is not there, or says something else there."""
    for moete in mappe.moeter:
        text, path = skriver(moete).encode(), laid / f"{moete.navn}.md"
        try:
            there = path.read_bytes()
        except OSError:
            there = b""
        if there != text:
            path.write_bytes(text)


def _vaart(council: Lastet, mappe: Utvalgsmappe, moete: Moete) -> str:
    text = lag("referat", council.register, mappe, moete, council.landet.tree)
    assert isinstance(text, str), text
    return text


def _med_f_strenger(mappe: Utvalgsmappe, moete: Moete) -> str:
    """What anybody would write who has these records, and nothing but these to think of."""
    there = "".join(f"- {_navn(mappe, o.person)}\n" for o in kjent(moete.oppmoete) or ())
    cases = "".join(f"\n## Sak {sak.nr}: {sak.tittel}\n\n{_saken(sak)}" for sak in moete.saker)
    return (
        f"# Referat fra møtet {moete.dato}\n\n{mappe.utvalg.navn.nb}\n\n"
        f"- Møteleder: {_navn(mappe, moete.moeteleder)}\n- Referent: {_navn(mappe, moete.referent)}\n\n"
        f"## Til stede\n\n{there}{cases}"
    )


def _saken(sak: Sak) -> str:
    decided = kjent(sak.vedtak)
    agreed = "".join(f"- {each.hva}: {each.ansvarlig}, innen {each.frist}\n" for each in sak.oppfoelging)
    return f"{sak.referat or ''}\n{f'Vedtak: {decided.tekst}' if decided else ''}\n\n{agreed}"


def _navn(mappe: Utvalgsmappe, person: object) -> str:
    found = mappe.medlemmer.get(str(person))
    return f"{found.navn}, {found.representerer}" if found else str(person)
