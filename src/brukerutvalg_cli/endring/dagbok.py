"""Dagbok: what the last commands wrote, so that `angre` can put it back, and no longer than it must.

It holds what the records held before, and so what somebody has taken out of them. Therefore
- of a command that touched a confidential case, what the files held is kept only while it was the last one;
- the same holds of what is more than DAGER days old, whatever it is: it goes when the next command writes;
- `angre --glem alt` takes it all away at once, and what was set aside or half written too.
What was forgotten keeps its line, so that `angre` says why it stops there instead of going on to another command.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from brukerutvalg_cli.endring.arbeidsfil import (
    BESTILT,
    DAGBOK,
    MEST_DAGBOK,
    Bestilt,
    IkkeVaar,
    Innslag,
    en_linje,
    les_dagbok,
    les_fil,
    skriv_bestilt,
    skriv_dagbok,
)
from brukerutvalg_cli.endring.arbeidsmappe import toem
from brukerutvalg_cli.endring.disken import hvorfor
from brukerutvalg_cli.endring.egne_stier import inni
from brukerutvalg_cli.endring.skriv import KanIkkeLagre, alene, er_som_foer, lagre, nye_mapper
from brukerutvalg_cli.endring.utkast import Filendring

SISTE = 20
"""So many commands back can be undone."""
DAGER = 30
"""And so many days."""
FORTROLIG = "den gjaldt en fortrolig sak, og det som sto der, tas bare vare på til neste kommando"
GAMMEL = f"det er mer enn {DAGER} dager siden"
STOR = "den var for stor til å tas vare på"


def lagre_og_husk(
    root: Path, melding: str, endringer: Sequence[Filendring], *, bestilt: bool = False
) -> None:
    """Writes the files and the entry in the journal: both, or neither. `bestilt`: a commit of them is to be made.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        made = nye_mapper(root, endringer)
        entry = Innslag(en_linje(melding), tuple(endringer), "", made, date.today())
        ours = [_ny_dagbok(root, [*map(_som_eldre, les(root)), entry])]
        lagre(root, [*endringer, *ours, *([_bestilling(root, melding, endringer)] if bestilt else [])])


def lagre_uten_aa_huske(root: Path, melding: str, endringer: Sequence[Filendring]) -> None:
    """Writes the files of a new register, which `angre` does not take back, and notes the commit that is to be made.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        lagre(root, [*endringer, _bestilling(root, melding, endringer)])


def husk_commit(root: Path, sha: str, *, av_den_siste: bool = True) -> None:
    """Notes what became of the commit that was asked for; empty where none was made.

    `av_den_siste`: whether it is of what the command that wrote last did, or of its undoing.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        done = [Filendring(BESTILT, raw, None)] if (raw := _holder(root / BESTILT)) is not None else []
        if sha and av_den_siste:
            *earlier, last = les(root)
            done.append(_ny_dagbok(root, [*earlier, last._replace(commit=sha)]))
        lagre(root, done)


