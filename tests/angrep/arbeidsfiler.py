"""Arbeidsfiler: a `.brukerutvalg/` that somebody else made, in many shapes, as a clone or a zip may bring it.

Each shape is told where the register is and where there is something that is none of its business.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

ORD = b"hemmelig: ja\n"
"""What the files outside hold."""
FREMMED = b"noe annet\n"
"""What would be put there."""
TREFFER = sha256(ORD).hexdigest()
Form = Callable[[Path, Path], object]


def b64(raw: bytes) -> str:
    return b64encode(raw).decode()


def mappe(root: Path) -> Path:
    folder = root / ".brukerutvalg"
    folder.mkdir(exist_ok=True)
    return folder


def dagbok(path: Any, mapper: Any = (), melding: Any = "Noe") -> Form:
    """A journal whose last command is said to have written the file outside, so that `angre` would write there."""

    def lag(root: Path, ute: Path) -> None:
        where = path.format(ute=ute) if isinstance(path, str) else path
        entry = {
            "melding": melding,
            "commit": "",
            "mapper": list(mapper),
            "filer": [[where, b64(FREMMED), b64(ORD)]],
        }
        (mappe(root) / "dagbok.json").write_text(json.dumps([entry]))

    return lag


def paabegynt(path: Any, mapper: Any = (), etter: Any = TREFFER) -> Form:
    """The note of a command that was cut off, which the next one would take back in the file outside."""

    def lag(root: Path, ute: Path) -> None:
        where = path.format(ute=ute) if isinstance(path, str) else path
        note = {"filer": [[where, b64(FREMMED), etter]], "mapper": list(mapper)}
        (mappe(root) / "paabegynt.json").write_text(json.dumps(note))

    return lag


def tekst(name: str, text: str) -> Form:
    return lambda root, ute: (mappe(root) / name).write_text(text)


def lenke(name: str, til: str = "fil") -> Form:
    return lambda root, ute: (mappe(root) / name).symlink_to(ute / til)


def gjennom(lenke: str, note: Form) -> Form:
    """A link inside records/ that leads out, and a note of a file behind it."""

    def lag(root: Path, ute: Path) -> None:
        (root / lenke).symlink_to(ute if lenke.endswith("ut") else ute / "fil")
        note(root, ute)

    return lag


def i_git(root: Path, ute: Path) -> None:
    tekst("dagbok.json", "[]")(root, ute)
    for command in (["init", "--quiet"], ["add", "--force", ".brukerutvalg/dagbok.json"]):
        subprocess.run(["git", *command], cwd=root, check=True)


def hel_mappe_et_annet_sted(root: Path, ute: Path) -> None:
    (root / ".brukerutvalg").symlink_to(ute)


TREFF = "records/treff.yaml"
FORMER: dict[str, Form] = {
    "dagbok: en absolutt sti": dagbok("{ute}/fil"),
    "dagbok: en sti som klatrer ut": dagbok("records/../../ute/fil"),
    "dagbok: en sti med bakstrek": dagbok("records\\..\\..\\ute\\fil.yaml"),
    "dagbok: en stasjon": dagbok("C:/ute/fil.yaml"),
    "dagbok: en krok i git": dagbok(".git/hooks/pre-commit"),
    "dagbok: git under records": dagbok("records/.GIT/x.yaml"),
    "dagbok: ikke en post": dagbok("records/x.sh"),
    "dagbok: et tall til sti": dagbok(7),
    "dagbok: mapper andre steder": dagbok(TREFF, mapper=["../ute/tom"]),
    "dagbok: styretegn i meldingen": dagbok(TREFF, melding="\x1b[2J"),
    "dagbok: gjennom en lenke til en mappe": gjennom("records/ut", dagbok("records/ut/fil.yaml")),
    "dagbok: gjennom en lenke til en fil": gjennom(TREFF, dagbok(TREFF)),
    "dagbok: ikke JSON": tekst("dagbok.json", "{"),
    "dagbok: uten bunn": tekst("dagbok.json", "[" * 100_000),
    "dagbok: et annet innhold": tekst("dagbok.json", '[{"melding": 1}]'),
    "dagbok: en lenke": lenke("dagbok.json"),
    "dagbok: et rør": lambda root, ute: os.mkfifo(mappe(root) / "dagbok.json"),
    "dagbok: en mappe": lambda root, ute: (mappe(root) / "dagbok.json").mkdir(),
    "påbegynt: en absolutt sti": paabegynt("{ute}/fil"),
    "påbegynt: en sti som klatrer ut": paabegynt("records/../../ute/fil.yaml"),
    "påbegynt: gjennom en lenke": gjennom(TREFF, paabegynt(TREFF)),
    "påbegynt: mapper andre steder": paabegynt(TREFF, mapper=["../ute/tom"]),
    "påbegynt: en hash som ikke er det": paabegynt(TREFF, etter="x" * 64),
    "påbegynt: ikke JSON": tekst("paabegynt.json", "nei"),
    "påbegynt: tom": tekst("paabegynt.json", ""),
    "påbegynt: et rør": lambda root, ute: os.mkfifo(mappe(root) / "paabegynt.json"),
    "påbegynt: en lenke": lenke("paabegynt.json"),
    "bestilt: ikke JSON": tekst("bestilt.json", "{"),
    "bestilt: en sti som klatrer ut": tekst(
        "bestilt.json", '{"melding": "x", "filer": ["records/../../ute/fil.yaml"]}'
    ),
    "bestilt: en lenke": lenke("bestilt.json"),
    "bestilt: et rør": lambda root, ute: os.mkfifo(mappe(root) / "bestilt.json"),
    "påbegynt.tmp: en lenke": lenke("paabegynt.tmp"),
    "låsen: en lenke": lenke("laas"),
    "låsen: et annet navn på en fil ute": lambda root, ute: (mappe(root) / "laas").hardlink_to(ute / "fil"),
    ".gitignore: en lenke": lenke(".gitignore", "tom/ny"),
    "mappa: en lenke": hel_mappe_et_annet_sted,
    "mappa: en lenke til en tom mappe": lambda root, ute: (root / ".brukerutvalg").symlink_to(ute / "tom"),
    "mappa: en fil": lambda root, ute: (root / ".brukerutvalg").write_text("hei"),
    "mappa: et rør": lambda root, ute: os.mkfifo(root / ".brukerutvalg"),
    "mappa: lagret i git": i_git,
}
