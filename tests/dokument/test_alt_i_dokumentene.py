"""Every fact of a meeting is in its documents, or is kept out of them on purpose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import smaa_registre
from alle_poster import Tilfeldig
from brukerutvalg_cli.dokument.lag import fakta
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import Tree
from register.test_vokter import modeller

SAMMENHENG = """
moeter/2024-03-13:
  oppmoete: [{navn: Ola Nordmann, representerer: Laget, verv: leder, funksjon: tolk, fra_utvalg: Naborådet}]
  flyttet: [{fra: 2024-03-13, dato: 2024-03-01}]
  referat:
    godkjent:
      maate: epost
      dato: 2024-04-01
      neste_moete: {moete: 2024-05-15, tid: "12:00", slutt: "14:00", slutt_dato: 2024-05-16, sted: Her,
                    universell_utforming: ja, form: hybrid, avgjoeres_i: 2024-04-17}
      forseglet: {moetet: a, oppmoetet: a, sakene: a, vedleggene: a, personnavn: a, organisasjonsnavn: a,
                  utvalgsnavn: a, malen: a}
  saker:
    - {nr: 1/24, tittel: A, type: droefting, oversendt_til: overutvalget, svar: Takk., besvart: 2024-04-02,
       referert_i: [{organ: overutvalget, sak: 9/24, dato: 2024-04-03}], utsatt: ja, utsatt_til: 2/24, maalform: nn,
       vedlegg: [{tittel: Notat, maalform: nn}], oppfoelging: [{hva: Spørre, til_neste_moete: ja}]}
moeter/2024-05-15:
  sendt: {innkalling: 2024-05-01}
  saker: [{nr: 2/24, tittel: A, type: droefting, fra_sak: 1/24}]
"""
"""What is shown only where one record takes up another, or of a guest."""

HOLDT_UTE = {
    "Flytting.varslet": "for the one who is to send a new notice",
    "Godkjent.segl": "a sum, for the program",
    "Moete.faste_saker": "of older files: a standing item is a case",
    "Moete.id": "for the program",
    "Moete.lenke": "only in the mail and the calendar of those who are called",
    "Moete.merknad": "the secretary's own",
    "Oppmoete.dekker": "what somebody was paid",
    "Oppmoete.godtgjoeres_etter": "what somebody was paid",
    "Oppmoete.kalt_inn_av": "how a deputy was called, for the mandate",
    "Publisert.dato": "what becomes of the document",
    "Publisert.kanal": "what becomes of the document",
    "Publisert.paa_nytt": "what becomes of the document",
    "Publisert.url": "what becomes of the document",
    "Publisert.via": "what becomes of the document",
    "Referat.sendt_til": "what becomes of the document",
    "Sak.fase": "for the mandate",
    "Sak.fast": "for the mandate",
    "Sak.foer_beslutning": "for the mandate",
    "Sak.fortrolig_til": "when it may be opened: for the secretary",
    "Sak.innmeldt": "for the mandate",
    "Sak.maalform": "not printed: the page and the mail mark those lines with it",
    "Sak.merknad": "the secretary's own",
    "Sak.svarfrist": "for the mandate",
    "Sak.tema": "for the lists of decisions",
    "Sakliste.dato": "how the agenda came about, for the mandate",
    "Sakliste.foreslaatt_av": "how the agenda came about, for the mandate",
    "Sakliste.godkjent_av": "how the agenda came about, for the mandate",
    "Sakliste.i_samraad_med": "how the agenda came about, for the mandate",
    "Forsendelse.format": "what becomes of the document",
    "Forsendelse.hva": "what becomes of the document",
    "Forsendelse.maate": "what becomes of the document",
    "Forsendelse.til": "what becomes of the document",
    "Moete.sakspapirer": "what becomes of the papers",
    "Sakspapirer.publisert": "what becomes of the papers",
    "Sendt.forsendelser": "what becomes of the document",
    "Sendt.sakliste": "what becomes of the document",
    "Sendt.sakspapirer": "what becomes of the document",
    "Sendt.til": "what becomes of the document",
    "Valg.fraviker": "for the mandate",
    "Valg.merknad": "the secretary's own",
    "Valg.supplerer": "what it does to the terms of others, which is told there",
    "Vedlegg.maalform": "not printed: the page and the mail mark those lines with it",
}
"""Fields that no document shows, and why."""


def registrene() -> Iterator[Tree]:
    """Registers in which every field is set in some."""
    yield smaa_registre.tree(SAMMENHENG)
    for seed in range(12):
        yield Tilfeldig(seed, mye=0.95, ukjent=0.02).register()


def lest_av_dokumentene(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every field that is read to make the documents of these registers."""
    seen: set[str] = set()

    def spy(self: Post, name: str) -> object:
        seen.add(f"{type(self).__name__}.{name}")
        return object.__getattribute__(self, name)

    for tree in registrene():
        register = load(tree).register
        mappe = next(iter(register.mapper.values()))
        with monkeypatch.context() as watched:
            watched.setattr(Post, "__getattribute__", spy)
            for moete in mappe.moeter:
                fakta("innkalling", register, mappe, moete, tree)
                fakta("referat", register, mappe, moete, tree)
    return seen


def feltene() -> Iterator[str]:
    """The fields of a meeting, and of all that stands in it, but for the sums that seal it."""
    for modell in modeller(Moete):
        if modell.__name__ != "Segl":
            yield from (f"{modell.__name__}.{name}" for name in modell.model_fields)


def test_every_fact_of_a_meeting_has_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(feltene()) - lest_av_dokumentene(monkeypatch) - set(HOLDT_UTE) == set()
    assert set(HOLDT_UTE) <= set(feltene())
