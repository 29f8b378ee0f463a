"""HTML pages, old and new, and the HTML form of print exports."""

from __future__ import annotations

from extract.addresses import canonical_address
from extract.document import Document
from extract.formats.assemble import Head, build_document
from extract.formats.badges import join_badges
from extract.formats.charset import decode_text
from extract.formats.fields import find_fields, set_lead, split_buttons
from extract.formats.html_cards import set_cards
from extract.formats.html_extent import extent_in, mark_labels, mark_pairs
from extract.formats.html_head import HeadFacts, read_head, split_title
from extract.formats.html_page import Page
from extract.formats.html_records import find_listings, set_rows
from extract.formats.html_refrains import parse_page
from extract.formats.html_tables import unlay_tables
from extract.formats.html_title import find_title, join_headings
from extract.formats.html_walk import walk
from extract.formats.html_zones import Zones
from extract.formats.letters import read_letter
from extract.formats.limits import Limits
from extract.formats.lines import Line
from extract.formats.print_export import PrintFacts, is_print_export, read_print_marks, title_from_address
from extract.formats.refrains import SharedLine
from extract.formats.stamps import find_stamps, parse_iso_moment
from extract.plain_keys import plain_key
from extract.records import OpenReading


def read_html(content: bytes, media_type: str | None, url: str | None, limits: Limits) -> Document:
    """Read a page into blocks in reading order, with what belongs to the site set aside as furniture."""
    opened: list[OpenReading] = []
    if len(content) > limits.max_markup_bytes:
        content = content[: limits.max_markup_bytes]
        reason = f"markup limit reached: only the first {limits.max_markup_bytes} bytes are read"
        opened.append(OpenReading("", reason, rule="markup limit"))
    text, _ = decode_text(content, media_type)
    tree, refrains = parse_page(text)
    if tree.root is None:
        return Document(
            "html", "", (), open=(*opened, OpenReading("", "a page without any content", rule="empty page"))
        )
    page = walk(tree.root, refrains)
    facts = read_head(tree.root, page, url)
    head = Head("html", canonical_url=facts.canonical_url, node_id=facts.node_id, base=facts.base, open=opened)
    lines = _read_page(page, facts, head)
    return build_document(lines + _head_site(lines, facts, head.title) + _head_stamps(lines, facts), head, limits)


def _read_page(page: Page, facts: HeadFacts, head: Head) -> list[Line]:
    """Name the lines of a page: title, lead, fields, furniture; fill in the head."""
    join_headings(page)
    printed = None
    if is_print_export([page.lines[i] for i in page.verses()]):
        page.unshare(0, len(page.lines))
        page.lines, printed = read_print_marks(page.lines)
    join_badges(page)
    _split_buttons(page)
    unlay_tables(page)
    mark_labels(page)
    children = page.children()
    mark_pairs(page, children)
    extent = extent_in(page, children)
    title, head.title, head.title_rule = find_title(page, facts)
    if title is not None:
        page.unshare(title, title + 1)
        page.lines[title].kind = "title"
    listings = find_listings(page, children, title)
    set_rows(page, listings)
    Zones(page, children, listings, title, extent).judge()
    if printed:
        head.form = "print"
        _name_source(printed, head)
    if not head.title:
        head.title = title_from_address(head.canonical_url)
        head.title_rule = "slug" if head.title else ""
    page.unshare_what_is_read()
    set_cards(page, children)
    read_letter([line for line in page.lines[(title or -1) + 1 :] if line.kind != "furniture"])
    lines = find_fields(page.lines, lambda _: extent)
    set_lead(lines)
    return lines


def _split_buttons(page: Page) -> None:
    """Cut the lines of a page at links that are buttons; those of refrains hold none."""
    found = {i: split_buttons(page.lines[i]) for i in page.verses() if len(page.lines[i].links) > 1}
    if any(len(parts) != 1 for parts in found.values()):
        page.replace(found)


def _name_source(printed: PrintFacts, head: Head) -> None:
    """A print export is the page that its source line names."""
    source = canonical_address(printed.source, head.base) if printed.source else None
    if source:
        head.canonical_url = source
    head.node_id = printed.node_id or head.node_id


def _head_site(lines: list[Line], facts: HeadFacts, title: str) -> list[Line]:
    """What the title of the head says beside that of the page, as a line at the end: who speaks on this site.

    Only where nothing on the page itself says it.
    """
    parts = split_title(facts.full)
    beside = [part for part in parts if part and part not in title] if len(parts) > 1 else []
    silent = (part for part in beside if not any(part in line.text for line in lines))
    return [Line(f"{part} (meta)", "furniture") for part in silent if plain_key(part) not in plain_key(title)]


def _head_stamps(lines: list[Line], facts: HeadFacts) -> list[Line]:
    """The moments that only the head states, as lines at the end: what a page says can be shown."""
    own = [line.text for line in lines if line.row is None and not isinstance(line, SharedLine)]
    stated = {found.modified for text in own for found in find_stamps(text)}
    added = []
    for value, label, modified in ((facts.published, "Publié le", False), (facts.modified, "Modifié le", True)):
        moment = parse_iso_moment(value) if value else None
        if moment and modified not in stated:
            line = Line(f"{label} {moment:%d/%m/%Y - %H:%M} (meta)", "furniture")
            added.append(line)
    return added
