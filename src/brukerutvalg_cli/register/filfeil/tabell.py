"""Tabell: every file problem there is, by code."""

from brukerutvalg_cli.register.filfeil.filer import (
    FIL_FOR_STOR,
    FIL_KODING,
    FIL_KOPI,
    FIL_NAVN,
    FIL_TOM,
    FIL_ULESBAR,
    UKJENT_FIL,
)
from brukerutvalg_cli.register.filfeil.innhold import (
    ELDRE_SKRIVEMAATE,
    FEIL_VERDI,
    MANGLER_NOEKKEL,
    UKJENT_NOEKKEL,
    UMULIG_DATO,
)
from brukerutvalg_cli.register.filfeil.skrivemaate import (
    DOBBEL_NOEKKEL,
    FIL_FOR_DYP,
    FIL_TABULATOR,
    FIL_TEGN,
    FIL_YAML,
    FLERE_DOKUMENT,
    TEKST_KUTTET,
    TOM_TEKST,
    YAML_ANKER,
    YAML_MERKE,
    YAML_NOEKKEL,
)
from brukerutvalg_cli.register.filfeil.slag import Filfeil

FILFEIL: tuple[Filfeil, ...] = (
    FIL_ULESBAR,
    FIL_FOR_STOR,
    FIL_KODING,
    FIL_TEGN,
    FIL_TOM,
    FIL_YAML,
    FIL_TABULATOR,
    FIL_FOR_DYP,
    FLERE_DOKUMENT,
    DOBBEL_NOEKKEL,
    YAML_ANKER,
    YAML_MERKE,
    YAML_NOEKKEL,
    UKJENT_NOEKKEL,
    MANGLER_NOEKKEL,
    FEIL_VERDI,
    UMULIG_DATO,
    UKJENT_FIL,
    FIL_KOPI,
    TEKST_KUTTET,
    TOM_TEKST,
    FIL_NAVN,
    ELDRE_SKRIVEMAATE,
)
INGENTING_LEST = frozenset(
    kind.code
    for kind in (
        FIL_ULESBAR,
        FIL_FOR_STOR,
        FIL_KODING,
        FIL_YAML,
        FIL_TABULATOR,
        FIL_FOR_DYP,
        FLERE_DOKUMENT,
    )
)
"""The codes of those by which nobody knows what a file says: it may say anything, today and tomorrow."""
