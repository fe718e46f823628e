"""Kodemutanter: the code of terms, windows, deadlines, compositions and deviations, wrong in a hundred small ways.

A suite is as good as the mistakes it notices. A seed draws twenty mistakes of each theme – a comparison turned, a day
too many, `and` for `or`, a condition or a statement left out – and each is run as the program, by the tests that reach
the statement. No test of its own, and not in CI: it takes an hour.

    python tests/kodemutanter.py opptak       which test reaches which statement: first, and when much is changed
    python tests/kodemutanter.py kjoer [NR …] the table, and who lived
    python tests/kodemutanter.py trekk        draws a hundred anew, of the code as it is now

Those drawn are in `kodemutanter.yaml`, so that a change elsewhere draws no others; one whose statement is no more, is
gone. Who lives has the reason there. The program is a copy in a temporary folder. Before the hundred come two controls:
the copy with nothing wrong, which has to live, and one with everything wrong, which has to die: so it is the mutant
that runs, and not what is in `src/`.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROT = Path(__file__).resolve().parent.parent
PAKKE = "brukerutvalg_cli"
FROE = 15
I_HVERT_TEMA = 20
TRUKKET = Path(__file__).with_suffix(".yaml")
TEMAER: Mapping[str, tuple[str, ...]] = {
    "funksjonstid": (
        "mandat/funksjonstid.py",
        "mandat/funksjon/*.py",
        "mandat/periode.py",
        "mandat/til_avloest.py",
        "mandat/verdier/inntil.py",
        "mandat/verdier/lengde.py",
        "mandat/verdier/paa_rad.py",
        "mandat/verdier/rekke.py",
        "mandat/verdier/runder.py",
        "mandat/verdier/start.py",
        "model/avloesning.py",
        "model/dagen.py",
        "model/sete.py",
        "model/seter.py",
        "model/sittende.py",
        "model/skiftende.py",
        "model/tilhoerer.py",
        "model/valghandling.py",
        "model/vervtid.py",
    ),
    "vindu": (
        "mandat/hyppighet.py",
        "mandat/skjedd.py",
        "mandat/verdier/ganger.py",
        "mandat/verdier/per.py",
        "mandat/verdier/vindu.py",
        "model/dagspenn.py",
        "model/deldato.py",
        "model/tidsrom.py",
    ),
    "frist": (
        "mandat/forsendt.py",
        "mandat/frist.py",
        "mandat/frister/*.py",
        "mandat/utsending.py",
        "mandat/krav/forfall.py",
        "mandat/verdier/dag_i_aaret.py",
        "mandat/verdier/fristregning.py",
        "mandat/verdier/hendt.py",
        "mandat/verdier/moetets_dager.py",
        "mandat/verdier/neste.py",
        "mandat/verdier/paa_dagen.py",
        "mandat/verdier/par.py",
        "mandat/verdier/senest.py",
        "mandat/verdier/spenn.py",
        "mandat/verdier/tid.py",
        "model/kalender.py",
    ),
    "sammensetning": (
        "mandat/sammensetning.py",
        "mandat/sammensatt/*.py",
        "mandat/verdier/mengde.py",
        "mandat/verdier/mengde_av.py",
        "mandat/verdier/naar.py",
        "mandat/verdier/telling.py",
        "mandat/verdier/tilstedevaerelse.py",
    ),
    "avvik": (
        "dommer/avvik.py",
        "dommer/avviksgrunnlag.py",
        "dommer/avvikstreff.py",
        "dommer/driver.py",
        "dommer/klokke.py",
        "dommer/selv_fraveket.py",
        "dommer/videre.py",
    ),
}
"""What decides in each theme, by CONTRIBUTING's map. Files that only put it into words are left out."""
PROEVENE = (
    "tests/dommer",
    "tests/kontroll",
    "tests/mandat",
    "tests/model",
    "tests/oversikt",
    "tests/test_sak_28_22.py",
    "tests/test_shipped_records.py",
)
"""The tests that are asked: those of the rooms, and the shipped records."""
NAER: Mapping[str, tuple[str, ...]] = {
    "funksjonstid": ("funksjonstid", "perioder"),
    "vindu": ("hyppighet", "vinduer"),
    "frist": ("frist", "utsending"),
    "sammensetning": ("sammensetning", "rettet"),
    "avvik": ("avvik", "klokke", "mandat_i_tid"),
}
"""What the files of tests that mirror a theme are called by."""
NAERE, SEKUNDER_NAERE, SEKUNDER_RASKE, SEKUNDER = 6, 20, 15, 60
"""Of the tests that reach a statement: those of so many files, so many seconds of them; the quick ones of the others,
the random registers and what is left, so many seconds in all."""

