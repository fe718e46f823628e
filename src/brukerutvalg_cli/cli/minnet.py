"""Minnet: what git has of the register, read for the verbs that tell of it, with the register as it is today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from brukerutvalg_cli.cli.stans import Stans

if TYPE_CHECKING:
    from datetime import date

    import typer

    from brukerutvalg_cli.minne.gjennomgang import Gjennomgang, Lagret
    from brukerutvalg_cli.minne.lagring import Filbytte, Lagring
    from brukerutvalg_cli.minne.opptegnelse import Opptegnelse
    from brukerutvalg_cli.minne.setninger import Forteller
    from brukerutvalg_cli.minne.vern import Vern
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree

SOM_DE_ER = ("commit", "dato", "dag", "fra", "til")
"""Keys whose values are days, or what git calls something."""
NAA = "naa:"
"""Before a path: what the file holds, saved or not."""


class Minnet:
    """A register that git remembers: as it is now, and where in the repository it is."""

    def __init__(
        self,
        rot: Path,
        mappe: str,
        tree: Tree,
        *,
        er_filer: bool,
        ref: str = "",
        lastet: Lastet | None = None,
    ) -> None:
        from brukerutvalg_cli.register.load import load

        self.rot, self.mappe, self.tree, self.er_filer = rot, mappe, tree, er_filer
        self.ref = ref.partition(":")[0] or "HEAD"
        self.lastet: Lastet = lastet or load(tree)

    def naa(self, stier: Iterable[str]) -> tuple[Opptegnelse, ...]:
        """The records of today, as far as they can be read, of these files and folders."""
        from brukerutvalg_cli.minne.opptegnelse import kan_huskes, opptegnelsene

        wanted = tuple(stier)
        read = {path: file.raw for path, file in self.lastet.lest.items() if path.startswith(wanted)}
        return tuple(
            each for path, raw in read.items() if kan_huskes(path) for each in opptegnelsene(path, raw) or ()
        )

    def her(self, utvalg: str, dag: date | None = None) -> Her | None:
        """The council among all others, by today's names or those of a day; None where it is not there today."""
        from brukerutvalg_cli.ord.i_ord import Her

        register = self.lastet.register.paa_dag(dag) if dag else self.lastet.register
        folder = register.mapper.get(utvalg)
        return Her(folder, register) if folder else None

    def vern(self, utvalg: str, dag: date | None = None) -> Vern:
        """What may be said of a council: nothing in words that the register does not say openly today.

        By the names of a day, where that is one of which it is told what was.
        """
        from brukerutvalg_cli.minne.vern import Vern
        from brukerutvalg_cli.rapport.skjerm import bare_valgt

        her = self.her(utvalg, dag)
        hidden = frozenset(bare_valgt(her.mappe)) if her else frozenset()
        return Vern(her.register if her else self.lastet.register, her, self._aapent, hidden)

    @cached_property
    def _aapent(self) -> frozenset[str]:
        from brukerutvalg_cli.minne.vern import aapent

        return aapent(self.lastet.register, self.naa(["records/"]))

    def forteller(self, utvalg: str) -> Forteller:
        """Who tells of a council."""
        from brukerutvalg_cli.minne.setninger import Forteller

        return Forteller(self.vern(utvalg))

    def kalt(self, utvalg: str) -> str:
        """What a council is called today; what all of them share, where none is named."""
        her = self.her(utvalg)
        return her.mappe.utvalg.navn.nb if her else utvalg or "Felles for alle utvalg"

    def trygge_linjer(self, linjer: Sequence[str]) -> list[str]:
        """The lines without the names of those who are not to be named, and without what is private."""
        from brukerutvalg_cli.cli.personvernvakt import trygg_melding
        from brukerutvalg_cli.tegn import one_line

        between = "\n|\n"  # so that no name is found across two lines
        indents = [line[: len(line) - len(line.lstrip(" "))] for line in linjer]
        said = trygg_melding(between.join(map(one_line, linjer)), (), self.lastet.register)
        shown = said.split(between) if linjer else []
        return [f"{indent}{line}" for indent, line in zip(indents, shown, strict=True)]

    def trygge_data(self, data: Any) -> Any:
        """The same for data: every text in it, but for what git calls something."""
        texts = list(dict.fromkeys(_tekstene(data)))
        safe = dict(zip(texts, self.trygge_linjer(texts), strict=True))
        return _med(data, safe)

    @cached_property
    def lagringer(self) -> tuple[Lagring, ...]:
        """All that was saved, the oldest first.

        Raises:
            Stans: when nothing was, or git cannot say.
        """
        from brukerutvalg_cli.gitlager.historie import lagringer
        from brukerutvalg_cli.gitlager.kall import GitFeil

        try:
            found = lagringer(self.rot, self.mappe, self.ref)
        except GitFeil as error:
            raise Stans(f"historikken kan ikke leses: {error}") from None
        if not found:
            raise Stans("ingenting av registeret er lagret i git ennå. Skriv «brukerutvalg lagre»")
        return found

    def innhold(self, filer: Iterable[Filbytte]) -> dict[str, bytes]:
        """What these files held.

        Raises:
            Stans: when git has not all of it here.
        """
        from brukerutvalg_cli.gitlager.historie import innholdet
        from brukerutvalg_cli.gitlager.kall import GitFeil

        names = [name for file in filer for name in (*file.foer, file.naa) if name]
        now = {name: self._lest(name.removeprefix(NAA)) for name in names if name.startswith(NAA)}
        try:
            return innholdet(self.rot, set(names) - set(now)) | now
        except GitFeil as error:
            raise Stans(f"historikken kan ikke leses: {error}") from None

    def _lest(self, path: str) -> bytes:
        raw = self.tree.read(path)
        return raw if isinstance(raw, bytes) else b""

    def mellom(self, fra: str, til: str, stier: Iterable[str]) -> tuple[Filbytte, ...]:
        """What differs from one commit to another, or to the files as they are; of these files and folders.

        Raises:
            Stans: when git cannot say.
        """
        from brukerutvalg_cli.gitlager.historie import filene
        from brukerutvalg_cli.gitlager.kall import GitFeil
        from brukerutvalg_cli.minne.lagring import Filbytte

        try:
            before = filene(self.rot, fra, self.mappe)
            after = filene(self.rot, til or "HEAD", self.mappe) if til or not self.er_filer else None
        except GitFeil as error:
            raise Stans(f"historikken kan ikke leses: {error}") from None
        if after is None:
            after = self._filene_naa(before)
        wanted = tuple(stier)
        both = sorted(path for path in {*before, *after} if path.startswith(wanted))
        pairs = ((path, before.get(path, ""), after.get(path, "")) for path in both)
        return tuple(Filbytte(path, (was,), now) for path, was, now in pairs if was != now)

    def _filene_naa(self, foer: Mapping[str, str]) -> dict[str, str]:
        """The files that are there: by the blob, where they are as they were."""
        from brukerutvalg_cli.minne.lagring import Filbytte

        held = self.innhold(Filbytte(path, (sha,), "") for path, sha in foer.items())
        there = [path for path in self.tree.paths() if path.lower().endswith((".yaml", ".yml"))]
        return {
            path: foer[path] if path in foer and held[foer[path]] == self._lest(path) else f"{NAA}{path}"
            for path in there
        }


