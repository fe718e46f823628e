"""What `forklar` says of a template that cannot be used. Apart from the rest, which needs Jinja."""

from __future__ import annotations

from brukerutvalg_cli.register.filfeil.slag import Filfeil

MAL_FEIL = Filfeil(
    "BU060",
    "mal-feil",
    """mal-feil – en av utvalgets egne maler kan ikke brukes slik den er skrevet.

Hvorfor
    En mal får bare se det som kan stå i et dokument, og et navn som er skrevet feil, stopper dokumentet.
    En blokk som malen under ikke har, blir aldri skrevet. Ellers kunne en opplysning mangle i innkallingen
    eller referatet uten at noen merket det.

    En mal kan komme fra andre enn dem som bruker den, og har derfor grenser. Den kan være 64 KiB stor, bestå av
    6000 biter, og ha taggene 15 nivåer inni hverandre. Et dokument kan være satt sammen av 30 maler og ta 200 000
    skritt, og flere når møtet er langt: en runde i en løkke, et kall, en ting i en liste og åtte tegn tekst er ett
    skritt hver. De lengste dokumentene tar noen tusen. Tall kan regnes med opp til en billiard, range kan ha 1000
    tall, og tall opphøyd i tall og tekst ganget med tall finnes ikke. Av tekst kan malen bruke capitalize,
    endswith, format, lower, lstrip, removeprefix, removesuffix, replace, rstrip, split, splitlines, startswith,
    strip, title og upper.
Slik retter du
    Se på linja som er vist. Endrer du bare én blokk av standardmalen, skriver du bare den blokken.
    Gjør malen for mye, går du gjennom saker og personer én gang, og lar være å bygge lange tekster og lister.
Galt
    {% extends "standard/referat.md.j2" %}
    {% block fot %}Møteleder: {{ moetelder }}{% endblock %}
Riktig
    {% extends "standard/referat.md.j2" %}
    {% block fot %}Møteleder: {{ moeteleder }}{% endblock %}
""",
)
