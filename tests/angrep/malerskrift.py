"""Hostile templates, those that are to be read and those that look where they should not."""

from __future__ import annotations

from angrep.maler import (
    ANNET,
    DYP,
    FINNES_IKKE,
    FORMAT,
    HARMLOES,
    LOV,
    MANGE_NAVN,
    NAVN,
    RING,
    STOR,
    TALL,
    Angrep,
)

LESES = {
    "parenteser": Angrep("{{ " + "(" * 30_000, DYP),
    "parenteser, lukket": Angrep("{{ " + "(" * 200 + "1" + ")" * 200 + " }}", DYP),
    "klammer": Angrep("{{ " + "[" * 100 + "]" * 100 + " }}", DYP),
    "if i if": Angrep("{% if 1 %}" * 6000, DYP),
    "tretti løkker": Angrep("{% for a in [1] %}" * 30 + "{% endfor %}" * 30, DYP),
    "tretti blokker": Angrep("".join(f"{{% block b{n} %}}" for n in range(30)) + "{% endblock %}" * 30, DYP),
    "lang sum": Angrep("{{ " + "+".join("1" * 3000) + " }}", DYP),
    "lang betingelse": Angrep("{{ " + "1 if 1 else " * 2000 + "1 }}", DYP),
    "not not": Angrep("{{ " + "not " * 10_000 + "1 }}", DYP),
    "minus minus": Angrep("{{ " + "-" * 500 + "1 }}", DYP),
    "filter på rad": Angrep("{{ 'a'" + "|upper" * 3000 + " }}", DYP),
    "punktum på rad": Angrep("{{ moete" + ".dag" * 5000 + " }}", DYP),
    "and på rad": Angrep("{{ " + "1 and " * 300 + "1 }}", DYP),
    "lang elif": Angrep("{% if 0 %}" + "{% elif 0 %}" * 1900 + "{% else %}x{% endif %}", HARMLOES),
    "krøllparenteser": Angrep("{{" * 32_000, DYP),
    "tagger uten navn": Angrep("{%" * 32_000, "hva taggen gjør"),
    "kommentar uten slutt": Angrep("{#" * 32_000, "kommentaren er ikke lukket"),
    "raw uten slutt": Angrep("{% raw %}" + "{" * 60_000, "«raw» er ikke lukket"),
    "raw": Angrep("{% raw %}" + "{{" * 20_000 + "{% endraw %}", HARMLOES),
    "tekst uten slutt": Angrep("{{ '" + "\\'" * 30_000, "kan ikke stå her"),
    "titusen sifre": Angrep("{{ " + "9" * 10_000 + " }}", TALL),
    "sifre med understrek": Angrep("{{ 1" + "_1" * 20_000 + " }}", TALL),
    "seksten desimaler": Angrep("{{ 0x" + "f" * 60_000 + " }}", TALL),
    "uendelig": Angrep("{{ 1e400 }}", TALL),
    "uendelig som tekst": Angrep("{{ 1e400|int }}", TALL),
    "for mange biter": Angrep("{{ a }}" * 8000, STOR),
    "for mange blokker": Angrep("".join(f"{{% block b{n} %}}{{% endblock %}}" for n in range(2200)), STOR),
    "for mange tegn": Angrep("x" * 70_000, STOR),
    "en million tegn": Angrep("{{" * 500_000, STOR),
    "for mange argumenter": Angrep("{{ f(" + ",".join("1" * 6000) + ") }}", STOR),
    "for mange mål": Angrep("{% set " + ",".join(f"a{n}" for n in range(6000)) + " = 1 %}", STOR),
    "navn i include": Angrep(MANGE_NAVN + "{% include 'x' %}" * 1500, NAVN),
    "navn i blokk": Angrep(
        "{% for x in [1] %}"
        + MANGE_NAVN
        + "".join(f"{{% block b{n} scoped %}}{{% endblock %}}" for n in range(900))
        + "{% endfor %}",
        NAVN,
    ),
    "blanke linjer": Angrep("\n" * 60_000, HARMLOES),
    "blanke rundt tagger": Angrep(("{%- if 1 -%}" + " " * 30 + "{%- endif -%}") * 900, HARMLOES),
    "linjesetning": Angrep("# for x in y\n# endfor\n" * 1000, HARMLOES),
    "langt navn": Angrep("{{ " + "a" * 60_000 + " }}", "navnet er for langt"),
    "langt felt": Angrep("{{ moete." + "a" * 60_000 + " }}", FINNES_IKKE),
    "langt filter": Angrep("{{ 1|" + "a" * 60_000 + " }}", FINNES_IKKE),
    "lang tagg": Angrep("{% " + "a" * 60_000 + " %}", "ikke noe en mal kan gjøre"),
    "langt malnavn": Angrep("{% include '" + "a" * 60_000 + "' %}", FINNES_IKKE),
    "lang blokk": Angrep("{% block " + "a" * 60_000 + " %}{% endblock %}", "navnet er for langt"),
    "navn på to måter": Angrep("{% set ﬁ = 1 %}{% set fi = 2 %}{{ ﬁ }}", "flere måter"),
    "argument på to måter": Angrep("{% macro m(ª, a) %}{% endmacro %}", "flere måter"),
    "argument to ganger": Angrep("{% macro m(a, a) %}{% endmacro %}", "to ganger"),
    "nøkkel to ganger": Angrep("{{ range(a=1, a=2) }}", "to ganger"),
    "nøkkel i filter to ganger": Angrep("{{ 1|default(value=1, value=2) }}", "to ganger"),
    "våre egne argumenter": Angrep(
        "{% for x in [1] %}{{ range(_loop_vars=1) }}{% endfor %}", "begynne med _"
    ),
    "argumentnavn til call": Angrep(
        "{{ range(self=1, context=2, obj=3, environment=4) }}", "kan ikke utføres"
    ),
    "Pythons ord": Angrep(
        "{% set class = 1 %}{% set def = 2 %}{{ class }}{{ range(lambda=1) }}", "kan ikke utføres"
    ),
    "navn i koden": Angrep(
        "{% set environment = 1 %}{% set resolve = 2 %}{% set concat = 3 %}{{ 'a' ~ 'b' }}", HARMLOES
    ),
    "blokker som heter som koden": Angrep(
        "{% block root %}a{% endblock %}{% block blocks %}b{% endblock %}", HARMLOES
    ),
    "løs surrogat": Angrep("{{ '\\ud800' }}", "tegnet med nummer 55296"),
    "surrogat i prosent": Angrep("{{ '%c' % 55296 }}", FORMAT),
    "surrogat i format": Angrep("{{ '{:c}'.format(55296) }}", FORMAT),
    "null i tekst": Angrep("a\0b", "tegnet med nummer 0"),
    "null i streng": Angrep("{{ '\\x00' }}", "tegnet med nummer 0"),
    "escape i streng": Angrep("{{ '\\x1b[31m' }}", "tegnet med nummer 27"),
    "halv escape": Angrep("{{ '\\x' }}", "linja kan ikke leses"),
    "ukjent bokstav": Angrep("{{ '\\N{finnes ikke}' }}", "linja kan ikke leses"),
    "løs bakstrek": Angrep("{{ '\\d' }}", HARMLOES),
    "utsnitt av et tall": Angrep("{{ 1[0:1] }}", "kan ikke utføres"),
}

