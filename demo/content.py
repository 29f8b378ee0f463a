"""The content of the replica as data: pages, terms, documents, and the states of the site in time.

State 1 is `pages/*.toml`. State n lays `states/2.toml` … `states/n.toml` over it: changed keys of pages, pages gone or
no longer listed, terms renamed, documents replaced, a redesign. Content and markup never mix, so that a redesign can
change every byte and no fact.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
STATES = (1, 2, 3)

Kind = Literal["news", "cycle", "action", "theme", "territory", "page"]
Era = Literal["old", "new"]


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file offered by a page. `path` is the address below the root; `size` is what the page claims."""

    path: str
    title: str
    size: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One node of the site, free of markup but for the `body` fragment.

    `dates` holds no, one or two moments of the `Dates:` field; None means the publication moment (what the news
    template does). `fields` are further labelled values, shown as written. `charset` other than utf-8 is declared in
    the markup only; `validators` false means that the page is served without ETag and Last-Modified.
    """

    node: int
    kind: Kind
    era: Era
    title: str
    alias: str
    body: str
    published: dt.datetime
    modified: dt.datetime
    lead: str = ""
    date_line: str = ""
    dates: tuple[dt.datetime, ...] | None = None
    place: str = ""
    themes: tuple[int, ...] = ()
    territories: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[FileLink, ...] = ()
    parent: str = ""
    aliases: tuple[str, ...] = ()
    listed: bool = True
    gone: bool = False
    validators: bool = True
    charset: str = "utf-8"
    identified: bool = True


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file below `/sites/default/files`: its address, the file in `documents/`, and how the server labels it."""

    path: str
    file: str
    media_type: str
    modified: dt.datetime


@dataclass(frozen=True, slots=True)
class Site:
    """The whole content in one state. `pages` are by node, `moment` is when the state began (None for the first)."""

    state: int
    pages: Mapping[int, Page]
    terms: Mapping[int, str]
    documents: Mapping[str, DocumentFile]
    redirects: Mapping[str, str]
    failures: Mapping[str, int]
    moment: dt.datetime | None = None
    redesigned: bool = False
    by_alias: Mapping[str, int] = field(default_factory=dict)

    def page_at(self, alias: str) -> Page | None:
        """The page whose alias (main or secondary, without leading slash) this is."""
        node = self.by_alias.get(alias)
        return None if node is None else self.pages[node]

    def news(self) -> list[Page]:
        """The listed pages of the news listing, newest first."""
        found = [p for p in self.pages.values() if p.kind in ("news", "cycle") and p.listed and not p.gone]
        return sorted(found, key=lambda page: (page.published, page.node), reverse=True)

    def children(self, alias: str) -> list[Page]:
        """The listed pages that name this alias as their parent, newest first."""
        found = [p for p in self.pages.values() if p.parent == alias and p.listed and not p.gone]
        return sorted(found, key=lambda page: (page.published, page.node), reverse=True)


def load_site(state: int = 1, root: Path = HERE) -> Site:
    """The site in this state (1 to 3). Raises ValueError for another state or for content that contradicts itself."""
    if state not in STATES:
        raise ValueError(f"the replica has states {STATES[0]} to {STATES[-1]}, not {state}")
    raw: dict[int, dict[str, Any]] = {}
    for path in sorted((root / "pages").glob("*.toml")):
        for entry in _read(path).get("page", []):
            if entry["node"] in raw:
                raise ValueError(f"{path.name}: node {entry['node']} stands twice")
            raw[entry["node"]] = entry
    base = _read(root / "site.toml")
    layers = [_read(root / "states" / f"{number}.toml") for number in range(2, state + 1)]
    terms = {int(number): label for number, label in base["terms"].items()}
    documents = {entry["path"]: DocumentFile(**entry) for entry in base["document"]}
    for layer in layers:
        _lay_over(raw, layer)
        terms |= {int(number): label for number, label in layer.get("terms", {}).items()}
        documents |= {entry["path"]: replace(documents[entry["path"]], **entry) for entry in layer.get("document", [])}
    pages = {node: build_page(entry) for node, entry in raw.items()}
    return Site(
        state=state,
        pages=pages,
        terms=terms,
        documents=documents,
        redirects=base["redirects"],
        failures=base["failures"],
        moment=layers[-1]["moment"] if layers else None,
        redesigned=any(layer.get("redesign", False) for layer in layers),
        by_alias=_index_aliases(pages.values()),
    )


def build_page(entry: Mapping[str, Any]) -> Page:
    """A page from its TOML entry; `modified` defaults to `published`, lists become tuples."""
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()}
    values.setdefault("modified", values["published"])
    values["files"] = tuple(FileLink(**link) for link in values.get("files", ()))
    values["fields"] = tuple(dict(values.get("fields", {})).items())
    values["body"] = values["body"].strip()
    return Page(**values)


def _lay_over(raw: dict[int, dict[str, Any]], layer: Mapping[str, Any]) -> None:
    for change in layer.get("page", []):
        raw[change["node"]] = raw.get(change["node"], {}) | change
    for node in layer.get("gone", []):
        raw[node] = raw[node] | {"gone": True}
    for node in layer.get("unlisted", []):
        raw[node] = raw[node] | {"listed": False}


def _index_aliases(pages: Iterable[Page]) -> dict[str, int]:
    found: dict[str, int] = {}
    for page in pages:
        for alias in (page.alias, *page.aliases):
            if found.setdefault(alias, page.node) != page.node:
                raise ValueError(f"alias {alias!r} belongs to nodes {found[alias]} and {page.node}")
    return found


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
