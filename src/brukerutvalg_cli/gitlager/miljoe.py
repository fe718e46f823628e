"""Miljoe: what git tells the programs it starts of the repository it works in. We go by the register's own alone.

In a hook, an alias or a rebase these variables are set, and they may be of any repository. Followed in one place
and not in another, they would have us ask one repository and write in another; so nothing of ours follows them.

One is asked for: a hook's GIT_INDEX_FILE. What is about to be committed lies there, and with `git commit -a` or
`--only` it is not the index that stays. Only `krok` judges what is about to be committed, so it alone asks, and only
where that index lies among the files of the register's own repository. Those who read files (`valider` and all the
others) judge what lies in the folder, and no index; and a commit of ours is made with the index that stays, which git
holds locked while its hook runs, and says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOKALE = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
"""What `git rev-parse --local-env-vars` names: of one repository, and nothing for another."""
ANDRE = (
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
)
"""What else would have git understand a name in another way than we do."""


@contextmanager
def uten_arv() -> Iterator[None]:
    """As if no git had started us."""
    held = {name: os.environ.pop(name) for name in (*LOKALE, *ANDRE) if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(held)


def krokens_indeks(topp: Path, git: Path) -> str:
    """The index that a hook of this repository is to judge; empty where we are in none, or in another's."""
    named = os.environ.get("GIT_INDEX_FILE", "")
    path = (topp / named).resolve()  # git names it from the top, where it starts a hook
    return str(path) if named and path.parent == git.resolve() else ""