RINGER = {
    "extends seg selv": Angrep("{% extends 'referat.md.j2' %}", RING),
    "extends i ring": Angrep("{% extends 'a' %}", RING, {"a": "{% extends 'b' %}", "b": "{% extends 'a' %}"}),
    "extends på rekke": Angrep(
        "{% extends 't0' %}",
        "for mange maler bygger",
        {f"t{n}": f"{{% extends 't{n + 1}' %}}" for n in range(1000)},
    ),
    "extends funnet ut": Angrep("{% extends 'referat' ~ '.md.j2' %}", RING),
    "extends to": Angrep("{% extends 'a' %}{% extends 'a' %}", "bare bygge på én", {"a": "x"}),
    "extends en tekst": Angrep("{% extends saker[0].tittel %}", FINNES_IKKE),
    "extends et tall": Angrep("{% extends 5 %}", FINNES_IKKE),
    "include seg selv": Angrep("{% include 'referat.md.j2' %}", RING),
    "include i ring": Angrep(
        "{% include 'a' %}", RING, {"a": "{% include 'b' %}" * 2, "b": "{% include 'a' %}" * 2}
    ),
    "include på rekke": Angrep(
        "{% include 't0' %}", "for mange maler", {f"t{n}": f"{{% include 't{n + 1}' %}}" for n in range(1000)}
    ),
    "include av mange": Angrep(
        "{% for n in range(1000) %}{% include 't' ~ n %}{% endfor %}",
        "for mange maler",
        {f"t{n}": "x" for n in range(1000)},
    ),
    "include av store": Angrep(
        "{% for n in range(9) %}{% include 't' ~ n %}{% endfor %}",
        "for mange maler",
        {f"t{n}": "{#" + "x" * 60_000 + "#}" for n in range(9)},
    ),
    "include av feil": Angrep("{% include 'a' %}", "finnes ikke i en mal", {"a": "\n{{ 1|nei }}"}),
    "include av dyp": Angrep("{% include 'a' %}", DYP, {"a": "{{ " + "(" * 1000}),
    "include uansett": Angrep("{% include 'a' ignore missing %}x", HARMLOES),
    "include av en liste": Angrep("{% include range(1000)|list %}", "navn på maler"),
    "include av mange navn": Angrep("{% include ['a'] * 2 %}", "en mal kan ikke bruke"),
    "include av for mange navn": Angrep(
        "{% include 'abcdefghijklmnopqrstuvwxyz'|list %}", "lete etter mer enn"
    ),
    "include av noe som ikke finnes": Angrep("{% include x %}", "«x» finnes ikke her"),
    "include utenfor": Angrep("{% include '/etc/passwd' %}", FINNES_IKKE),
    "include oppover": Angrep("{% include '../utvalg.yaml' %}", FINNES_IKKE),
    "include oppover bak standard": Angrep("{% include 'standard/../../pyproject.toml' %}", FINNES_IKKE),
    "import seg selv": Angrep("{% import 'referat.md.j2' as x %}", RING),
    "import i ring": Angrep(
        "{% import 'a' as x %}", RING, {"a": "{% import 'b' as y %}", "b": "{% import 'a' as y %}"}
    ),
    "import med alt": Angrep(
        "{% import 'a' as x with context %}{{ x.y }}", HARMLOES, {"a": "{% set y = moete.dag %}"}
    ),
    "modul skrevet": Angrep("{% import 'a' as x %}{{ x }}", ANNET, {"a": "hei"}),
    "import som mangler": Angrep(
        "{% from 'a' import q %}{{ q }}", "har ikke noe som heter «q»", {"a": "hei"}
    ),
    "makro i ring": Angrep("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", RING),
    "blokk i ring": Angrep("{% block a %}{{ self.a() }}{% endblock %}", RING),
    "blokker i ring": Angrep(
        "{% block a %}{{ self.b() }}{% endblock %}{% block b %}{{ self.a() }}{% endblock %}", RING
    ),
    "super i ring": Angrep(
        "{% extends 'standard/referat.md.j2' %}{% block fot %}{{ super() }}{{ self.fot() }}{% endblock %}",
        RING,
    ),
    "super uten noe under": Angrep("{% block a %}{{ super() }}{% endblock %}", "har ingen blokk «a»"),
    "løkke i ring": Angrep("{% for x in [1] recursive %}{{ loop([x]) }}{% endfor %}", RING),
    "caller i ring": Angrep(
        "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}", RING
    ),
    "påkrevd blokk": Angrep("{% block a required %}{% endblock %}", "blokken «a» må skrives"),
}

