"""Where a link in a document may lead: to a page, to a mail address, or to an annex beside it."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SIDE = re.compile(r"https?://[^\s/\\?#][^\s\\]*", re.IGNORECASE)
# No more than an address: what comes after a `?` would write the message too.
_ADRESSE = re.compile(r"mailto:[^\s/\\?&:]+@[^\s/\\?&:]+", re.IGNORECASE)
# A name, or folders and a name. Nothing that a browser could take for a scheme, a server or the way upwards.
_VEDLEGG = re.compile(r"(?:[\w-][\w.,()+~ -]*/)*[\w-][\w.,()+~ -]*\.\w+")


def lovlig(href: str) -> bool:
    """Whether a document may lead there."""
    return any(kind.fullmatch(href) for kind in (_SIDE, _ADRESSE)) or er_vedlegg(href)


def er_vedlegg(href: str) -> bool:
    """Whether it is a file beside the document."""
    return _VEDLEGG.fullmatch(unquote(href)) is not None
