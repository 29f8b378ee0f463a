"""The replica's markup as files: `templates/*.html` with `$names`, read once."""

from __future__ import annotations

from functools import cache
from string import Template

from demo.content import HERE


def fill(name: str, **values: str) -> str:
    """The template of this name with its values, as given (escape first). Raises KeyError for a value forgotten."""
    return _read(name).substitute(values)


@cache
def _read(name: str) -> Template:
    return Template((HERE / "templates" / f"{name}.html").read_text(encoding="utf-8").rstrip("\n"))
