"""Mutants: a small register with one to three things wrong – in a text, in what a record says, or in the tree.

From the seed alone follows which register, what was done to it, and where.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import yaml

from angrep.kjoering import Tre
from angrep.registrene import Register, registrene


class Mutant(NamedTuple):
    """A register, what it has become, and how."""

    register: Register
    tre: Tre
    gjort: tuple[str, ...]


def mutant(froe: int) -> Mutant:
    """The mutant of this seed."""
    rng = random.Random(froe)
    register = rng.choice(registrene())
    tree: Tre = dict(register.filer)
    done = []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        kind = rng.choice((_i_teksten, _i_teksten, _i_dataene, _i_dataene, _i_dataene, _i_treet))
        done.append(kind(tree, rng))
    return Mutant(register, tree, tuple(done))


def endret(raw: bytes, rng: random.Random) -> bytes:
    """One file with something wrong in it."""
    tree: Tre = {"records/fil.yaml": raw}
    rng.choice((_i_teksten, _i_dataene))(tree, rng)
    found = tree["records/fil.yaml"]
    assert isinstance(found, bytes)
    return found


def _en_fil(tree: Tre, rng: random.Random) -> tuple[str, bytes]:
    files = [(path, raw) for path, raw in tree.items() if isinstance(raw, bytes) and path.endswith(".yaml")]
    # Rule sets are long, and the records are what people write in.
    short = [each for each in files if "/regelverk/" not in each[0]]
    pick = short if short and rng.random() < 0.8 else files
    return rng.choice(pick) if pick else ("records/organisasjoner.yaml", b"")


# In the text

RARE = (
    "\t", "\0", "\ufeff", "\u200b", "\u202e", "\u2028", "\x85", "\r", "\x1b[2J", "\ud7ff", "\U0001f600",
    "å", "\u00a0", "'", '"', "`", "|", ">", "{", "}", "[", "]", "#", " #", ": ", "- ", "? ", "&a ", "*a ",
    "!!str ", "<<: ", "%", "@", "---\n", "...\n", "<<<<<<< HEAD\n", "=======\n", "{{ 7*7 }}",
    "{% for x in y %}", "$(id)", "../../", "::error::x",
)  # fmt: skip


def _i_teksten(tree: Tre, rng: random.Random) -> str:
    path, raw = _en_fil(tree, rng)
    change = rng.choice(TEKST)
    tree[path] = change(raw, rng)
    return f"{path}: {change.__name__}"


def _linjene(change: Callable[[list[bytes], random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def changed(raw: bytes, rng: random.Random) -> bytes:
        lines = raw.splitlines(keepends=True) or [b"\n"]
        change(lines, rng)
        return b"".join(lines)

    changed.__name__ = change.__name__
    return changed


@_linjene
def slett_linje(lines: list[bytes], rng: random.Random) -> None:
    del lines[rng.randrange(len(lines))]


@_linjene
def gjenta_linje(lines: list[bytes], rng: random.Random) -> None:
    nr = rng.randrange(len(lines))
    lines[nr:nr] = [lines[nr]] * rng.choice((1, 1, 3, 200))


@_linjene
def bytt_linjer(lines: list[bytes], rng: random.Random) -> None:
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


@_linjene
def innrykk(lines: list[bytes], rng: random.Random) -> None:
    nr = rng.randrange(len(lines))
    line = lines[nr]
    lines[nr] = rng.choice(
        (b" " + line, b"  " + line, line.lstrip(b" "), b"\t" + line, line[1:], b" " * 60 + line)
    )


@_linjene
def odde_tegn(lines: list[bytes], rng: random.Random) -> None:
    nr = rng.randrange(len(lines))
    at = rng.randrange(len(lines[nr]) + 1)
    lines[nr] = lines[nr][:at] + rng.choice(RARE).encode() * rng.choice((1, 1, 1, 30)) + lines[nr][at:]


@_linjene
def odde_byte(lines: list[bytes], rng: random.Random) -> None:
    nr = rng.randrange(len(lines))
    at = rng.randrange(len(lines[nr]) + 1)
    lines[nr] = lines[nr][:at] + rng.randbytes(rng.choice((1, 2, 20))) + lines[nr][at:]


@_linjene
def lang_linje(lines: list[bytes], rng: random.Random) -> None:
    nr = rng.randrange(len(lines))
    word = rng.choice((b"x", b"**", b"[](", b"<", b"1", b"a@", b"> ", b"a ", "æ".encode(), b"`", b"12 "))
    lines[nr] = lines[nr].rstrip(b"\r\n") + word * rng.choice((50, 3000)) + b"\n"


def crlf(raw: bytes, rng: random.Random) -> bytes:
    return raw.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\n\n", b"\r\n\r")))


def merke(raw: bytes, rng: random.Random) -> bytes:
    return b"\xef\xbb\xbf" * rng.choice((1, 1, 2)) + raw


def annen_koding(raw: bytes, rng: random.Random) -> bytes:
    coding = rng.choice(("utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "utf-32", "cp865"))
    return raw.decode("utf-8", "replace").encode(coding, "replace")


def avkortet(raw: bytes, rng: random.Random) -> bytes:
    return raw[: rng.randrange(len(raw) + 1)]


def tom(raw: bytes, rng: random.Random) -> bytes:
    return rng.choice(
        (b"", b"\n", b"\0" * len(raw), b"# bare en merknad\n", b"---\n", b"{}\n", b"[]\n", b"~\n")
    )


def to_ganger(raw: bytes, rng: random.Random) -> bytes:
    return raw + rng.choice((b"", b"\n---\n", b"\n...\n")) + raw


TEKST = (
    slett_linje, slett_linje, gjenta_linje, bytt_linjer, innrykk, innrykk, odde_tegn, odde_tegn, odde_byte,
    lang_linje, crlf, merke, annen_koding, avkortet, tom, to_ganger,
)  # fmt: skip

# In what a record says

VERDIER: tuple[Any, ...] = (
    None, "", "~", "ukjent", "ja", "nei", "no", "0", "1", "-1", "1e9", "999999999", "9" * 400, "0x1F",
    "1_000", "12:15", "25:99", "2022-02-30", "0001-01-01", "9999-12-31", "1899-12-31", "2199-12-31",
    "2200-01-01", "1900-01-01", "2022", "2022-11-16", "2022-11-16T12:00:00Z", "16.11.2022", "9999999 dager",
    "9999 dager", "99999 aar", "999 aar", "1 dag", "1 arbeidsdager", "9999 uker", "5/0", "1/2", "0/5",
    "200 %", "9999/9999", "{1-2: 3}", "straks", "ubegrenset", "kari-nordmann", "ingen-slik",
    "../../etc/passwd", "/etc/passwd", "C:\\con", "nul", "a" * 300, "æøå", "x\ny", "\u202e", "utvalget",
    "leder", "medlem", "vara", "regelverket", "1/22", "99/99", "2022-001", "bruker", "nav", "ffo", "alle",
    [], {}, [[]], [None], ["ukjent"], ["ukjent", "leder"], {"nb": ""}, {"nb": "A", "nn": "B"}, {"": ""},
    {"fra": "ukjent"}, {"verv": "leder"}, [{"verv": "leder"}], {"a": {"b": {"c": {"d": ["e"]}}}},
    ["a"] * 300, {f"k{n}": "v" for n in range(200)},
)  # fmt: skip


def _i_dataene(tree: Tre, rng: random.Random) -> str:
    path, raw = _en_fil(tree, rng)
    try:
        data = yaml.load(raw, yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeError, ValueError):
        return _i_teksten(tree, rng)
    places = list(_steder(data))
    if not places:
        return _i_teksten(tree, rng)
    change = rng.choice(DATA)
    inside, key = rng.choice(places)
    change(inside, key, rng, _noekler(tree, rng))
    tree[path] = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode(
        "utf-8", "replace"
    )
    return f"{path}: {change.__name__}"


def _steder(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place there is in the data: the list or mapping it is in, and its key there."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield data, key
        yield from _steder(value)


def _noekler(tree: Tre, rng: random.Random) -> tuple[str, Any]:
    """A key of some other record, with what it has there."""
    _, raw = _en_fil(tree, rng)
    try:
        data = yaml.load(raw, yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeError, ValueError):
        data = None
    pairs = [(inside, key) for inside, key in _steder(data) if isinstance(inside, dict)]
    if not pairs:
        return "id", "x"
    inside, key = rng.choice(pairs)
    return str(key), deepcopy(inside[key])


Par = tuple[str, Any]


def annen_verdi(inside: Any, key: Any, rng: random.Random, other: Par) -> None:
    inside[key] = deepcopy(rng.choice(VERDIER))


def verdi_fra_et_annet_sted(inside: Any, key: Any, rng: random.Random, other: Par) -> None:
    inside[key] = other[1]


def noekkel_fra_et_annet_sted(inside: Any, key: Any, rng: random.Random, other: Par) -> None:
    if isinstance(inside, dict):
        inside[other[0]] = other[1]
    else:
        inside.append({other[0]: other[1]})


def feilskrevet(inside: Any, key: Any, rng: random.Random, other: Par) -> None:
    if isinstance(inside, dict) and len(key) > 1:
        at = rng.randrange(len(key) - 1)
        swapped = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
        inside[rng.choice((key[:at] + key[at + 1 :], swapped, key.upper(), key + "r", f" {key}"))] = (
            inside.pop(key)
        )
    else:
        inside[key] = [inside[key]]


def stryk(inside: Any, key: Any, rng: random.Random, other: Par) -> None:
    del inside[key]


def pakk_inn(inside: Any, key: Any, rng: random.Random, other: Par) -> None:
    for _ in range(rng.choice((1, 1, 2, 40))):
        inside[key] = [inside[key]] if rng.random() < 0.5 else {"x": inside[key]}


def mange(inside: Any, key: Any, rng: random.Random, other: Par) -> None:
    value = inside[key]
    inside[key] = [deepcopy(value) for _ in range(rng.choice((2, 3, 60)))]
    if isinstance(value, list) and value:
        inside[key] = value * rng.choice((2, 3, 60))


DATA = (
    annen_verdi, annen_verdi, annen_verdi, annen_verdi, verdi_fra_et_annet_sted, noekkel_fra_et_annet_sted,
    feilskrevet, stryk, pakk_inn, mange,
)  # fmt: skip

# In the tree

NAVN = (
    "con.yaml", "2022-09-22 (1).yaml", "2022-09-22 - Kopi.yaml", "Kari-Nordmann.yaml", "kari nordmann.yaml",
    "-rf.yaml", "æøå.yaml", "a\u0301.yaml", "x.yml", "x.yaml.txt", "x.YAML", ".skjult.yaml",
    "a\u202eb.yaml", "x" * 200 + ".yaml", "9999-99-99.yaml", "2022-02-30.yaml", "2022-13.yaml",
    "utvalg.yaml", "ukjent.yaml", "0001-01-01.yaml", "a\nb.yaml",
)  # fmt: skip


def _i_treet(tree: Tre, rng: random.Random) -> str:
    path, raw = _en_fil(tree, rng)
    change = rng.choice(TRE)
    change(tree, path, raw, rng)
    return f"{path}: {change.__name__}"


def borte(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    tree.pop(path, None)


def annet_navn(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    tree.pop(path, None)
    tree[str(PurePosixPath(path).with_name(rng.choice(NAVN)))] = raw


def kopi(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    tree[str(PurePosixPath(path).with_name(rng.choice(NAVN)))] = raw


def feil_mappe(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    tree.pop(path, None)
    folder = rng.choice(
        (
            "records",
            "records/utvalg",
            "records/moeter",
            "records/utvalg/x/moeter",
            "records/regelverk",
            "records/a/b/c/d",
        )
    )
    tree[f"{folder}/{PurePosixPath(path).name}"] = raw


def mappe(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    tree[path] = None


def lenke(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    tree[path] = rng.choice(
        (
            "/etc/passwd",
            "/dev/zero",
            "finnes-ikke",
            PurePosixPath(path).name,
            "utvalg.yaml",
            "..",
            "../../../..",
        )
    )


def utvalg_borte(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    for other in [p for p in tree if p.endswith("/utvalg.yaml")]:
        del tree[other]


def tom_mappe(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    tree[
        rng.choice(("records/utvalg/tomt", "records/utvalg/utvalget/saker.yaml", "records/regelverk/a.yaml"))
    ] = None


def ny_fil(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    folder = PurePosixPath(path).parent
    other = [value for value in tree.values() if isinstance(value, bytes)]
    tree[
        str(folder / rng.choice(("kari-nordmann.yaml", "2022-11-30.yaml", "2022-003.yaml", "hendelser.yaml")))
    ] = rng.choice(other) if other else b""


def bytt_innhold(tree: Tre, path: str, raw: bytes, rng: random.Random) -> None:
    other, theirs = _en_fil(tree, rng)
    tree[path], tree[other] = theirs, raw


TRE = (
    borte,
    borte,
    annet_navn,
    kopi,
    feil_mappe,
    mappe,
    lenke,
    utvalg_borte,
    tom_mappe,
    ny_fil,
    bytt_innhold,
)