def husk_lagret(root: Path, sha: str, paths: Sequence[str]) -> None:
    """Notes that what these files hold was saved after the commands that wrote it: to undo one is saved, too.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    saved = set(paths)

    def noted(entry: Innslag) -> Innslag:
        ours = any(change.path in saved for change in entry.endringer)
        return entry._replace(commit=sha) if ours and not entry.commit else entry

    with alene(root):
        before = les(root)
        if (after := [noted(entry) for entry in before]) != before:
            lagre(root, [_ny_dagbok(root, after)])


def er_av_den_siste(root: Path, bestilt: Bestilt) -> bool:
    """Whether the commit that was asked for is of what the command that wrote last did."""
    return any(
        last.melding == bestilt.melding and tuple(change.path for change in last.endringer) == bestilt.filer
        for last in les(root)[-1:]
    )


def i_veien(innslag: Sequence[Innslag], nr: int) -> list[int]:
    """Which later commands touched the same files as number `nr`; both counted from the last, which is 1."""
    files = {change.path for change in innslag[-nr].endringer}
    return [n for n in range(1, nr) if any(change.path in files for change in innslag[-n].endringer)]


def angre_siste(root: Path, nr: int = 1, *, bestilt: str = "") -> None:
    """Puts back what the last command wrote, or one before it, and takes it out of the journal: both, or neither.

    `bestilt`: what the commit of it is to say, where one is to be made.

    Raises:
        KanIkkeLagre: as `lagre`; also when a file was changed since.
    """
    with alene(root):
        entries = les(root)
        last = entries.pop(-nr)
        back = omvendt(last.endringer)
        if since := endret_siden(root, last):
            raise KanIkkeLagre(f"{', '.join(since)} er endret siden. Ingenting er skrevet")
        asked = [_bestilling(root, bestilt, back)] if bestilt else []
        lagre(root, [*back, _ny_dagbok(root, entries), *asked], rydd=last.mapper)


def endret_siden(root: Path, innslag: Innslag) -> list[str]:
    """The files that are not as the command left them.

    Raises:
        KanIkkeLagre: when one cannot be read, or is not in the register.
    """
    for change in innslag.endringer:
        if not inni(root, change.path):
            raise KanIkkeLagre(f"{change.path} ligger bak en lenke som fører ut av registeret")
    return [e.path for e in omvendt(innslag.endringer) if not er_som_foer(root, e)]


def glem_siste(root: Path) -> None:
    """Takes the last command out of the journal, and leaves its files as they are.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        lagre(root, [_ny_dagbok(root, les(root)[:-1])])


def glem_alt(root: Path) -> None:
    """Takes all commands out of the journal, and all else we kept; the records stay as they are.

    Raises:
        KanIkkeLagre: as `lagre`.
    """
    with alene(root):
        try:
            toem(root)
        except OSError as error:
            raise KanIkkeLagre(f"Ikke alt er glemt: {hvorfor(error)}") from None


def les(root: Path) -> list[Innslag]:
    """The journal, oldest first; empty where there is none, or what is there is not ours."""
    try:
        return les_dagbok(les_fil(root / DAGBOK, MEST_DAGBOK))
    except (OSError, IkkeVaar):
        return []


def omvendt(endringer: Sequence[Filendring]) -> tuple[Filendring, ...]:
    """The change that undoes these."""
    return tuple(Filendring(e.path, e.etter, e.foer) for e in endringer)


_FORTROLIG = re.compile(rb"""\bfortrolig["']?\s*:(?!\s*["']?nei\b)""")
"""The key of a case that is confidential, as far as bytes tell; what says anything but `nei`, is taken for one."""


def _som_eldre(entry: Innslag) -> Innslag:
    """An entry when another command comes after it."""
    if entry.naar <= date.today() - timedelta(days=DAGER):
        return _glemt(entry, GAMMEL)
    held = (raw for change in entry.endringer for raw in (change.foer, change.etter))
    return _glemt(entry, FORTROLIG) if any(raw and _er_fortrolig(raw) for raw in held) else entry


def _er_fortrolig(raw: bytes) -> bool:
    return b"\0" in raw or bool(_FORTROLIG.search(raw))  # of another coding than ours: nobody knows


def _glemt(entry: Innslag, why: str) -> Innslag:
    return entry if entry.glemt else Innslag(entry.melding, (), entry.commit, (), entry.naar, why)


def _ny_dagbok(root: Path, entries: Sequence[Innslag]) -> Filendring:
    kept = list(entries[-SISTE:])
    text = skriv_dagbok(kept)
    for nr, entry in enumerate(kept):  # the oldest first, until it is not too large to be read again
        if len(text) > MEST_DAGBOK:
            kept[nr] = _glemt(entry, STOR)
            text = skriv_dagbok(kept)
    return Filendring(DAGBOK, _holder(root / DAGBOK), text)


def _bestilling(root: Path, melding: str, endringer: Sequence[Filendring]) -> Filendring:
    asked = Bestilt(en_linje(melding), tuple(change.path for change in endringer))
    return Filendring(BESTILT, _holder(root / BESTILT), skriv_bestilt(asked))


def _holder(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