SNUDD: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    a: b
    for pair in (
        (ast.Lt, ast.LtE),
        (ast.Gt, ast.GtE),
        (ast.Eq, ast.NotEq),
        (ast.Is, ast.IsNot),
        (ast.In, ast.NotIn),
    )
    for a, b in (pair, pair[::-1])
}
BYTTET = {"all": "any", "any": "all", "min": "max", "max": "min"}
I_ORD = {"str", "str | None"}
"""A function that answers this makes words: no mutants there."""


@dataclass(frozen=True)
class Mutant:
    """One mistake: where, what it does to the statement, and which it is of those that read the same."""

    fil: str
    linje: int
    funksjon: str
    setning: str
    hva: str
    nr: int

    @property
    def navn(self) -> tuple[str, str, str, str, int]:
        """What it is known by, whatever else is changed in the file."""
        return self.fil, self.funksjon, self.setning, self.hva, self.nr

    @property
    def merke(self) -> str:
        """What its statement is known by."""
        return f"{self.fil} {self.funksjon}: {self.setning}"


# --- the mistakes


def setninger(tree: ast.Module) -> list[tuple[str, ast.stmt]]:
    """Each statement within a function that decides something, by the function's name."""

    def within(body: Iterable[ast.AST], name: str) -> Iterator[tuple[str, ast.stmt]]:
        for node in body:
            if isinstance(node, ast.ClassDef):
                yield from within(node.body, f"{name}{node.name}.")
            elif isinstance(node, ast.FunctionDef):
                if node.returns is None or ast.unparse(node.returns) not in I_ORD:
                    yield from within(node.body, f"{name}{node.name}.")
            elif name and isinstance(node, ast.stmt) and not name.endswith("Protocol."):
                yield name.rstrip("."), node
                for part in ("body", "orelse", "finalbody"):
                    yield from within(getattr(node, part, []), name)
                for arm in [*getattr(node, "handlers", []), *getattr(node, "cases", [])]:
                    yield from within(arm.body, name)

    functions = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    return [(name, s) for name, s in within(tree.body, "") if id(s) in functions and not _ord(s)]


def _ord(node: ast.AST) -> bool:
    """Words: a docstring, a message, what is raised."""
    return isinstance(node, ast.Raise | ast.JoinedStr) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


Bytte = tuple[str, Callable[[], None]]
"""What is changed, in words, and how to do it."""


def _felt(node: ast.AST, field: str, new: Any, said: str) -> Bytte:
    return said, lambda: setattr(node, field, new)


