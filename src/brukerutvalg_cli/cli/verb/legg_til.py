"""The verb `legg-til`: one more record in a list that another holds."""

from __future__ import annotations

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.cli.verb.endre import FIL, HVA

EGNE = {
    "person": "person ny",
    "moete": "moete ny",
    "innmeldt": "sak ny",
    "organisasjon": "organisasjon ny",
    "utvalg": "init . --utvalg NAVN",
}
"""What has a command of its own, which asks for what it takes."""


@skriver
def legg_til(s: Skriving, hva: HVA = None, fil: FIL = "") -> Gjort:
    """Fører én til av noe som det kan være flere av: en funksjon, et vedlegg, en som var i møtet, et regelverk …

    Du sier hva det er, hva det hører til, og så felt og verdi, som i «endre».

    Eksempler:
      brukerutvalg legg-til nav-fjordvik funksjon liv-moen funksjon nav-leder fra 1.1.2026
      brukerutvalg legg-til nav-fjordvik oppmoete siste person ola-berg funksjon observatør stemmerett nei
      brukerutvalg legg-til nav-fjordvik vedlegg 28/22 tittel "Tall for ventetid" fil ventetid.pdf
    """
    from brukerutvalg_cli.cli.feltsvar import sagt
    from brukerutvalg_cli.cli.henvisningssvar import med_ider
    from brukerutvalg_cli.cli.rettesvar import lest, med_det_som_kreves, sagt_i_ord, viser_det
    from brukerutvalg_cli.cli.tingsvar import Restord, eieren, hvilket_slag
    from brukerutvalg_cli.handling.felt import feltene
    from brukerutvalg_cli.handling.omtale import heter, kalt
    from brukerutvalg_cli.handling.rette import legg_til as put_in
    from brukerutvalg_cli.handling.ting import lista, modellen, plassen

    words = Restord(list(hva or ()))
    kind = hvilket_slag(s, words)
    if kind in EGNE:
        raise typer.BadParameter(f"det fører du med «brukerutvalg {EGNE[kind]}»")
    owner = eieren(s, kind, words)
    model = plassen(owner.ord, kind).modell if owner else modellen(kind)
    said = f"nytt under {heter(kind)}"
    changes = list(sagt(feltene(model), words.igjen, said))
    values = med_det_som_kreves(model, lest(None, changes, fil, feltene(model)))
    if not values:
        raise typer.BadParameter(
            f"det er ikke noe å føre. Skriv felt og verdi: {', '.join(f.navn for f in feltene(model))}"
        )
    path, route = lista(s.mappe, kind, owner)
    put_in(s.utkast, s.her, kind, owner, path, values)
    there = s.utkast.verdi(path, route)
    med_ider(s, path, [(*route, len(there) - 1 if isinstance(there, list) else 0)])
    where = f" {'hos' if owner.ord == 'person' else 'i'} {kalt(owner, s.her)}" if owner else ""
    what = sagt_i_ord(values, fortrolig=bool(owner and owner.fortrolig))
    return Gjort(f"La til {heter(kind)}{where}: {what}", viser_det(s, path))
