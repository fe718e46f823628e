"""Redigeringsprogram: yaml-language-server, asked over its protocol, with the settings of the folder it has open."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple


class Merknad(NamedTuple):
    """What stands underlined in a file, and where: rows and columns from 1."""

    row: int
    column: int
    message: str


class Redigeringsprogram:
    """A language server that has the folder of a register open."""

    def __init__(self, program: Path, rot: Path) -> None:
        self._rot = rot
        self._settings = json.loads((rot / ".vscode/settings.json").read_text(encoding="utf-8"))
        self._nr = 0
        self._funnet: dict[str, list[Merknad]] = {}
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        folder = {"uri": rot.as_uri(), "name": "register"}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
        }
        self.spoer(
            "initialize",
            {"processId": None, "rootUri": rot.as_uri(), "workspaceFolders": [folder], "capabilities": able},
        )
        self._si("initialized", {})
        self._si("workspace/didChangeConfiguration", {"settings": {}})

    def lukk(self) -> None:
        """Ends the server."""
        self.spoer("shutdown", None)
        self._si("exit", None)
        self._process.communicate(timeout=10)

    def merknader(self, filer: Mapping[str, str]) -> dict[str, list[Merknad]]:
        """What is underlined in each of these files, which are opened for it and lie nowhere."""
        for path, text in filer.items():
            opened = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
            self._si("textDocument/didOpen", {"textDocument": opened})
        while not all(self._uri(path) in self._funnet for path in filer):
            self._hoer()
        return {path: self._funnet[self._uri(path)] for path in filer}

    def ved(self, path: str, row: int, column: int, hva: str = "hover") -> Any:
        """What is shown, or offered, at a place of a file that is open; rows and columns from 1."""
        place = {"line": row - 1, "character": column - 1}
        return self.spoer(
            f"textDocument/{hva}", {"textDocument": {"uri": self._uri(path)}, "position": place}
        )

    def spoer(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        self._nr += 1
        self._send({"id": self._nr, "method": method, "params": params})
        while True:
            said = self._hoer()
            if said.get("id") == self._nr and "method" not in said:
                return said.get("result")

    def _uri(self, path: str) -> str:
        return (self._rot / path).as_uri()

    def _si(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(raw), raw))
        self._process.stdin.flush()

    def _hoer(self) -> dict[str, Any]:
        """The next thing the server says. What it asks us is answered, what it found is kept."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server ended"
        said: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if "method" in said and "id" in said:
            items = said["params"]["items"] if said["method"] == "workspace/configuration" else None
            answer = items and [self._innstillingene(item.get("section", "")) for item in items]
            self._send({"id": said["id"], "result": answer})
        elif said.get("method") == "textDocument/publishDiagnostics":
            self._funnet[said["params"]["uri"]] = [
                Merknad(
                    each["range"]["start"]["line"] + 1,
                    each["range"]["start"]["character"] + 1,
                    each["message"],
                )
                for each in said["params"]["diagnostics"]
            ]
        return said

    def _innstillingene(self, section: str) -> Any:
        """The settings under a name, as VS Code hands them on: `yaml.schemaStore.enable` is one within another."""
        if section in self._settings:
            return self._settings[section]
        found: dict[str, Any] = {}
        for key, value in self._settings.items():
            if key.startswith(f"{section}."):
                *way, last = key.removeprefix(f"{section}.").split(".")
                here = found
                for step in way:
                    here = here.setdefault(step, {})
                here[last] = value
        return found
