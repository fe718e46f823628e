"""A text on the command line, or in a file that is named with `@`."""

from pathlib import Path

import typer


def tekst_eller_fil(text: str) -> str:
    """The text. Of several lines, it ends with one.

    Raises:
        typer.BadParameter: when the file cannot be read.
    """
    if text.startswith("@"):
        try:
            text = Path(text[1:]).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise typer.BadParameter(f"filen «{text[1:]}» kan ikke leses som tekst") from None
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return text + "\n" if "\n" in text else text
