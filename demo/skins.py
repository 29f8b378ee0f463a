"""The page around the content: the old site, the new site, and the redesign. All furniture, traps included."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from html import escape

from demo.content import Page, Site
from demo.french import format_day
from demo.markup import address_of, render_content
from demo.templates import fill

MENU = (
    ("/", "Accueil"),
    ("/actualites-0", "Actualités"),
    ("/thematiques", "Thématiques"),
    ("/territoires", "Territoires"),
    ("/les-dispositifs", "Les dispositifs"),
    ("/agenda", "Agenda"),
)


@dataclass(frozen=True, slots=True)
class View:
    """One page ready for a skin: what stands in the middle and what the head and the body class say of it."""

    title: str
    main: str
    path: str
    body_class: str = "page-view"
    lead: str = ""
    date_line: str = ""
    head: str = ""
    trail: tuple[tuple[str, str], ...] = (("/", "Accueil"),)
    print_path: str = "#"
    pdf_path: str = "#"
    beside: str = ""
    charset: str = "utf-8"
    skin: str = "new"


def build_node_view(site: Site, page: Page, after: str = "") -> View:
    """The view of one node; `after` follows its content (the pages below a theme)."""
    path, head, about, node = address_of(page), "", "", "contenu"
    if page.identified:
        head = f'<link rel="canonical" href="{path}" />\n<link rel="shortlink" href="/node/{page.node}" />'
        about, node = f' about="{path}" typeof="sioc:Item foaf:Document"', str(page.node)
    content = f'<div class="content clearfix">\n{render_content(site, page)}\n{after}</div>'
    numbered = f"page-node- page-node-{page.node} " if page.identified else ""
    return View(
        title=page.title,
        main=f'<div id="node-{node}" class="node node-{page.kind} clearfix"{about}>\n{content}\n</div>',
        path=path,
        body_class=f"page-node {numbered}node-type-{page.kind}",
        lead=page.lead,
        date_line=page.date_line,
        head=head,
        trail=build_trail(site, page),
        print_path=f"/print{path}",
        pdf_path=f"/printpdf/{page.node}",
        beside=_render_neighbours(site, page),
        charset=page.charset,
        skin=page.era,
    )


def build_trail(site: Site, page: Page) -> tuple[tuple[str, str], ...]:
    """The breadcrumb: home, then the chain of parents (the listing for news)."""
    steps: list[tuple[str, str]] = []
    parent = page.parent
    while parent and (above := site.page_at(parent)):
        steps.append((f"/{parent}", above.title))
        parent = above.parent
    if page.kind == "news" and not steps:
        steps.append(("/actualites-0", "Actualités"))
    return (("/", "Accueil"), *reversed(steps))


def render_view(site: Site, view: View) -> str:
    """The whole page: in the redesign's skin once the site is redesigned, else in the skin of the page's era."""
    skin = "redesigned" if site.redesigned else view.skin
    steps = [f'<a href="{href}">{escape(label)}</a>' for href, label in view.trail]
    trail = "".join(f"<li>{step}</li>" for step in steps) if site.redesigned else " » ".join(steps)
    return fill(
        skin,
        head_block=fill("head", charset=view.charset, head=view.head, title=escape(view.title)),
        body_class=view.body_class,
        menu=_render_menu(),
        login=_render_login(view),
        calendar=fill("calendar"),
        footer=fill("footer"),
        trail=trail,
        title=escape(view.title),
        lead=f'<div class="chapo"><p>{view.lead}</p></div>' if view.lead else "",
        date_line=f'<div class="date-evenement">{view.date_line}</div>' if view.date_line else "",
        main=view.main,
        path=escape(view.path),
        print_path=escape(view.print_path),
        pdf_path=escape(view.pdf_path),
        beside=view.beside,
    )


def _render_menu() -> str:
    rows = "".join(f'<li class="leaf"><a href="{href}">{label}</a></li>' for href, label in MENU)
    return f'<ul id="main-menu" class="links inline clearfix">{rows}</ul>'


def _render_login(view: View) -> str:
    """Links that carry a session, a destination or a search: another address on each page, always the same place."""
    session = md5(view.path.encode(), usedforsecurity=False).hexdigest()[:26]
    return fill("login", destination=escape(view.path.lstrip("/")), session=session)


def _render_neighbours(site: Site, page: Page) -> str:
    """`À lire aussi`: three other titles with their days. They belong to other pages."""
    others = [other for other in site.news() if other.node != page.node and other.published <= page.published][:3]
    rows = "".join(
        f'<li><a href="{address_of(other)}">{escape(other.title)}</a> '
        f'<span class="jour">{format_day(other.published.date())}</span></li>'
        for other in others
    )
    block = (
        f'<div id="block-views-actualites-block" class="block block-views"><h2>À lire aussi</h2><ul>{rows}</ul></div>'
    )
    return block if rows else ""