SER = {
    navn: Angrep(mal, LOV)
    for navn, mal in {
        "klasse": "{{ [].__class__.__mro__ }}",
        "klasse i klammer": "{{ ''['__class__'] }}",
        "klasse gjennom map": "{{ ['']|map(attribute='__class__')|first }}",
        "klasse i format": "{{ '{0.__class__}'.format(moete) }}",
        "globale i format": "{{ '{0.__init__.__globals__}'.format(moete) }}",
        "klammer i format": "{{ '{0[__class__]}'.format('') }}",
        "klasse av en sak": "{{ saker[0].__class__ }}",
        "felter av en sak": "{{ saker[0].__dataclass_fields__ }}",
        "klasse av ordene": "{{ ord.__dict__ }}",
        "makroens miljø": "{% macro m() %}{% endmacro %}{{ m._environment }}",
        "makroens funksjon": "{% macro m() %}{% endmacro %}{{ m._func }}",
        "makroens navn": "{% macro m() %}{% endmacro %}{{ m.name }}",
        "caller": "{% macro m() %}{{ caller._func }}{% endmacro %}{% call m() %}{% endcall %}",
        "self": "{{ self._TemplateReference__context }}",
        "super": "{% extends 'standard/referat.md.j2' %}{% block fot %}{{ super._context }}{% endblock %}",
        "loop": "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
        "range": "{{ range(3).start }}",
        "range selv": "{{ range.__globals__ }}",
        "cycler": "{{ cycler.reset }}",
        "namespace": "{{ namespace.__globals__ }}",
        "metodens eier": "{{ 'a'.upper.__self__ }}",
        "formatets eier": "{{ 'a'.format.__closure__ }}",
        "varargs": "{% macro m() %}{{ varargs.count }}{% endmacro %}{{ m(1) }}",
        "koding": "{{ 'a'.encode() }}",
    }.items()
} | {
    "miljøet": Angrep("{{ environment }}", FINNES_IKKE),
    "konteksten": Angrep("{{ context }}", FINNES_IKKE),
    "registeret": Angrep("{{ register }}", FINNES_IKKE),
    "attr": Angrep("{{ moete|attr('__class__') }}", FINNES_IKKE),
    "mro av namespace": Angrep("{{ namespace.mro() }}", FINNES_IKKE),
    "omgjort i format": Angrep("{{ '{!r}'.format(saker) }}", FORMAT),
    "skriver en sak": Angrep("{{ saker[0] }}", ANNET),
    "skriver et super": Angrep(
        "{% extends 'standard/referat.md.j2' %}{% block fot %}{{ super }}{% endblock %}", ANNET
    ),
    "skriver en sak som tekst": Angrep("{{ saker[0]|lower }}", "bare tekst kan brukes"),
    "utgir seg for trygg": Angrep("{% set ns = namespace(**{'__html__': 1}) %}{{ ns }}", "begynne med _"),
    "utgir seg for trygg, satt": Angrep(
        "{% set ns = namespace() %}{% set ns.__html__ = 1 %}{{ ns }}", "begynne med _"
    ),
    "utgir seg for funksjon": Angrep("{% set ns = namespace(jinja_pass_arg=1) %}{{ ns() }}", LOV),
    "call som ikke gir tekst": Angrep("{% call range(3) %}{% endcall %}", "kan ikke utføres"),
    "call som gir noe annet": Angrep("{% call namespace() %}{% endcall %}", ANNET),
    "filterblokk som ikke gir tekst": Angrep("{% filter list %}abc{% endfilter %}", ANNET),
    "filterblokk som gir tall": Angrep("{% filter length %}abc{% endfilter %}", HARMLOES),
    "set som ikke gir tekst": Angrep("{% set x | list %}abc{% endset %}", ANNET),
    "trekker fra self": Angrep("{% for x in self %}{% endfor %}", "kan ikke utføres"),
    "setter det som er vårt": Angrep(
        "{% set super = 1 %}{% set self = 2 %}{% set loop = 3 %}{{ loop }}", HARMLOES
    ),
    "skriver om møtet": Angrep("{% extends 'standard/referat.md.j2' %}{% set moete = 1 %}", FINNES_IKKE),
    "løkken som mål": Angrep("{% for loop in [1] %}{% endfor %}", "navnet på løkken"),
}
