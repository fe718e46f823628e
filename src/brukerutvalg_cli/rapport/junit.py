"""junit: what was judged as test cases, in the XML that every CI reads – kept, broken, or not to be known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from brukerutvalg_cli.funn.finding import Kilde
from brukerutvalg_cli.rapport.i_ord import beskjed, sted
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.rapport.regeltekst import alltid_proevd
from brukerutvalg_cli.tegn import one_line

REGISTERET = "registeret"
"""The suite of what is wrong with the files as such, and concerns no one council."""


class Testtilfelle(NamedTuple):
    """One case: where it belongs, its name, and what came of it. `utfall` is an element, or nothing."""

    suite: str
    navn: str
    fil: str = ""
    utfall: str = ""
    melding: str = ""
    tekst: str = ""
    slag: str = ""


def render(rapport: Rapport) -> str:
    """A suite for each council, and one for the files. What has no finding in it has passed."""
    tests = [*_broken(rapport), *_unknown(rapport), *_kept(rapport)]
    counts = Counter(test.utfall for test in tests)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="brukerutvalg" {_counts(len(tests), counts, skipped=False)}>')
    for suite in sorted({test.suite for test in tests}):
        lines += _suite(suite, [test for test in tests if test.suite == suite])
    return "\n".join([*lines, "</testsuites>", ""])


def _broken(rapport: Rapport) -> Iterator[Testtilfelle]:
    for located in rapport.funn:
        finding = located.finding
        stops = finding.severity.rank <= rapport.terskel.rank
        about = finding.emne or finding.message
        yield Testtilfelle(
            finding.utvalg or REGISTERET,
            f"{finding.name} {_of(finding.kilde)}{about}",
            rapport.fil(located.path),
            "failure" if stops else "system-out",
            finding.message,
            f"{sted(rapport.fil(located.path), located.span)}\n{beskjed(located)}",
            finding.severity.value,
        )


def _unknown(rapport: Rapport) -> Iterator[Testtilfelle]:
    for located in rapport.ikke_vurdert:
        f = located.finding
        name = f"{_of(f.kilde)}{f.emne}"
        yield Testtilfelle(f.utvalg or REGISTERET, name, rapport.fil(located.path), "skipped", f.message)


def _kept(rapport: Rapport) -> Iterator[Testtilfelle]:
    """The provisions that were kept, and not broken by anything else; and what every register is looked through for."""
    broken = {(f.finding.utvalg, f.finding.kilde) for f in rapport.funn}
    found = {f.finding.name for f in rapport.funn}
    for name in alltid_proevd():
        if name not in found:
            yield Testtilfelle(REGISTERET, name)
    for utvalg, kilde in rapport.holdt:
        if (utvalg, kilde) not in broken:
            yield Testtilfelle(utvalg, f"{_of(kilde)}holdt")


def _of(kilde: Kilde | None) -> str:
    return f"{kilde.regelverk}/{kilde.bestemmelse}: " if kilde else ""


def _suite(name: str, tests: list[Testtilfelle]) -> Iterator[str]:
    counts = Counter(test.utfall for test in tests)
    yield f"  <testsuite name={_attribute(name)} {_counts(len(tests), counts, skipped=True)}>"
    seen: Counter[str] = Counter()
    for test in tests:
        seen[test.navn] += 1
        yield from _case(test, f" ({seen[test.navn]})" if seen[test.navn] > 1 else "")
    yield "  </testsuite>"


def _case(test: Testtilfelle, again: str) -> Iterator[str]:
    """One case. Some readers take two of the same name for one."""
    file = f" file={_attribute(test.fil)}" if test.fil else ""
    head = f"<testcase classname={_attribute(test.suite)} name={_attribute(test.navn + again)}{file}"
    if not test.utfall:
        yield f"    {head}/>"
        return
    yield f"    {head}>"
    if test.utfall == "system-out":
        yield f"      <system-out>{_text(f'{test.slag}: {test.tekst}')}</system-out>"
    elif test.utfall == "skipped":
        yield f"      <skipped message={_attribute(test.melding)}/>"
    else:
        attributes = f"type={_attribute(test.slag)} message={_attribute(test.melding)}"
        yield f"      <failure {attributes}>{_text(test.tekst)}</failure>"
    yield "    </testcase>"


def _counts(total: int, counts: Counter[str], *, skipped: bool) -> str:
    left_out = f' skipped="{counts["skipped"]}"' if skipped else ""
    return f'tests="{total}" failures="{counts["failure"]}" errors="0"{left_out}'


def _attribute(text: str) -> str:
    return quoteattr(one_line(text))


def _text(text: str) -> str:
    return escape("\n".join(map(one_line, text.split("\n"))))
