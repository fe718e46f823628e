"""Registeret: the registers that are measured, made once – a country, a piece of it, and one of its councils alone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from brukerutvalg_cli.pakkedata import records
from land import landet
from stort_utvalg import REGELVERK, write_files


class Land(NamedTuple):
    """The whole country, a twenty-fourth of its councils, half of them, and one of them."""

    helt: Path
    noen: Path
    halvt: Path
    alene: Path
    navn: str

    def filer(self, root: Path) -> int:
        """How many records there are in one of them."""
        return sum(path.is_file() for path in (root / "records").rglob("*.yaml"))


@contextmanager
def land(utvalg: int) -> Iterator[Land]:
    """The registers, for as long as they are measured; the whole country, and one council, are kept in git."""
    with TemporaryDirectory() as folder:
        whole, few, half, alone = (Path(folder) / name for name in ("helt", "noen", "halvt", "alene"))
        files = landet(records() / "regelverk" / f"{REGELVERK}.yaml", utvalg, seed=1)
        name = f"nav-{utvalg // 2:03}"
        write_files(whole, files)
        for root, councils in ((few, max(utvalg // 24, 1)), (half, max(utvalg // 2, 1))):
            write_files(root, {path: text for path, text in files.items() if _av_de_foerste(path, councils)})
        shutil.copytree(whole, alone)
        for other in (alone / "records" / "utvalg").iterdir():
            if other.name != name:
                shutil.rmtree(other)
        for root in (whole, alone):  # what git says of them is asked in both
            i_git(root)
        yield Land(whole, few, half, alone, name)


def _av_de_foerste(path: str, councils: int) -> bool:
    parts = path.split("/")
    return parts[0] != "utvalg" or int(parts[1].removeprefix("nav-")) < councils


def i_git(root: Path) -> None:
    """Puts a register in git, and saves it."""
    who = ("-c", "user.name=Kari", "-c", "user.email=kari@example.no", "-c", "gc.auto=0")
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
        subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)
