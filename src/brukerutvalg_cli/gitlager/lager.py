"""Lager: what we ask of git and have it do, beside what its files tell (`gitfiler.py`) and what it has (`innhold.py`).

A commit is what the secretary could have made with `git commit`, and runs what that runs: hooks, filters and signing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from brukerutvalg_cli.gitlager.feil import vist
from brukerutvalg_cli.gitlager.kall import (
    SPOER,
    TRYGT,
    GitFeil,
    Repo,
    WorkRepo,
    kjoer,
    repo_eller_mappe,
    repoet,
    siste,
    spoer,
    stier,
)

MED_NAVN = ("-c", "user.useConfigOnly=true")
"""Else git makes up an address of the machine's name, and nobody is told."""

INGEN_FILTER = (("clean", ""), ("process", ""), ("required", "false"))
"""What a filter is set to that changes nothing, and runs nothing."""

VURDERT = "BRUKERUTVALG_VURDERT"
"""Set for the commits of our own commands: what they write they have judged, and told of."""


def ligger_i_repo(root: Path) -> bool:
    """Whether the folder lies in a git repository, and git is there to be asked."""
    try:
        repoet(root)
    except GitFeil:
        return False
    return True


def commit(root: Path, paths: Iterable[str], melding: str) -> str:
    """Commits these files, and no others, with this message; the commit's id. What else is staged stays staged.

    Raises:
        GitFeil: when there is no repository, or git refuses (no identity, a hook that fails). Nothing is then staged
            that was not.
    """
    repo = repoet(root)
    names = list(navnene(repo, root, paths).values())
    known = kjente(repo, names)
    ingen_overses(known)  # git would leave them out, and say nothing
    new = [name for name in names if name not in known and staar(repo, name)]
    both = [name for name in names if name in known or name in new]
    try:
        # Their names alone: whoever is killed here leaves nothing for the next commit of somebody else.
        if new:
            kjoer(repo, *TRYGT, "add", "--intent-to-add", *stier(new))
        if not both:  # `git commit --only` of nothing would take all that is staged
            raise GitFeil("det er ingenting å lagre, for git følger ingen av filene")
        kjoer(
            repo,
            *TRYGT,
            *MED_NAVN,
            "commit",
            "--quiet",
            "--message",
            melding,
            "--only",
            *stier(both),
            env={VURDERT: "1"},
        )
    except BaseException:  # a Ctrl-C too
        with suppress(GitFeil):  # why is told already
            glem_navn(repo, new)
        raise
    return spoer(repo, "rev-parse", "HEAD").strip()


def siste_commit(root: Path) -> str:
    """The id of the last commit; empty where there is none.

    Raises:
        GitFeil: when there is no repository.
    """
    return siste(repoet(root))


def identitet(root: Path) -> tuple[str, str]:
    """The name and address that commits get, or would get in a repository here; empty where none are set.

    Raises:
        GitFeil: when git is not there.
    """
    repo = repo_eller_mappe(root)

    def sagt(key: str) -> str:
        named = os.environ.get(f"GIT_AUTHOR_{key.upper()}") or (
            os.environ.get("EMAIL") if key == "email" else ""
        )
        return spoer(repo, "config", "--default", "", "--get", f"user.{key}").strip() or named or ""

    return sagt("name"), sagt("email")


def sett_identitet(root: Path, navn: str, epost: str) -> None:
    """Has the register's own repository, and no other, call whoever saves here by this name and address.

    Raises:
        GitFeil: when there is no repository, or git refuses.
    """
    for key, value in [(key, value) for key, value in (("name", navn), ("email", epost)) if value]:
        sett(root, f"user.{key}", value)


def sett(root: Path, noekkel: str, verdi: str) -> None:
    """Gives the register's own repository, and no other, a setting.

    Raises:
        GitFeil: when there is no repository, its settings are kept outside of it, or git refuses.
    """
    egen_fil(root, "config")  # git would write what a link of that name leads to
    kjoer(repoet(root), *TRYGT, "config", "--local", "--replace-all", "--", noekkel, verdi)


def egen_fil(root: Path, navn: str) -> Path:
    """A file among git's own, where it may be written: no link, and not led out of git's own folder by one.

    Raises:
        GitFeil: when there is no repository, or it may not.
    """
    repo = repoet(root)
    top = Path(repo.working_tree_dir)
    path, common = (
        top / kjoer(repo, *TRYGT, "rev-parse", *which).strip()
        for which in (("--git-path", navn), ("--git-common-dir",))
    )
    home, own = common.resolve(), Path(repo.git_dir).resolve()
    if path.is_symlink():
        raise GitFeil(
            f"{vist(str(path))} er en lenke til et annet sted. Slett den, og skriv «brukerutvalg doctor --rett»"
        )
    if not (own.is_relative_to(home) and path.resolve().is_relative_to(home)):
        raise GitFeil(
            f"{vist(str(path.parent))} er ikke i git-lagerets egen mappe, og der skriver programmet ikke"
        )
    return path