class Gaatt(NamedTuple):
    """What was gone through: each saving with its changes, and who can be followed to the end."""

    gang: Gjennomgang
    lagret: tuple[Lagret, ...]


def gaa(minnet: Minnet, stier: Iterable[str]) -> Gaatt:
    """All that was saved of these files and folders, and last what is not saved.

    Raises:
        Stans: when git cannot say.
    """
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.minne.gjennomgang import Gjennomgang, bare
    from brukerutvalg_cli.minne.lagring import Lagring

    wanted = tuple(stier)
    saved = bare(minnet.lagringer, wanted)
    left = minnet.mellom("HEAD", "", wanted) if minnet.er_filer else ()
    every = [*saved, *([Lagring("", ("HEAD",), "", naa(), left)] if left else [])]
    gang = Gjennomgang(minnet.innhold(file for each in every for file in each.filer))
    return Gaatt(gang, tuple(gang.av(every)))


def minnet(ctx: typer.Context) -> Minnet:
    """The register and what git has of it. One without files laid out is the register of its last commit.

    Raises:
        Stans: when there is no register, or no repository.
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.gitlager.historie import mappen
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.revisjon import revisjon
    from brukerutvalg_cli.register.tree import MemoryTree, WorkTree

    try:
        root = register_rot(ctx)
    except Stans as without:
        root = ctx.obj.rot or Path.cwd()
        try:
            found = revisjon(root, "HEAD")
        except GitFeil:
            raise without from None
        return Minnet(root, found.mappe, MemoryTree(found.filer), er_filer=False)
    try:
        return Minnet(root, mappen(root), WorkTree(root), er_filer=True)
    except GitFeil as error:
        raise Stans(f"historikken kan ikke leses: {error}") from None


def _tekstene(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for key, each in data.items() if key not in SOM_DE_ER for text in _tekstene(each))
    elif isinstance(data, list | tuple):
        yield from (text for each in data for text in _tekstene(each))


def _med(data: Any, safe: Mapping[str, str]) -> Any:
    if isinstance(data, str):
        return safe[data]
    if isinstance(data, dict):
        return {key: each if key in SOM_DE_ER else _med(each, safe) for key, each in data.items()}
    return [_med(each, safe) for each in data] if isinstance(data, list | tuple) else data
