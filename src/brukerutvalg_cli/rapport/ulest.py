"""Ulest: what is shown of a file that could not be read, and of which no check has told what it may hold.

A file with a confidential case in it is known by the words for one; then nothing that stands in the file
is repeated, but for the names of keys. In every other file, private telephone numbers and addresses are
blotted out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.rapport.rapport import Located
from brukerutvalg_cli.register.filfeil.innhold import MANGLER_NOEKKEL, UKJENT_NOEKKEL
from brukerutvalg_cli.register.filfeil.skrivemaate import DOBBEL_NOEKKEL, FIL_YAML, YAML_ANKER
from brukerutvalg_cli.register.filfeil.tabell import FILFEIL
from brukerutvalg_cli.regler.innebygd.private_opplysninger import uten_kontakt

_KODER = frozenset(kind.code for kind in FILFEIL)
_OM_NOEKLER = frozenset(kind.code for kind in (DOBBEL_NOEKKEL, MANGLER_NOEKKEL, UKJENT_NOEKKEL))
_GJENTAR = frozenset(kind.code for kind in (FIL_YAML, YAML_ANKER))
"""Kinds whose help may write a line of the file as it should be."""

# Also `fortrolg`, which may be what is wrong, and the keys that only such a case has.
_FORTROLIG = re.compile(r"\bfortr\w*(?!\w|\W{1,8}(?:nei|no|false)\b)|\boffentlig_tittel\b", re.IGNORECASE)
_SITAT = re.compile(r"«([^»]*)»")
_NOEKKEL = re.compile(r"[\w-]+")
_ORD = re.compile(r"\w{3,}")
HJELP = "se på stedet i filen; det vises ikke her, for filen har noe fortrolig i seg"


def skjermet(located: Located, text: str) -> Located:
    """What a finding shows, where its file was not read; `text` is that of the file."""
    if located.finding.code not in _KODER:
        return located
    if _FORTROLIG.search(text):
        related = tuple(r._replace(linje="") for r in located.related)
        return replace(located, finding=_uten_innhold(located.finding, text), linje="", related=related)
    related = tuple(r._replace(linje=uten_kontakt(r.linje)) for r in located.related)
    finding = _uten_kontakt(located.finding)
    return replace(located, finding=finding, linje=uten_kontakt(located.linje), related=related)


def _uten_innhold(finding: Finding, text: str) -> Finding:
    words = frozenset(_ORD.findall(text.casefold()))

    def masked(found: re.Match[str]) -> str:
        is_key = finding.code in _OM_NOEKLER and _NOEKKEL.fullmatch(found[1])
        return "«…»" if not is_key and _ORD.search(found[1]) else found[0]

    repeated = finding.code in _GJENTAR and not words.isdisjoint(_ORD.findall(finding.help.casefold()))
    return replace(
        finding,
        message=_SITAT.sub(masked, finding.message),
        help=HJELP if repeated else finding.help,
        emne=finding.emne if _NOEKKEL.fullmatch(finding.emne.replace(".", "")) else "",
    )


def _uten_kontakt(finding: Finding) -> Finding:
    message, help, emne = map(uten_kontakt, (finding.message, finding.help, finding.emne))
    return replace(finding, message=message, help=help, emne=emne)
