"""Deling: whom the register is shared with, what they have not got, and how it is sent there.

What is sent goes as `git push` would send it: with git's own hooks and keys, and never over what others have sent.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.gitlager.kall import GitFeil, Repo, kjoer, repoet, siste, spoer, stier


class Mottaker(NamedTuple):
    """Where the branch is sent: the name of the place, and of the branch there. `kjent`: what it had when last seen."""

    fjern: str
    gren: str
    kjent: str = ""
    ny: bool = False
    """Whether the branch has not been sent there before, and is to be followed from now on."""


class Udelt(NamedTuple):
    """The changes that the others have not got: those of the register, and the rest on the same branch."""

    egne: int
    andre: int


def mottaker(root: Path) -> Mottaker | None:
    """None where there is no place to send it to.

    Raises:
        GitFeil: when there is no repository or no branch, or there are several places and none is chosen.
    """
    repo = repoet(root)
    try:
        branch = spoer(repo, "symbolic-ref", "--quiet", "HEAD").strip()
    except GitFeil:
        raise GitFeil(
            "du står ikke på noen gren i git. Gå tilbake til den du var på, med «git switch -»"
        ) from None
    form = "--format=%(upstream:remotename)%00%(upstream:remoteref)%00%(upstream)"
    told = spoer(repo, "for-each-ref", form, branch).strip("\n").split("\0")
    if len(told) == 3 and told[0] not in ("", "."):
        return Mottaker(told[0], told[1], told[2])
    places = spoer(repo, "remote").split()
    if not places:
        return None
    name = places[0] if len(places) == 1 else "origin" if "origin" in places else ""
    if not name:
        short = branch.removeprefix("refs/heads/")
        raise GitFeil(
            f"registeret har flere steder å dele til ({', '.join(places)}), og ingen av dem er valgt. Velg ett med "
            f"«git push --set-upstream NAVN {short}»"
        )
    return Mottaker(name, branch, ny=True)


def udelt(root: Path, til: Mottaker, egne: str) -> Udelt:
    """What is not there yet, as far as is known without asking over the net. `egne`: the register, from the top.

    Raises:
        GitFeil: when there is no repository.
    """
    repo = repoet(root)
    if not siste(repo):
        return Udelt(0, 0)
    seen = (
        [f"^{til.kjent}"] if til.kjent and _finnes(repo, til.kjent) else ["--not", f"--remotes={til.fjern}"]
    )
    total = int(spoer(repo, "rev-list", "--count", "HEAD", *seen))
    if not egne:
        return Udelt(total, 0)
    own = int(spoer(repo, "rev-list", "--count", "HEAD", *seen, *stier([egne])))
    return Udelt(own, total - own)


def send(root: Path, til: Mottaker, *, kan_svare: bool) -> None:
    """Sends the branch. `kan_svare`: whether somebody is there to be asked for a password.

    Raises:
        GitFeil: when it was not taken; says why.
    """
    repo = repoet(root)
    follow = ["--set-upstream"] if til.ny else []
    env = {} if kan_svare else {"GIT_TERMINAL_PROMPT": "0"}
    kjoer(repo, "push", "--quiet", *follow, "--", til.fjern, f"HEAD:{til.gren}", env=env)


def _finnes(repo: Repo, ref: str) -> bool:
    return bool(spoer(repo, "for-each-ref", ref).strip())
