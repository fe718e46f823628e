"""Summer: the sums that things are kept and found again under."""

from __future__ import annotations

from hashlib import blake2b, sha1


def summen(*deler: str) -> str:
    """A sum of texts."""
    return av_bytes("\0".join(deler).encode("utf-8", "surrogatepass"))


def av_bytes(raw: bytes) -> str:
    """A sum of bytes."""
    return blake2b(raw, digest_size=16).hexdigest()


def blob(raw: bytes) -> str:
    """What git calls a file that holds this, so that a file and a commit of it are known as the same."""
    return str(sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest())
