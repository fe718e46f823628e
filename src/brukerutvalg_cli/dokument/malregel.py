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
Slik retter du
    Se på linjen som er vist. Endrer du bare én blokk av standardmalen, skriver du bare den blokken.
Galt
    {% extends "standard/referat.md.j2" %}
    {% block fot %}Møteleder: {{ moetelder }}{% endblock %}
Riktig
    {% extends "standard/referat.md.j2" %}
    {% block fot %}Møteleder: {{ moeteleder }}{% endblock %}
""",
)
