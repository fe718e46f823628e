"""Svarene: whether councils answer now what they answered when a verdict was found, by sums of the answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from brukerutvalg_cli.hurtiglager.oppslag import ALLE, FELLES, Oppslagsnoekkel
from brukerutvalg_cli.hurtiglager.summer import summen

VERTER = "verter"
"""Which councils hold meetings that are this one's too: asked of all, about one."""
HELE = "hele"
"""A whole council: all that its files hold."""


class Svarene:
    """What each council answers now: `fakta` by council and question, `innhold` by council; `gjester`: whose meetings
    it holds, None where that is not known of all. `felles`: what all share answers."""

    def __init__(
        self,
        innhold: Mapping[str, str],
        fakta: Mapping[str, Mapping[str, str]],
        gjester: Mapping[str, Iterable[str]] | None,
        felles: Mapping[str, str],
    ) -> None:
        self._innhold, self._fakta, self._felles = innhold, fakta, felles
        self._alle: dict[str, tuple[int, dict[str, int]]] = {}
        hosts: dict[str, list[str]] = defaultdict(list)
        for host in sorted(gjester or ()):
            for guest in (gjester or {})[host]:
                hosts[guest].append(host)
        self._verter = None if gjester is None else hosts

    def sum(self, spoersmaal: Sequence[Oppslagsnoekkel], meg: str) -> str:
        """A sum of what all of it is answered now, to this council; nothing where some of it is not known."""
        answers = [self._svaret(what, whom, meg) for what, whom in sorted(spoersmaal)]
        return summen(*answers) if all(answers) else ""

    def _svaret(self, what: str, whom: str, meg: str) -> str:
        if whom == FELLES:
            return self._felles.get(what, "")
        if what == VERTER:
            return "" if self._verter is None else summen(*self._verter.get(whom, ()))
        if what == HELE:
            return self._innhold.get(whom, "")
        if whom != ALLE:
            return self._fakta.get(whom, {}).get(what, "")
        total, each = self._av_alle(what)
        others = len(self._fakta) - (meg in self._fakta)
        if len(each) - (meg in each) < others:
            return ""
        return f"{total ^ each.get(meg, 0):x}"

    def _av_alle(self, what: str) -> tuple[int, dict[str, int]]:
        """What each council answers as a number, and all of them as one, out of which any can be taken again."""
        if what not in self._alle:
            total, each = 0, {}
            for name, facts in self._fakta.items():
                if what in facts:
                    own = summen(name, what, facts[what])
                    each[name] = int(own, 16)
                    total ^= each[name]
            self._alle[what] = total, each
        return self._alle[what]