def toppen(root: Path) -> Path:
    """The folder the repository's files are in.

    Raises:
        GitFeil: when there is no repository.
    """
    return Path(repoet(root).working_tree_dir).resolve()


def krokmappe(root: Path) -> Path:
    """The folder git takes its hooks from, wherever that is.

    Raises:
        GitFeil: when there is no repository.
    """
    repo = repoet(root)
    return Path(repo.working_tree_dir) / kjoer(repo, *TRYGT, "rev-parse", "--git-path", "hooks").strip()


def prefiks(repo: Repo, root: Path) -> str:
    """The way from the top of the repository to the register, with `/` last; empty where they are one, and where
    the repository has no files laid out."""
    if repo.working_tree_dir is None:
        return ""
    way = Path(os.path.relpath(root.resolve(), Path(repo.working_tree_dir).resolve())).as_posix()
    return "" if way == "." else f"{way}/"


def navnene(repo: WorkRepo, root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The files as git names them: from the top of the repository, and behind any link.

    Raises:
        GitFeil: when one of them is none of this repository's.
    """
    top = Path(repo.working_tree_dir).resolve()
    elsewhere = spoer(repo, "config", "--default", "", "--get", "core.worktree").strip()
    if elsewhere and (Path(repo.git_dir) / elsewhere).resolve() != top:
        raise GitFeil(
            f"git-lageret er satt til å ha filene sine i «{elsewhere}» (core.worktree), og ikke her. Er det feil, "
            "skriver du «git config --unset core.worktree»"
        )
    folders: dict[str, str] = {}
    return {path: _navnet_i_mappa(top, root, path, folders) for path in paths}


def _navnet_i_mappa(top: Path, root: Path, path: str, folders: dict[str, str]) -> str:
    """The same as `_navnet`. Of a country's files each is only looked at, and its folder followed once."""
    folder, _, name = path.rpartition("/")
    try:
        plain = stat.S_ISREG(os.lstat(os.path.join(root, path)).st_mode)  # noqa: PTH118 - thousands of them
    except (OSError, ValueError):
        plain = False
    if plain and folder in folders:
        return folders[folder] + name
    way = _navnet(top, root, path)
    if plain and way.endswith(name):
        folders[folder] = way.removesuffix(name)
    return way


def _navnet(top: Path, root: Path, path: str) -> str:
    place = (root / path).resolve()
    if not place.is_relative_to(top):
        raise GitFeil(
            f"{path} ligger bak en lenke som fører ut av git-lageret, og git lagrer ikke det som er der"
        )
    way = place.relative_to(top)
    for folder in (way, *way.parents):
        if folder != Path() and os.path.lexists(top / folder / ".git"):
            own = Path(os.path.relpath(top / folder, root.resolve())).as_posix()
            raise GitFeil(f"{own} er et git-lager for seg selv (submodule), og lagres der", own)
    return way.as_posix()


def kjente(repo: WorkRepo, names: list[str]) -> dict[str, str]:
    """What git follows of these, and the letter it marks each with."""
    listed = spoer(repo, "ls-files", "-v", "-z", *stier(names)) if names else ""  # none named is all of them
    return {line[2:]: line[0] for line in listed.split("\0") if line}


def ingen_overses(known: dict[str, str]) -> None:
    """Sees to it that what git says of these can be believed.

    Raises:
        GitFeil: when git is told not to look for changes in one of them. It would then say that all is saved.
    """
    for name, mark in known.items():
        if mark in "Ss" or mark.islower():
            option = "skip-worktree" if mark in "Ss" else "assume-unchanged"
            raise GitFeil(
                f"git er satt til ikke å se etter endringer i {name} ({option}). Skriv "
                f"«git update-index --no-{option} {name}»"
            )


def glem_navn(repo: WorkRepo, names: list[str]) -> None:
    """Takes names out of the index that have no commit. The files stay.

    Whoever writes the index has git look into the files that may have been changed since it was written last, within
    what its clock can tell; a look through no filter makes it look once more later.
    """
    if names:
        kjoer(repo, *SPOER, "update-index", "--force-remove", "--", *names, env=_uten_filtre(repo))


def _uten_filtre(repo: WorkRepo) -> dict[str, str]:
    """Settings that take away every filter there is, by whatever name it has."""
    keys = spoer(repo, "config", "--list", "--name-only", "-z").split("\0")
    names = {key.rpartition(".")[0] for key in keys if key.startswith("filter.")}
    without = [(f"{name}.{key}", value) for name in sorted(names) for key, value in INGEN_FILTER]
    numbered = {f"GIT_CONFIG_KEY_{nr}": key for nr, (key, _) in enumerate(without)}
    numbered |= {f"GIT_CONFIG_VALUE_{nr}": value for nr, (_, value) in enumerate(without)}
    return {"GIT_CONFIG_COUNT": str(len(without)), **numbered}


def staar(repo: WorkRepo, name: str) -> bool:
    """Whether anything of this name lies in the repository's folder."""
    return os.path.lexists(Path(repo.working_tree_dir) / name)
