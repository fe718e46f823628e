"""Ordene: what kinds of records and their facts are called, where the keys of the files do not read as that."""

from __future__ import annotations

from collections.abc import Mapping

UKJENT_PERSON = "en person som ikke står i registeret nå"
FELTORD: Mapping[tuple[str, ...], str] = {
    ("fra",): "første dag",
    ("til",): "siste dag",
    ("av",): "oppnevnt av",
    ("navn",): "navnet",
    ("valgt",): "de valgte",
    ("hva",): "hva det er",
    ("id",): "id-en",
    ("foer_beslutning",): "tatt opp før beslutningen",
    ("sted", "navn"): "stedet",
    ("sendt", "innkalling"): "dagen innkallingen ble sendt",
    ("sendt", "sakliste"): "dagen sakslista ble sendt",
    ("sendt", "sakspapirer"): "dagen sakspapirene ble sendt",
    ("sendt", "referat"): "dagen referatet ble sendt",
    ("sendt", "til"): "hvem det ble sendt til",
    ("sakliste", "dato"): "dagen sakslista ble godkjent",
    ("sakliste", "godkjent_av"): "hvem som godkjente sakslista",
    ("sakliste", "foreslaatt_av"): "hvem som foreslo sakslista",
    ("referat",): "teksten i referatet",
    ("referat", "godkjent", "moete"): "møtet som godkjente referatet",
    ("referat", "godkjent", "sak"): "saken referatet ble godkjent i",
    ("referat", "godkjent", "dato"): "dagen referatet ble godkjent",
    ("referat", "godkjent", "maate"): "måten referatet ble godkjent på",
    ("referat", "publisert", "dato"): "dagen referatet ble lagt ut",
    ("referat", "publisert", "kanal"): "stedet referatet ble lagt ut",
    ("referat", "publisert", "paa_nytt"): "dagene referatet ble lagt ut på nytt",
    ("vedtak", "tekst"): "vedtaket",
    ("vedtak", "enstemmig"): "vedtaket enstemmig",
    ("vedtak", "stemmer", "for"): "stemmer for vedtaket",
    ("vedtak", "stemmer", "mot"): "stemmer mot vedtaket",
    ("stemmer", "for"): "stemmer for",
    ("stemmer", "mot"): "stemmer mot",
}
"""Ways to a fact whose keys alone do not read as what it is."""
SLAGORD = {
    "moete": "møtet",
    "sak": "saken",
    "innmeldt": "den innmeldte saken",
    "oppfoelging": "oppfølgingen",
    "opplaering": "opplæringen",
    "permisjon": "permisjonen fra",
    "vedlegg": "vedlegget",
    "avvik": "avviket fra",
    "hendelse": "hendelsen",
    "bestemmelse": "bestemmelsen",
    "regelverk": "regelverket",
    "regelverk_i_bruk": "bruken av regelverket",
    "flytting": "flyttingen fra",
    "rettelse": "rettelsen",
    "alternativ": "det andre forslaget",
    "tidligere_navn": "det tidligere navnet",
    "protokolltilfoersel": "protokolltilførselen",
    "funksjon": "stillingen",
    "sats": "satsen",
    "saksnummer": "nummerserien",
    "ordliste": "ordlista",
    "utvalg": "utvalget",
}
"""What each kind is called before what it goes by; any other, by its own word."""
UTEN_SITAT = frozenset({"flytting", "permisjon", "rettelse", "opplaering", "avvik", "sats"})
"""What goes by a day or a number."""
INNE_I = frozenset({"person", "oppnevning"})
"""What others are with, and not in."""
FASTE = frozenset({"utvalg.yaml", "hendelser.yaml", "organisasjoner.yaml", "satser.yaml", "ordliste.yaml"})
SIST = ("id", "identitet")
SITERES = frozenset({
    "tittel", "offentlig_tittel", "tekst", "hva", "forslag", "svar", "referat", "framlegg", "etter_moetet", "praktisk",
    "innledning",
})  # fmt: skip
"""Keys of texts."""
SAGT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "person": (("navn",),),
    "oppnevning": (("verv",), ("fra",)),
    "moete": (("dato",),),
    "sak": (("nr",),),
    "valg": (("verv",),),
    "oppmoete": (("person",), ("navn",)),
    "forfall": (("person",),),
    "inhabil": (("person",),),
    "hendelse": (("hva",), ("dato",)),
    "flytting": (("fra",),),
    "permisjon": (("fra",),),
    "rettelse": (("dato",),),
}
"""The facts that a record of a kind is called by."""
