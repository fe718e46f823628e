"""Hostile templates, by what they are after, and what is said of each: a piece of the message, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

MYE = "malen gjør mer enn et dokument trenger"
DYP = "her står for mye inni hverandre"
LISTER = "lister for dypt inni hverandre"
LOV = "en mal har ikke lov til dette"
RING = "malen bruker seg selv om igjen uten ende"
TALL = "tallet er for stort"
STORT = "tallet blir for stort"
FORMAT = "formatet er for avansert"
TEGN = "en mal kan ikke bruke"
STOR = "malen er for stor"
NAVN = "malen har for mange navn"
ANNET = "her står det noe annet enn en tekst"
SLAA_OPP = "bare tekst og tall kan slås opp"
FINNES_IKKE = "finnes ikke"
HARMLOES = ""


class Angrep(NamedTuple):
    """A template for the minutes, what is said of it, and others beside it; nothing is said where it does no harm."""

    mal: str
    ventet: str
    andre: Mapping[str, str] = MappingProxyType({})


def ganger(n: int, innhold: str) -> str:
    """Loops in loops, a thousand rounds each."""
    return "{% for i in range(1000) %}" * n + innhold + "{% endfor %}" * n


def vokser(foerst: str, steg: str, n: int = 2, saa: str = "") -> str:
    """A value that each of a thousand to the nth rounds makes another one of."""
    start = f"{{% set ns = namespace(x={foerst}, y=0) %}}"
    return start + ganger(n, f"{{% set ns.x = {steg} %}}") + saa


LANG_TEKST = "{% set t %}" + ganger(1, "a" * 40) + "{% endset %}"
KORT_TEKST = "{% set t %}" + ganger(1, "aaa") + "{% endset %}"
BLANK_TEKST = "{% set t %}" + ganger(1, " " * 40) + "{% endset %}"
MANGE_NAVN = "".join(f"{{% set a{n} = 1 %}}" for n in range(800))
NOEN_NAVN = "".join(f"{{% set a{n} = 1 %}}" for n in range(100))


def ofte(uttrykk: str, foerst: str = "") -> str:
    """A thousand times the same: no more rounds than there may be, so that it is the expression that must pay."""
    return foerst + ganger(1, f"{{% if {uttrykk} %}}{{% endif %}}")


GJENTAR = {
    "løkker": Angrep(ganger(4, ""), MYE),
    "løkker med tekst": Angrep(ganger(2, "x" * 60_000), MYE),
    "løkke som forbigår alt": Angrep(ganger(1, "{% for j in range(1000) if false %}{% endfor %}"), MYE),
    "løkke med else": Angrep(ganger(3, "{% for j in [] %}{% else %}{% endfor %}"), MYE),
    "fjorten løkker": Angrep(ganger(14, "x"), MYE),
    "skriver lang tekst": Angrep(LANG_TEKST + ganger(3, "{{ t }}"), MYE),
    "skriver det som må beskyttes": Angrep(f"{{% set t = '{'*' * 30_000}' %}}" + ganger(2, "{{ t }}"), MYE),
    "tekst i én løkke": Angrep(ganger(1, "x" * 60_000), MYE),
    "mye regning per runde": Angrep(ganger(1, "{% set x = [" + "i," * 4000 + "] %}"), MYE),
    "dobbel makro": Angrep(
        "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(60) }}", MYE
    ),
    "dobbel blokk": Angrep(
        "".join(
            f"{{% block b{n} %}}{{{{ self.b{n + 1}() }}}}{{{{ self.b{n + 1}() }}}}{{% endblock %}}"
            for n in range(30)
        )
        + "{% block b30 %}{% endblock %}",
        MYE,
    ),
    "makro med call": Angrep(
        "{% macro m() %}{{ caller() }}{% endmacro %}" + ganger(3, "{% call m() %}x{% endcall %}"), MYE
    ),
    "mange argumenter": Angrep(
        "{% macro m() %}{% if varargs %}{% endif %}{% endmacro %}{% set xs = range(1000)|list %}"
        + ganger(1, "{{ m(*xs) }}"),
        MYE,
    ),
    "mange navngitte argumenter": Angrep(
        "{% macro m() %}{{ kwargs|length }}{% endmacro %}" + ganger(3, "{{ m(**{'a': 1}) }}"), MYE
    ),
    "include i løkke": Angrep(NOEN_NAVN + ganger(1, "{% include 'a' %}"), MYE, {"a": "x"}),
    "include som mangler": Angrep(ganger(1, "{% include ['a', 'b', 'c'] ignore missing %}"), MYE),
    "rekursiv løkke": Angrep(
        "{% set a = range(1000)|list %}{% for x in a if x == 0 recursive %}"
        "{% if loop.depth < 20 %}{{ loop(a) }}{{ loop(a) }}{% endif %}{% endfor %}",
        MYE,
    ),
    "blokk med mange navn": Angrep(
        ganger(1, "{% for j in range(1000) %}{% block a scoped %}x{% endblock %}{% endfor %}"),
        MYE,
    ),
    "cycler i løkke": Angrep("{% set c = cycler(1, 2) %}" + ganger(3, "{% if c.next() %}{% endif %}"), MYE),
    "with-tårn": Angrep("{% with a = 'x' * 1 %}{% endwith %}", TEGN),
}

VOKSER = {
    "tekst med ~": Angrep(vokser("'ab'", "ns.x ~ ns.x"), MYE),
    "tekst med +": Angrep(vokser("'ab'", "ns.x + ns.x"), MYE),
    "tekst med join": Angrep(vokser("'ab'", "[ns.x, ns.x]|join"), MYE),
    "skilletegn i join": Angrep(vokser("'aa'", "(ns.x|list)|join(ns.x)"), MYE),
    "replace": Angrep(vokser("'aa'", "ns.x.replace('a', ns.x ~ 'a')"), MYE),
    "replace av ingenting": Angrep(vokser("'aa'", "ns.x.replace('', ns.x ~ 'a')"), MYE),
    "format": Angrep(vokser("'a'", "'{0}{0}{0}'.format(ns.x)"), MYE),
    "prosent": Angrep(vokser("'a'", "'%s%s%s' % (ns.x, ns.x, ns.x)"), MYE),
    "set-tårn": Angrep(
        "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 100, MYE
    ),
    "tekst gjennom makro": Angrep(
        "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}" + vokser("'a'", "m(ns.x)"), MYE
    ),
    "tekst gjennom filterblokk": Angrep(
        LANG_TEKST + ganger(3, "{% filter upper %}{{ t }}{% endfilter %}"), MYE
    ),
    "liste": Angrep(vokser("[1]", "ns.x + ns.x"), MYE),
    "liste av lister": Angrep(vokser("[1]", "[ns.x, ns.x]", 1, "{{ ns.x == ns.x }}"), MYE),
    "liste av range": Angrep(vokser("[1]", "ns.x + (range(1000)|list)"), MYE),
    "tuppel": Angrep(vokser("(1,)", "ns.x + ns.x"), MYE),
    "filter på filter": Angrep(vokser("[1, 2, 3]", "ns.x|select", 1, "{{ ns.x|length }}"), HARMLOES),
    "heltall": Angrep(vokser("10", "ns.x * ns.x"), STORT),
    "desimaltall": Angrep(vokser("1.5", "ns.x * ns.x"), STORT),
    "heltall av tekst": Angrep("{{ ('9' ~ '9' ~ '9999999999999999')|int }}", STORT),
    "batch": Angrep("{{ [1]|batch(999999999, 'x')|list|length }}", TALL),
    "batch i løkke": Angrep(ofte("[1]|batch(1000, 'x')"), MYE),
    "slice": Angrep("{{ [1]|slice(999999999)|list|length }}", TALL),
    "map med batch": Angrep("{{ [[1]]|map('batch', 999999999, 'x')|list|length }}", TALL),
    "round": Angrep("{{ 1|round(999999999, 'ceil') }}", TALL),
    "round nedover": Angrep("{{ 1|round(-999999999) }}", TALL),
    "range": Angrep("{{ range(100000)|length }}", "range kan ha høyst"),
    "range bakover": Angrep("{{ range(0, -999999999999, -1)|length }}", "range kan ha høyst"),
    "gange tekst": Angrep("{{ 'a' * 10000000000 }}", TEGN),
    "gange tekst bakfra": Angrep("{{ 10000000000 * 'a' }}", TEGN),
    "gange liste": Angrep("{{ [1] * 10000000000 }}", TEGN),
    "gange tuppel": Angrep("{{ (1, 2) * 10000000000 }}", TEGN),
    "opphøyd": Angrep("{{ 9 ** 9 ** 9 ** 9 }}", TEGN),
    "opphøyd i set": Angrep("{% set x = 9 ** 9 ** 9 ** 9 %}", TEGN),
    "opphøyd som standardverdi": Angrep("{% macro m(x=9 ** 9 ** 9) %}{% endmacro %}{{ m() }}", TEGN),
    "opphøyd i autoescape": Angrep("{% autoescape 9 ** 9 ** 9 ** 9 %}{% endautoescape %}", "autoescape"),
    "volatil autoescape": Angrep("{% autoescape x %}{{ 'a' ~ 'b' }}{% endautoescape %}", "autoescape"),
    "ljust": Angrep("{{ 'a'.ljust(999999999) }}", LOV),
    "center": Angrep("{{ 'a'.center(999999999) }}", LOV),
    "zfill": Angrep("{{ 'a'.zfill(999999999) }}", LOV),
    "expandtabs": Angrep("{{ '\\t'.expandtabs(999999999) }}", LOV),
    "translate": Angrep("{{ 'a'.translate({97: 'b'}) }}", LOV),
    "join som metode": Angrep("{{ 'a'.join(['b']) }}", LOV),
    "metode gjennom klammer": Angrep("{{ 'a'['ljust'](999999999) }}", LOV),
    "metode gjennom map": Angrep("{% set f = ['a']|map(attribute='ljust')|first %}{{ f(999999999) }}", LOV),
    "to_bytes": Angrep("{{ (5).to_bytes(999999999, 'big') }}", LOV),
    "append": Angrep("{% set xs = [] %}{{ xs.append(xs) }}", LOV),
    "insert": Angrep("{% set xs = [] %}{{ xs.insert(0, 1) }}", LOV),
    "update": Angrep("{% set d = {} %}{{ d.update({'a': 1}) }}", LOV),
    "bredt format": Angrep("{{ '{:999999999}'.format(1) }}", FORMAT),
    "bredde som argument": Angrep("{{ '{:{}}'.format(1, 999999999) }}", FORMAT),
    "bred prosent": Angrep("{{ '%999999999d' % 1 }}", FORMAT),
    "bred stjerne": Angrep("{{ '%*d' % (999999999, 1) }}", FORMAT),
    "nøyaktig prosent": Angrep("{{ '%.999999999f' % 1.5 }}", FORMAT),
    "navngitt prosent": Angrep("{{ '%(a)s%(a)s' % {'a': 'b'} }}", FORMAT),
    "prosent med liste": Angrep("{{ '%s' % [[1]] }}", "bare tekst og tall"),
    "format med liste": Angrep("{{ '{}'.format([[1]]) }}", "bare tekst og tall"),
}

TUNGT = {
    "sammenligning": Angrep(
        ofte("xs == ys", "{% set xs = range(1000)|list %}{% set ys = range(1000)|list %}"), MYE
    ),
    "in": Angrep(ofte("2000 in xs", "{% set xs = range(1000)|list %}"), MYE),
    "not in": Angrep(ofte("2000 not in xs", "{% set xs = range(1000)|list %}"), MYE),
    "in tekst": Angrep(ofte("t ~ 'b' in t", LANG_TEKST), MYE),
    "is in": Angrep(ofte("2000 is in(xs)", "{% set xs = range(1000)|list %}"), MYE),
    "is eq": Angrep(ofte("xs is eq(xs)", "{% set xs = range(1000)|list %}"), MYE),
    "select med in": Angrep("{% set xs = range(1000)|list %}" + ofte("xs|select('in', xs)"), MYE),
    "select av alt": Angrep(ofte("xs|reject('number')", "{% set xs = range(1000)|list %}"), MYE),
    "sort": Angrep(ofte("xs|sort", "{% set xs = range(1000)|list %}"), MYE),
    "unique": Angrep(ofte("xs|unique", "{% set xs = range(1000)|list %}"), MYE),
    "groupby": Angrep(ofte("t|list|groupby(0)", LANG_TEKST), MYE),
    "max": Angrep(ofte("xs|max", "{% set xs = range(1000)|list %}"), MYE),
    "reverse": Angrep(ofte("t|reverse", LANG_TEKST), MYE),
    "upper": Angrep(ofte("t|upper", LANG_TEKST), MYE),
    "strip": Angrep(ofte("t.strip()", BLANK_TEKST), MYE),
    "strip av mange": Angrep(KORT_TEKST + "{{ t.strip('bcd' ~ t)|length }}", MYE),
    "trim": Angrep(ofte("t|trim", BLANK_TEKST), MYE),
    "trim av mange": Angrep(KORT_TEKST + "{{ t|trim('bcd' ~ t)|length }}", MYE),
    "split": Angrep(ofte("t.split('a')", LANG_TEKST), MYE),
    "split av blankt": Angrep(ofte("t.split()", BLANK_TEKST), MYE),
    "utsnitt": Angrep(ofte("t[1:]", LANG_TEKST), MYE),
    "utsnitt av liste": Angrep(ofte("xs[1:]", "{% set xs = range(1000)|list %}"), MYE),
    "list av tekst": Angrep(ofte("t|list", LANG_TEKST), MYE),
    "format av lang tekst": Angrep(ofte("'{}'.format(t)", LANG_TEKST), MYE),
    "sammenlignet sak": Angrep(ofte("saker == saker"), MYE),
    "unike saker": Angrep(ofte("saker|unique"), MYE),
    "ordene": Angrep(ofte("ord|list"), MYE),
    "lister som vokser, skrevet": Angrep(vokser("[1]", "[ns.x, ns.x]", 1, "{{ ns.x }}"), ANNET),
    "lister som vokser, som tekst": Angrep(vokser("[1]", "[ns.x, ns.x]", 1, "{{ ns.x|lower }}"), MYE),
    "lister i namespace, som tekst": Angrep(vokser("[1]", "[ns.x, ns.x]", 1, "{{ ns|lower }}"), "bare tekst"),
    "lister i namespace, prøvd": Angrep(
        vokser("[1]", "[ns.x, ns.x]", 1, "{% if ns is upper %}{% endif %}"), "bare tekst"
    ),
    "lister i namespace, kalt": Angrep(
        vokser("[1]", "[ns.x, ns.x]", 1, "{% set ns.unsafe_callable = 1 %}{{ ns() }}"), LOV
    ),
    "lister som vokser, sortert": Angrep(
        vokser("[1]", "[ns.x, ns.x]", 1, "{{ [ns.x, ns.x]|sort|length }}"), MYE
    ),
    "lister som vokser, i in": Angrep(vokser("[1]", "[ns.x, ns.x]", 1, "{{ ns.x in [[ns.x]] }}"), MYE),
    "ordbøker som vokser": Angrep(vokser("{}", "{'a': ns.x, 'b': ns.x}", 1, "{{ ns.x == ns.x }}"), MYE),
    "dyp liste, sammenlignet": Angrep(
        "{% set ns = namespace(x=1) %}{% for i in range(50) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x == ns.x }}",
        LISTER,
    ),
    "dyp tuppel, unik": Angrep(vokser("(1,)", "(ns.x,)", 1, "{{ [ns.x]|unique|length }}"), LISTER),
    "dyp tuppel, slått opp": Angrep(vokser("(1,)", "(ns.x,)", 1, "{{ {1: 2}[ns.x] }}"), SLAA_OPP),
    "dyp tuppel, nøkkel": Angrep(vokser("(1,)", "(ns.x,)", 1, "{{ {ns.x: 2} }}"), SLAA_OPP),
    "dyp tuppel, i namespace": Angrep(vokser("(1,)", "(ns.x,)", 1, "{{ namespace([(ns.x, 1)]).a }}"), LISTER),
    "dyp tuppel, i ordbok": Angrep(vokser("(1,)", "(ns.x,)", 1, "{{ ns.x in {1: 2} }}"), LISTER),
    "dyp tuppel, i items": Angrep(
        vokser("(1,)", "(ns.x,)", 1, "{{ {'a': ns.x}.items()|unique|length }}"), LISTER
    ),
    "dyp tuppel, i get": Angrep(vokser("(1,)", "(ns.x,)", 1, "{{ {1: 2}.get(ns.x) }}"), LISTER),
    "lang sti i map": Angrep(KORT_TEKST + f"{{{{ t|map(attribute='0{'.0' * 200}')|length }}}}", MYE),
    "items er en liste": Angrep("{{ {'a': 1}.items()[0][0] }}", HARMLOES),
}
