"""Files in directories and dictionaries, and everything that is no file."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register.filfeil.filer import MAX_BYTES
from brukerutvalg_cli.register.tree import MemoryTree, Tree, WorkTree

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "register/records/utvalg/nav/moeter").mkdir(parents=True)
    (tmp_path / "register/records/organisasjoner.yaml").write_bytes(b"ffo: {navn: FFO}\r\n")
    (tmp_path / "register/records/utvalg/nav/moeter/2024-03-13.yaml").write_text("dato: 2024-03-13\n")
    (tmp_path / "register/README.md").write_text("utenfor records")
    return tmp_path / "register"


def said(answer: bytes | Finding) -> str:
    """The message of a finding, with its name."""
    assert isinstance(answer, Finding)
    assert answer.place.route == ()
    return f"{answer.name}: {answer.message}"


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def test_what_is_under_records_is_listed_sorted_and_read_raw(root: Path) -> None:
    (root / "records/.git").mkdir()
    (root / "records/.git/config").touch()
    (root / "records/.DS_Store").touch()
    (root / "records/utvalg/nav/vedlegg").mkdir()
    (root / "records/utvalg/nav/vedlegg/tiltak.pdf").touch()
    tree: Tree = WorkTree(root)
    assert tree.paths() == [
        "records/organisasjoner.yaml",
        "records/utvalg/nav/moeter/2024-03-13.yaml",
        "records/utvalg/nav/vedlegg/tiltak.pdf",
    ]
    assert tree.read("records/organisasjoner.yaml") == b"ffo: {navn: FFO}\r\n"
    assert tree.problems() == ()


def test_a_dictionary_is_a_tree_too() -> None:
    tree: Tree = MemoryTree(
        {"records/b.yaml": "å", "records/a.yaml": b"\xff", "records/.x": "", "README.md": ""}
    )
    assert tree.paths() == ["records/a.yaml", "records/b.yaml"]
    assert tree.read("records/b.yaml") == b"\xc3\xa5"
    assert tree.read("records/a.yaml") == b"\xff"
    assert said(tree.read("records/c.yaml")) == "fil-ulesbar: fila finnes ikke"
    assert tree.exists("records/x/../a.yaml")
    assert not tree.exists("README.md")
    assert tree.problems() == ()


def test_no_records_is_an_empty_tree(tmp_path: Path) -> None:
    tree = WorkTree(tmp_path)
    assert (tree.paths(), tree.problems()) == ([], ())
    assert said(tree.read("records/a.yaml")) == "fil-ulesbar: fila finnes ikke"


@pytest.mark.parametrize(
    "path", ["../hemmelig", "README.md", "/etc/passwd", "records", "records/../README.md", "", "\0"]
)
def test_nothing_but_what_is_listed_can_be_read(root: Path, path: str) -> None:
    (root / "../hemmelig").write_text("x")
    tree = WorkTree(root)
    assert said(tree.read(path)) == "fil-ulesbar: fila finnes ikke"
    assert not tree.exists(path)


def test_attachments_exist_or_not(root: Path) -> None:
    vedlegg = root / "records/utvalg/nav/vedlegg"
    vedlegg.mkdir()
    (vedlegg / normalize("NFD", "årsmelding.pdf")).touch()
    tree = WorkTree(root)
    assert tree.exists("records/utvalg/nav/vedlegg/årsmelding.pdf")
    assert tree.exists(normalize("NFD", "records/utvalg/nav/moeter/../vedlegg/årsmelding.pdf"))
    assert not tree.exists("records/utvalg/nav/vedlegg")
    assert not tree.exists("records/utvalg/nav/vedlegg/tiltak.pdf")


def test_names_are_composed_and_still_found(root: Path) -> None:
    (root / "records" / normalize("NFD", "å.yaml")).write_text("a")
    tree = WorkTree(root)
    assert normalize("NFC", "records/å.yaml") in tree.paths()
    assert tree.read("records/å.yaml") == b"a"
    assert tree.read(normalize("NFD", "records/å.yaml")) == b"a"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one name for both")
def test_two_names_that_look_the_same_are_a_problem(root: Path) -> None:
    (root / "records" / normalize("NFD", "å.yaml")).touch()
    (root / "records" / normalize("NFC", "å.yaml")).touch()
    tree = WorkTree(root)
    assert tree.paths().count("records/å.yaml") == 1
    assert [said(problem) for problem in tree.problems()] == [
        "fil-ulesbar: det finnes to filer med dette navnet, med å lagret på to måter"
    ]


@posix
@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (Path.mkdir, "fil-ulesbar: her ligger en mappe der det skulle ligge en fil"),
        (lambda path: os.mkfifo(path), "fil-ulesbar: dette er ikke en vanlig fil"),
        (
            a_socket,
            "fil-ulesbar: dette er ikke en vanlig fil",
        ),
        (
            lambda path: path.symlink_to("ingensteds.yaml"),
            "fil-ulesbar: snarveien peker på en fil som ikke finnes",
        ),
        (lambda path: path.symlink_to("x.yaml"), "fil-ulesbar: snarveien peker på en fil som ikke finnes"),
        (
            lambda path: path.symlink_to("../../hemmelig"),
            "fil-ulesbar: snarveien peker på noe utenfor registeret",
        ),
        (lambda path: path.symlink_to("/dev/zero"), "fil-ulesbar: snarveien peker på noe utenfor registeret"),
        (lambda path: path.symlink_to("utvalg"), "fil-ulesbar: snarveien peker ikke på en vanlig fil"),
        (
            lambda path: path.write_bytes(b"a" * (MAX_BYTES + 1)),
            "fil-for-stor: fila er større enn 1 MiB og blir ikke lest",
        ),
    ],
)
def test_what_is_no_file_is_said_to_be_none(
    root: Path, make: Callable[[Path], object], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "../hemmelig").write_text("x")
    monkeypatch.chdir(root / "records")  # a socket's path may not be long
    make(Path("x.yaml"))
    tree = WorkTree(root)
    assert "records/x.yaml" in tree.paths()
    assert said(tree.read("records/x.yaml")) == expected
    assert tree.exists("records/x.yaml") == expected.startswith("fil-for-stor")
    assert isinstance(tree.read("records/organisasjoner.yaml"), bytes)  # the others are as they were


def test_the_largest_that_is_read(root: Path) -> None:
    (root / "records/x.yaml").write_bytes(b"a" * MAX_BYTES)
    assert WorkTree(root).read("records/x.yaml") == b"a" * MAX_BYTES
    assert MemoryTree({"records/x": b"a" * MAX_BYTES}).read("records/x") == b"a" * MAX_BYTES
    assert said(MemoryTree({"records/x": "a" * (MAX_BYTES + 1)}).read("records/x")).startswith("fil-for-stor")


@posix
def test_a_link_within_the_register_is_read(root: Path) -> None:
    (root / "records/x.yaml").symlink_to("organisasjoner.yaml")
    tree = WorkTree(root)
    assert tree.read("records/x.yaml") == tree.read("records/organisasjoner.yaml")
    assert tree.exists("records/x.yaml")


@posix
def test_links_to_folders_are_not_followed_and_not_passed_over_in_silence(root: Path) -> None:
    (root / "records/utvalg/nav/ring").symlink_to("..")
    (root / "records/utvalg/nav/rundt").symlink_to("rundt")
    (root / "records/ut").symlink_to("/")
    tree = WorkTree(root)
    assert len(tree.paths()) == 3  # the two files, and the link that leads nowhere
    assert [(problem.place.path, problem.message) for problem in tree.problems()] == [
        ("records/ut", "snarveien til en mappe blir ikke fulgt"),
        ("records/utvalg/nav/ring", "snarveien til en mappe blir ikke fulgt"),
    ]


def test_a_file_that_may_not_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(name: str, *_: object) -> int:
        raise PermissionError(13, "Permission denied", name)

    tree = WorkTree(root)
    assert len(tree.paths()) == 2
    monkeypatch.setattr(os, "open", denied)
    assert (
        said(tree.read("records/organisasjoner.yaml"))
        == "fil-ulesbar: programmet har ikke lov til å lese den"
    )


def test_a_disk_that_fails_is_not_said_in_english(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, *_: object) -> int:
        raise OSError(5, "Input/output error", name)

    tree = WorkTree(root)
    assert len(tree.paths()) == 2
    monkeypatch.setattr(os, "open", broken)
    assert said(tree.read("records/organisasjoner.yaml")) == "fil-ulesbar: maskinen får ikke lest den (EIO)"


def test_a_file_that_goes_away_meanwhile(root: Path) -> None:
    tree = WorkTree(root)
    assert tree.exists("records/organisasjoner.yaml")
    (root / "records/organisasjoner.yaml").unlink()
    assert said(tree.read("records/organisasjoner.yaml")) == "fil-ulesbar: fila finnes ikke"


@posix
def test_a_pipe_that_takes_a_files_place_is_not_waited_for(root: Path) -> None:
    tree = WorkTree(root)
    assert tree.paths()
    (root / "records/organisasjoner.yaml").unlink()
    os.mkfifo(root / "records/organisasjoner.yaml")
    assert tree.read("records/organisasjoner.yaml") == b""


def test_a_folder_that_may_not_be_looked_into(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def guarded(name: str) -> object:
        if name.endswith("moeter"):
            raise PermissionError(13, "Permission denied", name)
        return scandir(name)

    monkeypatch.setattr(os, "scandir", guarded)
    tree = WorkTree(root)
    assert tree.paths() == ["records/organisasjoner.yaml"]
    (problem,) = tree.problems()
    assert problem.place.path == "records/utvalg/nav/moeter"
    assert said(problem) == "fil-ulesbar: programmet har ikke lov til å lese den"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text_are_told_and_can_be_printed(root: Path) -> None:
    (Path(os.fsdecode(os.fsencode(root) + b"/records/m\xf8te.yaml"))).touch()
    (root / "records/to\nlinjer").mkdir()
    tree = WorkTree(root)
    assert len(tree.paths()) == 2
    assert [(problem.place.path, problem.message) for problem in tree.problems()] == [
        ("records/m\\udcf8te.yaml", "navnet har tegn som ikke kan leses"),
        ("records/to\\nlinjer", "navnet har tegn som ikke kan leses"),
    ]
    assert all(problem.place.path.encode() for problem in tree.problems())


LURE = [
    "records/utvalg/nav$(rm -r x)/utvalg.yaml",
    "records/utvalg/a;b/moeter/2024-01-01.yaml",
    "records/utvalg/nav/medlemmer/`id`.yaml",
    "records/utvalg/nav/vedlegg/$HOME.pdf",
]
GREIE = [
    "records/utvalg/nav/vedlegg/Kost & helse; notat.pdf",
    "records/utvalg/nav/medlemmer/kari (Ola's kopi).yaml",
    "records/utvalg/nav/moeter/2024-01-01.yaml",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names")
@pytest.mark.parametrize("slag", ["on disk", "of a commit"])
def test_a_name_that_a_shell_would_run_is_none(slag: str, tmp_path: Path) -> None:
    """The names of a clone are somebody else's, and the commands we print have them in them."""
    every = [*LURE, *GREIE]
    for path in every if slag == "on disk" else ():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    tree: Tree = WorkTree(tmp_path) if slag == "on disk" else MemoryTree(dict.fromkeys(every, ""))
    assert tree.paths() == sorted(GREIE)
    assert [(problem.place.path, problem.message[-4:]) for problem in tree.problems()] == [
        ("records/utvalg/a;b", " «;»"),
        ("records/utvalg/nav$(rm -r x)", " «$»"),
        ("records/utvalg/nav/medlemmer/`id`.yaml", " «`»"),
        ("records/utvalg/nav/vedlegg/$HOME.pdf", " «$»"),
    ]
    assert not any(tree.exists(path) for path in LURE)