def _uttrykkene(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.expr]]:
    """Each expression of a statement itself, not of the statements in it, with where it stands."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "decorator_list", "returns", "type_comment"):
            continue
        listed = value if isinstance(value, list) else [value]
        for index, child in enumerate(listed):
            if isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case) or _ord(child):
                continue
            if isinstance(child, ast.expr):
                yield node, field, index if isinstance(value, list) else None, child
            if isinstance(child, ast.AST):
                yield from _uttrykkene(child)


def bytter(statement: ast.stmt) -> Iterator[Bytte]:
    """Every mistake that can be made in a statement."""
    if isinstance(statement, ast.If | ast.While):
        yield _felt(statement, "test", ast.UnaryOp(ast.Not(), statement.test), "if snudd")
    for parent, field, index, node in _uttrykkene(statement):

        def with_(
            new: ast.expr, parent: Any = parent, field: str = field, index: int | None = index
        ) -> Bytte:
            here = getattr(parent, field)
            whole: Any = new if index is None else [*here[:index], new, *here[index + 1 :]]
            old = here if index is None else here[index]
            said = f"{ast.unparse(old)} → {ast.unparse(ast.fix_missing_locations(new))}"
            return _felt(parent, field, whole, said)

        match node:
            case ast.Compare(left, [op], right) if type(op) in SNUDD:
                yield with_(ast.Compare(left, [SNUDD[type(op)]()], right))
            case ast.Compare(left, [first, second], right):
                for ops in ([SNUDD[type(first)](), second], [first, SNUDD[type(second)]()]):
                    yield with_(ast.Compare(left, ops, right))
            case ast.Constant(bool(value)):
                yield with_(ast.Constant(not value))
            case ast.Constant(int(value)):
                yield with_(ast.Constant(value + 1))
                yield with_(ast.Constant(value - 1))
            case ast.BoolOp(op, values):
                yield with_(ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values))
                for n in range(len(values)):
                    rest = values[:n] + values[n + 1 :]
                    yield with_(rest[0] if len(rest) == 1 else ast.BoolOp(op, rest))
            case ast.UnaryOp(ast.Not(), operand):
                yield with_(operand)
            case ast.IfExp(test, body, orelse):
                yield with_(ast.IfExp(test, orelse, body))
            case ast.Call(ast.Name(name), args, keywords) if name in BYTTET:
                yield with_(ast.Call(ast.Name(BYTTET[name]), args, keywords))
            case ast.BinOp(left, ast.Add() | ast.Sub() as op, right) if not _tekst(left) | _tekst(right):
                yield with_(ast.BinOp(left, ast.Sub() if isinstance(op, ast.Add) else ast.Add(), right))
        if isinstance(parent, ast.comprehension) and field == "ifs":
            rest = [other for other in parent.ifs if other is not node]
            yield _felt(parent, "ifs", rest, f"uten if {ast.unparse(node)}")


def _tekst(node: ast.expr) -> bool:
    return (
        _ord(node)
        or isinstance(node, ast.List | ast.Tuple)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str))
    )


def _uten(statement: ast.stmt, holder: Any, field: str) -> Bytte | None:
    """The statement left out, where what comes after can do without."""
    last = statement.body[-1] if isinstance(statement, ast.If) and not statement.orelse else statement
    if not isinstance(last, ast.Return | ast.Continue | ast.Break | ast.Raise | ast.Expr | ast.AugAssign):
        return None
    if isinstance(statement, ast.Return):
        return None
    here: list[ast.stmt] = getattr(holder, field)
    rest = [s for s in here if s is not statement] or [ast.Pass()]
    return _felt(holder, field, rest, f"uten «{ast.unparse(statement).splitlines()[0]} …»")


def _alle(fil: str, tree: ast.Module) -> Iterator[tuple[Mutant, Bytte]]:
    """Every mistake that can be made in a file."""
    holders = {
        id(child): (node, field)
        for node in ast.walk(tree)
        for field, value in ast.iter_fields(node)
        if isinstance(value, list)
        for child in value
    }
    same: Counter[tuple[str, str, str]] = Counter()
    for function, statement in setninger(tree):
        left_out, text = _uten(statement, *holders[id(statement)]), _setning(statement)
        for change in [*bytter(statement), *([left_out] if left_out else [])]:
            what = _kort(change[0])
            yield Mutant(fil, statement.lineno, function, text, what, same[function, text, what]), change
            same[function, text, what] += 1


def _setning(statement: ast.stmt) -> str:
    return _kort(ast.unparse(statement).splitlines()[0])


def _kort(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:60]} … {text[-57:]}"


@cache
def _skrevet(fil: str) -> str:
    """The file as it was when it was first asked for: who waits for the mutants, may write meanwhile."""
    return (ROT / "src" / PAKKE / fil).read_text(encoding="utf-8")


def _lest(fil: str) -> ast.Module:
    return ast.parse(_skrevet(fil))


def mutantene(fil: str) -> list[Mutant]:
    """Every mistake that can be made in a file."""
    return [mutant for mutant, _ in _alle(fil, _lest(fil))]


def kilden(mutant: Mutant) -> str:
    """The file with the mistake in it."""
    tree = _lest(mutant.fil)
    (do,) = (do for other, (_, do) in _alle(mutant.fil, tree) if other == mutant)
    do()
    return ast.unparse(ast.fix_missing_locations(tree))


def filene(tema: str) -> list[str]:
    base = ROT / "src" / PAKKE
    return sorted({str(f.relative_to(base)) for pattern in TEMAER[tema] for f in base.glob(pattern)})


def trekk() -> list[Mutant]:
    """A hundred: twenty of each theme, every mistake as likely as the next."""
    draw = random.Random(FROE)
    return [
        mutant
        for tema in TEMAER
        for mutant in sorted(
            draw.sample([m for fil in filene(tema) for m in mutantene(fil)], I_HVERT_TEMA),
            key=lambda m: (m.fil, m.linje, m.hva),
        )
    ]


def trukket() -> list[tuple[Mutant, str]]:
    """Those that were drawn and are still in the code, each with why it lives, where it may."""
    lines = yaml.safe_load(TRUKKET.read_text(encoding="utf-8"))
    files = {line["fil"] for line in lines if (ROT / "src" / PAKKE / line["fil"]).exists()}
    there = {m.navn: m for fil in files for m in mutantene(fil)}
    names = (
        (*(line[key] for key in ("fil", "funksjon", "setning", "hva")), line.get("nr", 0)) for line in lines
    )
    return [(there[n], line.get("lever", "")) for n, line in zip(names, lines, strict=True) if n in there]


def skriv_trukket(mutants: Iterable[Mutant]) -> None:
    """Writes down what was drawn: what is changed in a file, then draws no others."""
    told = [
        {"fil": m.fil, "funksjon": m.funksjon, "setning": m.setning, "hva": m.hva}
        | ({"nr": m.nr} if m.nr else {})
        for m in mutants
    ]
    text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=110)
    TRUKKET.write_text(text, encoding="utf-8")


# --- the copy that is run


def kopi(folder: Path) -> Path:
    """The program and its tests in a folder of their own; what is only read is the same."""
    for name in ("src", "tests"):
        shutil.copytree(ROT / name, folder / name, symlinks=True)
    for other in ROT.iterdir():
        if not (folder / other.name).exists() and other.name != ".git":
            (folder / other.name).symlink_to(other)
    return folder


def skriv(folder: Path, fil: str, kilde: str) -> None:
    """Puts a file in the copy. What Python made of the one that was there goes."""
    target = folder / "src" / PAKKE / fil
    target.write_text(kilde, encoding="utf-8")
    for stale in (target.parent / "__pycache__").glob(f"{target.stem}.*.pyc"):
        stale.unlink()


def koer(folder: Path, *arguments: str, sekunder: float, **environ: str) -> tuple[int | None, str]:
    """The tests, run in the copy: the exit code, None where the time was up, and what was said."""

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(sekunder), int(sekunder) + 5))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))

    path = os.pathsep.join((str(folder / "src"), str(folder / "tests")))
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "kodemutanter", *arguments],
        cwd=folder,
        env={k: v for k, v in os.environ.items() if k != "EKSEMPLER"}
        | {"PYTHONPATH": path, "KODEMUTANTER": str(folder)}
        | environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=limits,
    )
    try:
        said, _ = process.communicate(timeout=10 * sekunder)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
        return None, said
    return (None if process.returncode < 0 else process.returncode), said


# --- which test reaches which statement: a plug-in of pytest, in the copy

NAADD = "_naadd = getattr(__import__('builtins'), 'kodemutanter_naadd', set())"


def med_merker(fil: str) -> str:
    """The file with a mark before each of its statements."""
    tree = _lest(fil)
    marks = {id(s): f"{fil} {function}: {_setning(s)}" for function, s in setninger(tree)}
    for node in list(ast.walk(tree)):
        for field, value in list(ast.iter_fields(node)):
            if isinstance(value, list) and any(id(child) in marks for child in value):
                new: list[Any] = []
                for child in value:
                    if id(child) in marks:
                        new.append(ast.parse(f"_naadd.add({marks[id(child)]!r})").body[0])
                    new.append(child)
                setattr(node, field, new)
    after = 1 + max(
        (n for n, s in enumerate(tree.body) if isinstance(s, ast.ImportFrom) and s.module == "__future__"),
        default=-1,
    )
    tree.body.insert(after, ast.parse(NAADD).body[0])
    return ast.unparse(ast.fix_missing_locations(tree))


if folder_in_use := os.environ.get("KODEMUTANTER"):
    import builtins

    import pytest
    from hypothesis import Phase, settings

    _reached: set[str] = set()
    builtins.kodemutanter_naadd = _reached  # type: ignore[attr-defined]

    def pytest_sessionstart() -> None:
        """The same examples as ever; only what comes after one that failed is left out, as it takes minutes."""
        ordinary = settings.get_profile("samme")
        settings.register_profile("mutant", ordinary, phases=(Phase.explicit, Phase.generate, Phase.target))
        settings.load_profile("mutant")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
        """The tests that were asked for, in that order; and it is the copy that they try."""
        import brukerutvalg_cli

        assert brukerutvalg_cli.__file__.startswith(str(folder_in_use)), "this is not the copy"
        if listed := os.environ.get("KODEMUTANTER_ORDEN"):
            order = {name: n for n, name in enumerate(json.loads(Path(listed).read_text(encoding="utf-8")))}
            items[:] = sorted((i for i in items if i.nodeid in order), key=lambda i: order[i.nodeid])

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
        _reached.clear()
        before = time.process_time()
        yield
        if target := os.environ.get("KODEMUTANTER_OPPTAK"):
            with Path(target, f"{os.getpid()}.jsonl").open("a", encoding="utf-8") as out:
                took = round(time.process_time() - before, 3)
                out.write(json.dumps([item.nodeid, took, sorted(_reached)]) + "\n")


def opptak(where: Path, bare: Sequence[str]) -> None:
    """Runs the tests once, and writes which of them reach which statement; of some files only, beside what is known."""
    if not bare:
        shutil.rmtree(where, ignore_errors=True)
    where.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kodemutanter-") as temporary:
        folder = kopi(Path(temporary).resolve())
        for tema in TEMAER:
            for fil in filene(tema):
                skriv(folder, fil, med_merker(fil))
        code, said = koer(
            folder, "-n", "2", *(bare or PROEVENE), sekunder=3600, KODEMUTANTER_OPPTAK=str(where)
        )
    print(said[-300:])
    if code:
        raise SystemExit("something fails before there is any mutant")


def naar(where: Path) -> tuple[dict[str, float], dict[str, set[str]]]:
    """How long each test took, and who reaches each statement."""
    took: dict[str, float] = {}
    reach: dict[str, set[str]] = {}
    for file in where.glob("*.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            test, seconds, statements = json.loads(line)
            took[test] = seconds
            for statement in statements:
                reach.setdefault(statement, set()).add(test)
    return took, reach


def orden(mutant: Mutant, tests: Iterable[str], took: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """First a few files, the one that mirrors the source among them, then the others, as far as the time goes."""
    quick = sorted(tests, key=lambda t: (took[t], t))
    reached, all_there = Counter(map(_fil, quick)), Counter(map(_fil, took))
    words = (Path(mutant.fil).stem, *NAER[next(tema for tema in TEMAER if mutant.fil in filene(tema))])
    share = {f: (-reached[f] / all_there[f], -reached[f], f) for f in reached}
    near = sorted(reached, key=lambda f: (not any(w in Path(f).stem for w in words), share[f]))[:NAERE]
    first = _saa_mange([t for t in quick if _fil(t) in near], took, SEKUNDER_NAERE)
    others = [t for t in quick if t not in set(first)]
    randoms = [t for t in others if "test_egenskaper_" in t]
    rest = dict.fromkeys((*_saa_mange(others, took, SEKUNDER_RASKE), *randoms, *others))
    return first, _saa_mange(rest, took, SEKUNDER)


def _fil(test: str) -> str:
    return test.partition("::")[0]


def _saa_mange(tests: Iterable[str], took: Mapping[str, float], seconds: float) -> list[str]:
    chosen, used = [], 0.0
    for test in tests:
        if used + took[test] <= seconds:
            chosen.append(test)
            used += took[test]
    return chosen


def proev(folder: Path, mutant: Mutant, kilde: str, tests: Sequence[str], seconds: float) -> str | None:
    """Which test killed it; None where it lived."""
    if not tests:
        return None
    skriv(folder, mutant.fil, kilde)
    order = folder / "orden.json"
    order.write_text(json.dumps(list(tests)), encoding="utf-8")
    files = sorted({*map(_fil, tests)})
    code, said = koer(
        folder, "-x", "--tb=no", *files, sekunder=60 + 3 * seconds, KODEMUTANTER_ORDEN=str(order)
    )
    skriv(folder, mutant.fil, _skrevet(mutant.fil))
    if code is None:
        return "the time was up"
    if code == 0:
        return None
    lines = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if code not in (1, 2, 4) or not (lines or "Error" in said):
        raise SystemExit(f"{mutant.merke}\n{said[-2000:]}")
    return lines[0].split(" - ")[0].split(" ", 1)[1] if lines else "to be read at all"


def kjoer(where: Path, numbers: Sequence[int]) -> int:
    """The table. Two at a time; each has a copy of its own."""
    took, reach = naar(where)
    drawn = trukket()
    with tempfile.TemporaryDirectory(prefix="kodemutanter-") as temporary:
        copies = [kopi(Path(temporary).resolve() / str(n)) for n in range(2)]
        _kontroller(copies[0], took)
        free = list(copies)

        def one(number: int) -> tuple[int, str | None, int, float]:
            mutant, _ = drawn[number - 1]
            stages = orden(mutant, reach.get(mutant.merke, ()), took)
            folder, begun = free.pop(), time.monotonic()
            try:
                source = kilden(mutant)
                killers = (proev(folder, mutant, source, s, sum(took[t] for t in s)) for s in stages)
                killer = next(filter(None, killers), None)
            finally:
                free.append(folder)
            return number, killer, sum(map(len, stages)), time.monotonic() - begun

        lived = []
        with ThreadPoolExecutor(2) as pool:
            for number, killer, asked, seconds in pool.map(one, numbers or range(1, len(drawn) + 1)):
                mutant, why = drawn[number - 1]
                if killer is None:
                    lived.append(number)
                lives = f"LIVES, {asked} tests: {why or 'why, nobody has said'}"
                print(
                    f"{number:3} {mutant.fil}:{mutant.linje} {mutant.funksjon}", f"    {mutant.hva}", sep="\n"
                )
                print(f"    {f'killed by {killer}' if killer else lives} ({seconds:.0f} s)")
                sys.stdout.flush()
    tried = len(numbers or drawn)
    print(f"\n{tried - len(lived)} of {tried} killed; these live: {lived}")
    return int(any(not drawn[number - 1][1] for number in lived))


def _kontroller(folder: Path, took: Mapping[str, float]) -> None:
    """What is not wrong lives, as it is written here too; what is wrong all over dies. Else nothing else counts."""
    fil, some = (
        "dommer/driver.py",
        [t for t in took if "test_egenskaper_frist.py" in t or "test_avvik.py" in t],
    )
    source = ast.unparse(_lest(fil))
    for wrong in (False, True):
        text = (
            source.replace("def doem(", "def doem(*_, **__):\n    raise SystemError\n\ndef _doem(")
            if wrong
            else source
        )
        control = Mutant(fil, 1, "doem", "", "", 0)
        if (proev(folder, control, text, some, sum(took[t] for t in some)) is not None) is not wrong:
            raise SystemExit("the copy is not what is run")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("hva", choices=("trekk", "opptak", "kjoer"))
    parser.add_argument("nr", nargs="*", type=int)
    parser.add_argument("--opptak", type=Path, default=Path(tempfile.gettempdir(), "kodemutanter-opptak"))
    parser.add_argument("--bare", nargs="*", default=(), help="the files of tests that are new since")
    asked = parser.parse_intermixed_args()
    if asked.hva == "opptak":
        opptak(asked.opptak, asked.bare)
    elif asked.hva == "kjoer":
        return kjoer(asked.opptak, asked.nr)
    else:
        skriv_trukket(trekk())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
