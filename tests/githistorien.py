"""A history for a test: commits with their files, author and day, made by git itself in one go."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple


class Commit(NamedTuple):
    """All the files of a commit, who made it and when. `paa`: the commits it builds on, by number; else the last."""

    filer: Mapping[str, str]
    hvem: str
    naar: str
    paa: tuple[int, ...] | None = None


def git(rot: Path, *arguments: str) -> str:
    """What git answers."""
    done = subprocess.run(
        ["git", "-C", str(rot), *arguments],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout


def historien(rot: Path, commits: Sequence[Commit], *, ut: bool = True) -> list[str]:
    """Makes the repository on `main`, with the last commit laid out; the id of each commit."""
    rot.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", str(rot)], check=True)
    parts = [part for nr, commit in enumerate(commits) for part in _commit(nr, commit)]
    stream = b"".join(part.encode() for part in parts)
    subprocess.run(
        ["git", "-C", str(rot), "fast-import", "--quiet", f"--export-marks={rot.resolve()}/.git/marks.txt"],
        input=stream,
        check=True,
    )
    marks = dict(line.split() for line in (rot / ".git" / "marks.txt").read_text().splitlines())
    if ut:
        git(rot, "reset", "--quiet", "--hard", "main")
    return [marks[f":{nr + 1}"] for nr in range(len(commits))]


def _commit(nr: int, commit: Commit) -> list[str]:
    noon = int(datetime.fromisoformat(f"{commit.naar}T12:00:00+01:00").timestamp())
    when = f"{commit.hvem} <{commit.hvem.split()[0].lower()}@example.no> {noon} +0100"
    said = f"{nr}"
    built_on = commit.paa if commit.paa is not None else ((nr - 1,) if nr else ())
    lines = [
        "commit refs/heads/main\n",
        f"mark :{nr + 1}\n",
        f"author {when}\n",
        f"committer {when}\n",
        f"data {len(said.encode())}\n{said}\n",
    ]
    lines += [f"{'merge' if at else 'from'} :{one + 1}\n" for at, one in enumerate(built_on)]
    lines.append("deleteall\n")
    for path, text in commit.filer.items():
        lines.append(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n")
    return lines
