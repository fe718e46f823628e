"""The folders that travel with the program: templates, records, schemas, and what a new register begins with."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


def templates() -> Path:
    """The packaged templates, which a council overrides block by block."""
    return _shipped("templates")


def records() -> Path:
    """The shipped example register."""
    return _shipped("records")


def schemas() -> Path:
    """The JSON Schemas that editors read."""
    return _shipped("schemas")


def oppsett() -> Path:
    """What a new register gets beside its records: settings for git, editors and CI."""
    return PACKAGE / "oppsett"


def _shipped(folder: str) -> Path:
    # A wheel carries the folder inside the package (force-include in pyproject.toml); a checkout, and
    # an editable install of it, has the one source at the top.
    packaged = PACKAGE / folder
    return packaged if packaged.is_dir() else CHECKOUT / folder
