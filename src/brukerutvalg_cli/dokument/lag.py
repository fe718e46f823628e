"""From records to a document: the view, the template, and the text that comes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from brukerutvalg_cli.dokument.environment import Documents
from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.innkalling import innkalling
from brukerutvalg_cli.dokument.malfeil import malfeil
from brukerutvalg_cli.dokument.malsjekk import Malsjekk
from brukerutvalg_cli.dokument.ord import ordliste
from brukerutvalg_cli.dokument.referat import referat
from brukerutvalg_cli.dokument.vedlegg import Stoerrelse
from brukerutvalg_cli.dokument.visning import Innkalling, Referatvisning
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.antakelse import uten
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.register.tree import Tree
from brukerutvalg_cli.tegn import for_readers

_VIEWS: dict[
    Dokumentslag, Callable[[Register, Utvalgsmappe, Moete, Stoerrelse], Innkalling | Referatvisning]
] = {
    "innkalling": innkalling,
    "referat": referat,
}


def lag(
    slag: Dokumentslag, register: Register, mappe: Utvalgsmappe, moete: Moete, tree: Tree
) -> str | Finding:
    """The document of one meeting, or what is wrong with the council's own template for it."""
    view = _view(slag, register, mappe, moete, tree)
    maler = Malsjekk(tree)
    if wrong := maler.findings(mappe.id, (f"{slag}.md.j2",)):
        return wrong[0]
    try:
        return render(slag, view, mappe.utvalg.maalform, maler.environment(mappe.id))
    except Exception as error:
        # A template can go wrong in as many ways as a program. One of our own is the program's affair.
        finding = malfeil(error, tree)
        if finding is None:
            raise
        return finding


def fakta(
    slag: Dokumentslag, register: Register, mappe: Utvalgsmappe, moete: Moete, tree: Tree
) -> dict[str, Any]:
    """What the document of one meeting is made of: all that it may show, by the names its template has."""
    return {"maalform": mappe.utvalg.maalform, **asdict(_view(slag, register, mappe, moete, tree))}


def _view(
    slag: Dokumentslag, register: Register, mappe: Utvalgsmappe, moete: Moete, tree: Tree
) -> Innkalling | Referatvisning:
    """What the document may show. What is assumed is not known to it: no document says that it is so."""
    known = register.uten_antakelser()
    council = known.mapper.get(mappe.id, mappe).uten_antakelser()
    day = moete.dato
    return _VIEWS[slag](known.paa_dag(day), council.paa_dag(day), uten(moete, moete.at()), tree.size)


def render(
    slag: Dokumentslag, view: Innkalling | Referatvisning, maalform: Maalform, environment: Documents
) -> str:
    """The text of a view. It ends in one line feed, whatever the template does."""
    environment.begin(view)
    names = {name: getattr(view, name) for name in view.__slots__}
    text = environment.get_template(f"{slag}.md.j2").render(names, ord=ordliste(maalform))
    return f"{for_readers(text).strip()}\n"
