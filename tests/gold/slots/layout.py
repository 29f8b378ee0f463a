"""Entries over several lines as a text exports them and as a site marks them up."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Final

_HEAD: Final = "## "


class Laid(str):
    """Words with a layout: the string is how a text has them, `html` its markup, `drawn` its rows in a brochure."""

    __slots__ = ("drawn", "html")
    html: str
    drawn: str

    def __new__(cls, words: str, markup: str, drawn: str | None = None) -> Laid:
        """Words with their markup; a brochure draws what a text has unless told otherwise."""
        laid = super().__new__(cls, words)
        laid.html, laid.drawn = markup, words if drawn is None else drawn
        return laid


def _plain(line: str) -> str:
    return html.escape(line.removeprefix(_HEAD), quote=False)


def _wrap(line: str, head: str, other: str) -> str:
    element = head if line.startswith(_HEAD) else other
    return f"<{element}>{_plain(line)}</{element.split()[0]}>"


def _as_paragraphs(lines: Sequence[str], number: int) -> str:
    return "\n".join(_wrap(line, "h3", "p") for line in lines)


def _as_item(lines: Sequence[str], number: int) -> str:
    return f"<ul><li>{'<br />'.join(_wrap(line, 'strong', 'span') for line in lines)}</li></ul>"


def _as_one_paragraph(lines: Sequence[str], number: int) -> str:
    return f"<p>{'<br>'.join(_plain(line) for line in lines)}</p>"


def _as_teaser(lines: Sequence[str], number: int) -> str:
    inner = []
    for line in lines:
        link = f'<h3><a href="/agenda/{300 + number}">{_plain(line)}</a></h3>'
        inner.append(link if line.startswith(_HEAD) else f"<p>{_plain(line)}</p>")
    return f'<article class="teaser">{"".join(inner)}</article>'


def _as_linked_item(lines: Sequence[str], number: int) -> str:
    inner = []
    for line in lines:
        link = f'<h3><a href="spip.php?article{400 + number}">{_plain(line)}</a></h3>'
        inner.append(link if line.startswith(_HEAD) else f'<p class="info">{_plain(line)}</p>')
    return f'<ul class="liste-items"><li class="item">{"".join(inner)}</li></ul>'


def _as_definition(lines: Sequence[str], number: int) -> str:
    told = "".join(f"<dd>{_plain(line)}</dd>" for line in lines[1:])
    return f"<dl><dt>{_plain(lines[0])}</dt>{told}</dl>"


def _as_card(lines: Sequence[str], number: int) -> str:
    inner = "".join(_wrap(line, 'div class="card-title"', "div") for line in lines)
    return f'<div class="card"><div class="card-body">{inner}</div></div>'


def _as_rows(lines: Sequence[str], number: int) -> str:
    inner = "\n".join(_wrap(line, "h4", "span") for line in lines)
    return f'<div class="views-row">{inner}</div>'


DRESSES: Final[Mapping[str, Callable[[Sequence[str], int], str]]] = {
    "paragraphs": _as_paragraphs,
    "items": _as_item,
    "one paragraph": _as_one_paragraph,
    "teasers": _as_teaser,
    "linked items": _as_linked_item,
    "definitions": _as_definition,
    "cards": _as_card,
    "rows": _as_rows,
}
"""How a site may mark up one entry, given its lines and its number; `## ` leads to the line of its title."""


def lay_out(lines: Sequence[str], dress: str, number: int, *, apart: bool) -> Laid:
    """One entry; in a text a blank line stands before it where entries are set `apart`."""
    plain = "\n".join(line.removeprefix(_HEAD) for line in lines)
    return Laid(f"\n{plain}" if apart else plain, DRESSES[dress](lines, number), "\n".join(lines))
