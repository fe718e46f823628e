"""Writes the reference, or with --sjekk says which files are not as they should be."""

from __future__ import annotations

import sys
from pathlib import Path

from brukerutvalg_cli.referanse.sider import MAPPER, sider, ulikheter


def main(arguments: list[str], root: Path) -> int:
    """Do as asked, and return the exit code."""
    pages = sider()
    found = _read(root, pages)
    if arguments == ["--sjekk"]:
        wrong = list(ulikheter(pages, found))
        print("\n".join([*wrong, "run «make docs»"]) if wrong else "the reference is as the code says")
        return bool(wrong)
    if arguments:
        print("usage: python -m brukerutvalg_cli.referanse [--sjekk]", file=sys.stderr)
        return 2
    for path in found.keys() - pages.keys():
        (root / path).unlink()
    for path, text in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return 0


def _read(root: Path, pages: dict[str, str]) -> dict[str, str]:
    """The pages there are, and whatever else lies in the folders that are ours alone."""
    ours = {path for folder in MAPPER for path in (root / folder).glob("*") if path.is_file()}
    paths = ours | {root / path for path in pages if (root / path).is_file()}
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], Path.cwd()))
