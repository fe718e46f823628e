"""Hostile templates by the thousand: what grows, in what repeats, kept and used; most of it such that it can be done.

In a sketch T is a text, L a list, N a number, V anything at all, and B what stands inside.
"""

from __future__ import annotations

import random

TEKST = (
    "'ab'", "'*_<'", "moete.dag", "saker[0].tittel", "ord.sak", "ns.t", "ns.t", "ns.t", "t", "T ~ T", "T ~ N", "T + T",
    "T|upper", "T|trim(T)", "T|truncate(99)", "T|stor", "T.replace('a', T)", "T.replace('', T)", "T.strip(T)",
    "L|join(T)", "L|join", "'{}{}'.format(T, T)", "'%s%s' % (T, N)", "(T)[1:]", "T if N else T", "T|reverse",
    "T.split(T)|join(T)", "m(T, L)", "T|default(T)", "T.title()", "L|map('upper')|join",
)  # fmt: skip

LISTE = (
    "[T, T]", "[N, N]", "[L, L]", "(L, T)", "saker|map(attribute='tittel')|list", "ns.l", "ns.l", "ns.l", "l", "L + L",
    "L|unique", "L|sort", "L|reverse", "(L)[::2]", "T|list", "range(N % 99)|list", "range(999)|list", "L|batch(9, T)",
    "L|slice(9, L)", "L|select", "L|reject('in', L)", "L|map('length')", "T.split(T)", "L|groupby(0)", "{T: L}.items()",
    "saker|selectattr('nr')|list", "L|select('eq', L)",
)  # fmt: skip

TALL = (
    "0", "1", "7", "999", "ns.n", "ns.n", "L|length", "T|length", "N + N", "N - N", "N * N", "N % 7", "N // 3",
    "T == T", "L == L", "T in T", "T in L", "L in L", "L is eq(L)", "L is sameas(L)", "N|int", "N|round", "N < N",
    "not N", "N and N", "L|map('length')|max", "saker == saker",
)  # fmt: skip

HVA_SOM_HELST = (
    "saker", "moete", "ord", "none", "1.5", "x", "ns", "cycler(T, N)", "joiner()", "namespace(a=L)", "{T: L}", "self",
    "range", "T.format", "T ** N", "T * N", "L.append(L)", "T.ljust(N)", "V.a", "V['a']", "V|V", "V(V)",
    "V.__class__", "T|int(0, 16)",
    "N|round(N, 'ceil')", "L|batch(N)", "caller()", "super()", "loop(L)", "loop.index", "varargs", "{V: V}", "(V, V)",
)  # fmt: skip

RUNDT = (
    "{% for i in range(999) %}B{% endfor %}",
    "{% for i in range(999) %}B{% endfor %}",
    "{% for i in L %}B{% else %}B{% endfor %}",
    "{% for i in L if N %}B{% endfor %}",
    "{% for i in L recursive %}B{% if loop.depth < 9 %}{{ loop(L) }}{% endif %}{% endfor %}",
    "{% if N %}B{% elif N %}B{% else %}B{% endif %}",
    "{% set ns.t %}B{{ T }}{% endset %}",
    "{% filter upper %}B{% endfilter %}",
    "{% call k() %}B{% endcall %}",
    "{% with t = T, l = L %}B{% endwith %}",
    "{% include 'a' %}B{% include 'a' %}",
    "{% import 'a' as a with context %}B{{ a.y }}",
    "{% set u %}B{% endset %}{{ u }}{{ u }}",
)

LINJER = (
    "{{ T }}", "{{ N + 0 }}", "{{ T }}{{ T }}", "tekst",
    "{% set ns.t = T %}", "{% set ns.l = L %}",
    "{% set ns.n = N %}", "{% set ns.l = [ns.l, ns.l] %}", "{% set ns.t = ns.t ~ ns.t %}",
    "{% set ns.l = ns.l + ns.l %}", "{% set ns.n = ns.n * 3 %}",
    "{% if N %}{{ T }}{% endif %}",
    "{% set ns.l = (ns.l,) %}",
)  # fmt: skip

START = (
    "{% macro m(a, b) %}{{ a }}{% endmacro %}{% macro k() %}{{ caller() }}{{ caller() }}{% endmacro %}"
    "{% set ns = namespace(t='a', l=[1], n=2) %}{% set t = 'b' %}{% set l = ['c'] %}"
)

GRAMMATIKK = {"T": TEKST, "L": LISTE, "N": TALL, "V": HVA_SOM_HELST}


class Malgenerator:
    """Templates out of a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._villskap = 0.02 if seed % 2 else 0.0
        """How often there stands something else than what should."""

    def mal(self) -> str:
        """One template, a whole one or a block of the standard one."""
        inside = START + "".join(self._del(self._random.randint(0, 4)) for _ in range(2))
        if self._random.random() < 0.7:
            return inside
        return f"{{% extends 'standard/referat.md.j2' %}}{{% block fot %}}{inside}{{% endblock %}}"

    def _del(self, dybde: int) -> str:
        if not dybde:
            return "".join(
                self._fylt(self._random.choice(LINJER), 3) for _ in range(self._random.randint(1, 3))
            )
        first, *others = self._random.choice(RUNDT).split("B")
        return self._fylt(first, 2) + "".join(self._del(dybde - 1) + self._fylt(rest, 2) for rest in others)

    def _fylt(self, skisse: str, dybde: int) -> str:
        """A sketch with something of its kind for each letter of the grammar."""
        return "".join(self._noe(sign, dybde) if sign in GRAMMATIKK else sign for sign in skisse)

    def _noe(self, slag: str, dybde: int) -> str:
        if self._random.random() < self._villskap:
            slag = "V"
        skisser = GRAMMATIKK[slag]
        if dybde <= 0:
            skisser = tuple(one for one in skisser if not GRAMMATIKK.keys() & {*one})
        return f"({self._fylt(self._random.choice(skisser), dybde - 1)})"
