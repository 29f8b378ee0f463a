"""The print module's form of a page: the content, its address with the modification stamp, and its links numbered."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urljoin

from demo.content import Page, Site
from demo.markup import ORIGIN, address_of, render_content
from demo.skins import build_trail

ANCHOR = re.compile(r'<a\b([^>]*?)href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def render_print(site: Site, page: Page) -> str:
    """The whole print page of a node. The old site prints no title in it, the new one does."""
    content, links = number_links(render_content(site, page))
    title = f'<h1 class="print-title">{escape(page.title)}</h1>' if page.era == "new" else ""
    lead = f'<div class="chapo"><p>{page.lead}</p></div>' if page.lead else ""
    trail = " &gt; ".join(f'<a href="{href}">{escape(label)}</a>' for href, label in build_trail(site, page))
    address = source_address(page)
    listed = "<br />".join(f"[{number}] {escape(link)}" for number, link in enumerate(links, 1))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" version="XHTML+RDFa 1.0" dir="ltr">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{escape(page.title)}</title>
<base href='{address}' />
<meta name='robots' content='noindex, nofollow, noarchive' />
</head>
<body>
<div class="print-logo"><img class="print-logo" src="{ORIGIN}/sites/default/files/logo.png" alt="IREV" /></div>
<div class="print-site_name">Publié sur <em class="placeholder">IREV</em> (<a href="{ORIGIN}">{ORIGIN}</a>)</div>
<div class="print-breadcrumb">{trail}</div>
<hr class="print-hr" />
<div class="print-content">{title}{lead}
{content}</div>
<div class="print-footer"></div>
<hr class="print-hr" />
<div class="print-source_url"><strong>{source_line(page)}</strong> <a href="{address}">{address}</a></div>
<div class="print-links"><p><strong>Liens</strong><br />{listed}</p></div>
</body>
</html>
"""


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
