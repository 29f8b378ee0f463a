"""The print module's form of a page: the content, its address with the modification stamp, and its links numbered."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urljoin

from demo.content import Page, Site
from demo.markup import ORIGIN, address_of, render_content
from demo.skins import build_trail
from demo.templates import fill

ANCHOR = re.compile(r'<a\b([^>]*?)href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def render_print(site: Site, page: Page) -> str:
    """The whole print page of a node. The old site prints no title in it, the new one does."""
    content, links = number_links(render_content(site, page))
    title = f'<h1 class="print-title">{escape(page.title)}</h1>' if page.era == "new" else ""
    lead = f'<div class="chapo"><p>{page.lead}</p></div>' if page.lead else ""
    return fill(
        "print",
        title=escape(page.title),
        heading=title + lead,
        content=content,
        trail=" &gt; ".join(f'<a href="{href}">{escape(label)}</a>' for href, label in build_trail(site, page)),
        address=source_address(page),
        source_line=source_line(page),
        links="<br />".join(f"[{number}] {escape(link)}" for number, link in enumerate(links, 1)),
    )


def source_address(page: Page) -> str:
    """The absolute address that a print form names as its source."""
    return f"{ORIGIN}{address_of(page)}"


def source_line(page: Page) -> str:
    """`URL de la source (modifié le 08/12/2017 - 11:55):`."""
    return f"URL de la source (modifié le {page.modified:%d/%m/%Y - %H:%M}):"


def number_links(html: str) -> tuple[str, list[str]]:
    """The fragment with `[n]` behind each link, and the absolute addresses in that order."""
    links: list[str] = []

    def replace(match: re.Match[str]) -> str:
        before, href, after, words = match.groups()
        links.append(urljoin(f"{ORIGIN}/", href))
        return f'<a{before}href="{href}"{after}>{words}</a> <span class="print-footnote">[{len(links)}]</span>'

    return ANCHOR.sub(replace, html), links
