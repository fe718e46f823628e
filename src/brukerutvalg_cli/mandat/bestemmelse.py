"""Bestemmelse: one claim of a mandate – where it stands, how strongly it binds, and what checks it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.funn.finding import Finding, Related, Severity, Utfall, Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem, ikke_sagt
from brukerutvalg_cli.mandat.verdier.naar import Naar
from brukerutvalg_cli.mandat.verdier.navneord import BESTEMMELSE, NIVAA
from brukerutvalg_cli.mandat.verdier.tilstedevaerelse import Tilstedevaerelse
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, JaNei
from brukerutvalg_cli.model.visshet import Uvisst

Styrke = Literal["skal", "maa", "er", "hovedregel", "boer", "anbefales", "oenskelig", "vurderes", "kan"]

SEVERITY: dict[str, Severity | None] = {
    "skal": Severity.FEIL,
    "maa": Severity.FEIL,
    "er": Severity.FEIL,
    "hovedregel": Severity.ADVARSEL,
    "boer": Severity.ADVARSEL,
    "anbefales": Severity.ADVARSEL,
    "oenskelig": Severity.RAAD,
    "vurderes": Severity.RAAD,
    "kan": None,
}
"""What a breach of a provision of this strength weighs; None for a permission, which cannot be broken."""

HOLDT = Finding("", "", Severity.RAAD, "", Place(""), utfall=Utfall.HOLDT)
"""One subject was judged, and keeps the provision. It is counted, and nothing more need be said of it."""


def _i_kraft(utvalg: UtvalgIPeriode, hvem: Hvem) -> UtvalgIPeriode:
    """The council, where a provision is in force only on the days on which one of these is there."""
    known = Tilstedevaerelse(utvalg, hvem)
    return replace(utvalg, bare_naar=known.paa, vendedager=known.skifter())


class Bestemmelse(Post):
    """What every provision has in common. The kinds add their parameters and a check."""

    kode: ClassVar[str]
    """The stable number of the kind. Its name is the value of `regel`."""
    alvor: ClassVar[Severity | None] = None
    """What a breach weighs whatever the strength; None where the strength decides, as it does but for one kind."""

    forhold: ClassVar[frozenset[str]] = frozenset()
    """The words for the people of a record (`moeteleder`) that its selectors may use: those that its check binds."""
    kan_gjoeres_siden: ClassVar[bool] = False
    """Whether what is missing may still be done when the council is there no more: a paper can be sent."""

    id: str = Field(description="Kort navn, unikt i regelverket.")
    avsnitt: str = Field(description="Overskriften i kilden.")
    styrke: Styrke = Field(description="Hvor sterkt det binder, etter ordene i kilden.")
    tekst: str = Field(description="Innholdet, med egne ord.")
    merknad: str | None = Field(None, description="Lesemåten, der den er vår.")
    kan_fravikes_av: Literal["utvalget", "eier", "ingen"] | None = Field(
        None, description="Hvem som kan gå bort fra bestemmelsen."
    )
    laast: JaNei | None = Field(
        None,
        description="ja: et regelverk som bygger på dette, kan ikke bytte bestemmelsen ut eller ta den bort. "
        "nei: det kan det. Uten dette er det låst som ingen kan fravike.",
    )
    gjelder_bestemmelse: BESTEMMELSE = Field(
        (),
        description="Bestemmelsene denne åpner for eller avgrenser, til opplysning: de blir kontrollert som "
        "før.",
    )
    nivaa: NIVAA = Field((), description="Nivåene den binder, når det ikke er alle.")
    gjelder_til: Dato | None = Field(None, description="Siste dag den gjelder.")
    naar: Naar | None = Field(None, description="Dagene den gjelder, når det ikke er alle.")

    @property
    def kan_brytes(self) -> bool:
        """Whether any record can break it: a permission cannot be broken, nor what only grants."""
        return SEVERITY[self.styrke] is not None

    @property
    def om_poster(self) -> bool:
        """Whether it judges records one by one, each by its day, and not what is so through a stretch of time."""
        return False

    @property
    def kalt(self) -> str:
        """What its kind is called."""
        return str(getattr(self, "regel", ""))

    @property
    def vekt(self) -> Severity:
        """What a breach weighs; of what cannot be broken, the least."""
        return self.alvor or SEVERITY[self.styrke] or Severity.RAAD

    @property
    def bare_naar(self) -> Hvem | None:
        """Somebody who must be there for the provision to be in force; None where it always is."""
        return self.naar.finnes if isinstance(self.naar, Naar) else None

    def proev(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """The check, on the days on which the provision is in force; and of which nobody knows that."""
        if self.kan_brytes and (missing := next(ikke_sagt(self, utvalg), None)):
            yield self.uvisst(*missing.savnet(utvalg), self.id)
            return
        if self.bare_naar is None:
            yield from self.check(utvalg)
            return
        here = _i_kraft(utvalg, self.bare_naar)
        yield from self._uvisse_dager(utvalg, here, self.bare_naar)
        yield from self.check(here)

    def ser_fram(self, utvalg: UtvalgIPeriode) -> Iterator[Fristvarsel]:
        """The deadlines ahead, on the days on which the provision is in force."""
        yield from self.framover(_i_kraft(utvalg, self.bare_naar) if self.bare_naar else utvalg)

    def _uvisse_dager(self, utvalg: UtvalgIPeriode, here: UtvalgIPeriode, wanted: Hvem) -> Iterator[Finding]:
        """The meetings of which nobody knows whether it is in force; or, where there is none, that there are days."""
        unsure = [
            f"{m.navn} {self.id}" for m in utvalg.avholdte if isinstance(here.i_kraft_paa(m.dato), Uvisst)
        ]
        days = (utvalg.fra, *here.vendedager, min(utvalg.dato, utvalg.til or utvalg.dato))
        bound = (day for day in days if day and day <= utvalg.dato and utvalg.gjelder(day))
        if not unsure and any(isinstance(here.i_kraft_paa(day), Uvisst) for day in bound):
            unsure = [self.id]
        said = wanted.i_ord(utvalg)
        about = said.removeprefix("som ") if said.startswith("som ") else f"{said} er med"
        for emne in unsure:
            yield self.uvisst(utvalg.binding_at(), f"om noen {about}, er ukjent", emne)

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """One outcome for each subject judged, in the stretch of time the provision binds the council."""
        return iter(())

    def framover(self, utvalg: UtvalgIPeriode) -> Iterator[Fristvarsel]:
        """The deadlines of what lies ahead in the period."""
        return iter(())

    def holdt(self, message: str = "") -> Finding:
        """It is kept by one subject; `message` where somebody will want to see how."""
        return replace(HOLDT, message=message) if message else HOLDT

    def brutt(
        self,
        place: Place,
        message: str,
        emne: str,
        *,
        emner: tuple[str, ...] = (),
        label: str = "",
        help: str = "",
        related: tuple[Related, ...] = (),
        since: date | None = None,
        fraviker: tuple[str, ...] = (),
        fortsetter: str = "",
        varer: Varer | None = None,
        mulig_til: date | None = None,
    ) -> Finding:
        """The provision is broken, or departed from where the council may and says so itself.

        `emne` is what was judged, by id: a meeting's date, a case, a person.
        """
        departed = self.id in fraviker and self.kan_fravikes_av == "utvalget"
        return Finding(
            self.kode,
            self.kalt,
            self.vekt,
            message,
            place,
            label=label,
            help=help,
            related=related,
            emne=emne,
            since=since,
            utfall=Utfall.FRAVEKET if departed else Utfall.BRUTT,
            varer=varer,
            emner=emner,
            fortsetter=fortsetter,
            mulig_til=mulig_til,
        )

    def eller_fravik(self, mend: str, otherwise: str) -> str:
        """How to mend it; then how a decision to do otherwise is recorded, where anybody may make one."""
        return mend if self.kan_fravikes_av == "ingen" else f"{mend}; {otherwise}"

    def uvisst(self, place: Place, message: str, emne: str, emner: tuple[str, ...] = ()) -> Finding:
        """It cannot be judged, and this is the fact that is missing."""
        return Finding(
            self.kode, self.kalt, self.vekt, message, place, emne=emne, utfall=Utfall.UVISST, emner=emner
        )


class Paastand(Bestemmelse):
    """A claim that nothing checks: a permission, or a sentence no machine and no attestation answers for."""

    kode: ClassVar[str] = "BU100"

    regel: Literal["ingen"] = Field("ingen", description="ingen: bestemmelsen blir ikke kontrollert.")

    @property
    def kan_brytes(self) -> bool:
        """Never: nothing looks for it."""
        return False
