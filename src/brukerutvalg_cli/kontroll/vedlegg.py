"""vedlegg – en sak viser til en vedleggsfil som ikke finnes.

Hvorfor
    Den som leser sakspapirene, finner ikke det saken handler om.

Slik retter du
    Legg fila i utvalgets mappe «vedlegg», rett filnavnet, eller stryk «fil»: et vedlegg trenger
    ikke ligge i registeret.

Galt
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, vedlegg: [{tittel: Plan, fil: plan.pdf}]}]}

Riktig
    vedlegg/plan.pdf: (en fil)
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, vedlegg: [{tittel: Plan, fil: plan.pdf}]}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, normpath

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Referat
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU309", "vedlegg"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each annex that names a file the council's folder does not have."""
    for mappe in register.mapper.values():
        folder = f"{mappe.path}/vedlegg"
        for moete in mappe.moeter:
            for name, place, unnamed in _files(moete):
                path = normpath(f"{folder}/{name}")
                if path not in register.paths or not path.startswith(f"{folder}/"):
                    yield _missing(register, mappe, moete, name, place, unnamed)


def _files(moete: Moete) -> Iterator[tuple[str, Place, str]]:
    """Each file, its place, and what it is called instead where its name is nobody's business."""
    for i, sak in enumerate(moete.saker):
        for j, annex in enumerate(sak.vedlegg):
            if annex.fil:
                unnamed = f"vedlegg nr. {j + 1} i sak {sak.navn}" if sak.fortrolig else ""
                yield annex.fil, moete.at("saker", i, "vedlegg", j, "fil"), unnamed
    for j, annex in enumerate(moete.referat.vedlegg if isinstance(moete.referat, Referat) else ()):
        if annex.fil:
            yield annex.fil, moete.at("referat", "vedlegg", j, "fil"), ""


def _missing(
    register: Register, mappe: Utvalgsmappe, moete: Moete, name: str, place: Place, unnamed: str
) -> Finding:
    from brukerutvalg_cli.forslag import forslag  # late: only for what is wrong

    there = sorted(basename(path) for path in register.paths if path.startswith(f"{mappe.path}/vedlegg/"))
    meant = None if unnamed else forslag(name, there)
    return funn(
        KODE,
        NAVN,
        f"{unnamed or f'vedlegget {name}'} finnes ikke" + (f"; mente du «{meant}»?" if meant else ""),
        place,
        utvalg=mappe.id,
        emne=f"{moete.navn} {unnamed or name}",
        help=f"skriv «{meant}» i stedet" if meant else f"legg fila i {mappe.path}/vedlegg, eller stryk «fil»",
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
