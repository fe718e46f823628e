"""Ledig: what is demanded of whoever has a verv, on a day when nobody has it – and how it is put right."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.valg import Ordvalg
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.oppramsing import enten_eller
from brukerutvalg_cli.ord.i_ord import et_verv


def fungerte(vilkaar: object, verdi: object, g: Gjenstand) -> str:
    """The command that says who acted in the verv, where only one who has it will do; nothing where somebody may.

    Whether anybody did, is not known here: it is what else can be put right than the word in the record.
    """
    words = vilkaar.en_av or () if isinstance(vilkaar, Ordvalg) else ()
    names = g.vervene(tuple(word for word in words if isinstance(word, str)))
    seats = g.utvalg.mappe.seter_i
    day = g.dag
    if not names or len(names) < len(words) or not isinstance(day, date):
        return ""
    if any(sitter(seats.get(name, ()), day) for name in names):
        return ""
    named = verdi if isinstance(verdi, tuple) else (verdi,)
    who = next((name for name in named if isinstance(name, str) and g.er_person(name)), "PERSON")
    who = "PERSON" if g.lukket else who
    verv = enten_eller(et_verv(name, g.utvalg) for name in names)
    return (
        f"ingen er ført som {verv} {dato_i_ord(day)}: fungerte noen i vervet, fører du det med "
        f"«brukerutvalg oppnevn {g.utvalg.mappe.id} {who} --verv {names[0]} --konstituert --fra DATO»"
    )
