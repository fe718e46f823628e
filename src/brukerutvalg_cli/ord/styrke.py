"""How strongly a provision binds, in the word of the source: all that a report needs of a provision."""

from __future__ import annotations

STYRKE = {"maa": "må", "boer": "bør", "oenskelig": "ønskelig"}
"""The strengths whose id is not the word itself."""


def styrke_i_ord(styrke: str) -> str:
    """How strongly a provision binds, as the source says it: `bør`."""
    return STYRKE.get(styrke, styrke)
