"""The page around the content: the old site, the new site, and the redesign. All furniture, traps included."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from html import escape

from demo.content import Page, Site
from demo.french import format_day
from demo.markup import FAVOURITES, ORIGIN, address_of, render_content

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
    print_path: str = ""
    pdf_path: str = ""
    beside: str = ""
    charset: str = "utf-8"


def build_node_view(site: Site, page: Page, after: str = "") -> View:
    """The view of one node; `after` follows its content (the pages below a theme)."""
    known = page.identified
    head = (
        f'<link rel="canonical" href="{address_of(page)}" />\n<link rel="shortlink" href="/node/{page.node}" />'
        if known
        else ""
    )
    about = f' about="{address_of(page)}" typeof="sioc:Item foaf:Document"' if known else ""
    main = (
        f'<div id="node-{page.node if known else "contenu"}" class="node node-{page.kind} node-promoted clearfix"{about}>\n'
        f'<div class="content clearfix">\n{render_content(site, page)}\n{after}</div>\n</div>'
    )
    return View(
        title=page.title,
        main=main,
        path=address_of(page),
        body_class=f"page-node page-node- page-node-{page.node} node-type-{page.kind}" if known else "page-node",
        lead=page.lead,
        date_line=page.date_line,
        head=head,
        trail=build_trail(site, page),
        print_path=f"/print{address_of(page)}",
        pdf_path=f"/printpdf/{page.node}",
        beside=_render_neighbours(site, page),
        charset=page.charset,
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


def render_old(site: Site, view: View) -> str:
    """The site before 2018: bare header with the tools glued together, title, date line, content."""
    tools = (
        f'<div class="outils"><a href="#" class="plus">A+</a><a href="#" class="moins">A-</a>'
        f'<a href="{escape(view.print_path)}">Imprimer</a><a href="{escape(view.pdf_path)}">PDF</a></div>'
    )
    date_line = f'<div class="date-evenement">{view.date_line}</div>' if view.date_line else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" version="XHTML+RDFa 1.0" dir="ltr">
{_render_head(view)}
<body class="html not-front not-logged-in one-sidebar sidebar-first {view.body_class}">
<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">Aller au contenu principal</a></div>
<div id="page-wrapper"><div id="page">
<div id="header"><div id="site-name"><a href="/" title="Accueil" rel="home">IREV Nord-Pas de Calais</a></div>
<div id="site-slogan">Centre de ressources politique de la ville en Nord - Pas de Calais</div></div>
{_render_menu()}
<div id="main"><div id="content" class="column"><div class="section">
<a id="main-content"></a>
{tools}
<h1 class="title" id="page-title">{escape(view.title)}</h1>
{date_line}
{view.main}
</div></div>
<div id="sidebar-first" class="column sidebar">{_render_login(view)}{_render_calendar_block(view)}</div>
</div>
{_render_footer()}
</div></div>
</body>
</html>
"""


def render_new(site: Site, view: View) -> str:
    """The site since 2018: trail, favourites, title, lead, content; `À lire aussi` beside it."""
    trail = " » ".join(f'<a href="{href}">{escape(label)}</a>' for href, label in view.trail)
    lead = f'<div class="chapo"><p>{view.lead}</p></div>' if view.lead else ""
    return f"""<!DOCTYPE html>
<html lang="fr" dir="ltr" prefix="content: http://purl.org/rss/1.0/modules/content/ dc: http://purl.org/dc/terms/">
{_render_head(view)}
<body class="html not-front not-logged-in no-sidebars {view.body_class}">
<header id="header" role="banner"><a href="{ORIGIN}/" rel="home">IREV - Centre de ressources politique de la ville Hauts-de-France</a>
{_render_menu()}{_render_login(view)}</header>
<div id="content" class="region region-content" role="main">
<div class="fil"><h2 class="element-invisible">Vous êtes ici</h2><a href="javascript:history.back()">Précédent</a>
<div class="breadcrumb">{trail}</div>{FAVOURITES.replace("Favoris +", "Favoris")}</div>
<h1 class="page__title title" id="page-title">{escape(view.title)}</h1>
{lead}
{view.main}
<ul class="partage"><li><a href="{escape(view.print_path or "#")}" class="print-page" rel="nofollow">Imprimer</a></li>
<li><a href="https://twitter.com/share?url={ORIGIN}{escape(view.path)}">Partager</a></li></ul>
</div>
<aside class="sidebars">{view.beside}{_render_calendar_block(view)}</aside>
{_render_footer()}
</body>
</html>
"""


def render_redesigned(site: Site, view: View) -> str:
    """The redesign of state 3: other elements, other classes, other order of furniture; the same words in the middle."""
    trail = "".join(f'<li><a href="{href}">{escape(label)}</a></li>' for href, label in view.trail)
    lead = f'<p class="intro">{view.lead}</p>' if view.lead else ""
    date_line = f'<p class="quand">{view.date_line}</p>' if view.date_line else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
{_render_head(view)}
<body class="{view.body_class}">
<a class="visually-hidden" href="#contenu">Aller au contenu</a>
<div class="bandeau"><a href="/">L'IREV, centre de ressources politique de la ville</a>{_render_login(view)}</div>
{_render_menu()}
<nav aria-label="Fil d'Ariane"><ol class="breadcrumb">{trail}</ol></nav>
<main id="contenu">
<article><header><h1>{escape(view.title)}</h1>{date_line}{lead}</header>
{view.main}
</article>
<p class="outils"><a href="{escape(view.print_path or "#")}">Version imprimable</a></p>
</main>
<aside>{view.beside}</aside>
{_render_footer()}
</body>
</html>
"""


def _render_head(view: View) -> str:
    return f"""<head>
<meta http-equiv="Content-Type" content="text/html; charset={view.charset}" />
<meta name="Generator" content="Drupal 7 (http://drupal.org)" />
{view.head}
<title>{escape(view.title)} | IREV</title>
<link rel="stylesheet" href="/sites/default/files/css/css_xE-rWrJf.css" media="all" />
<script src="/sites/default/files/js/js_vDrW3Ry4.js"></script>
<script>jQuery.extend(Drupal.settings, {{"basePath":"\\/","pathPrefix":"","agenda":"lundi 3 juin 2019"}});</script>
</head>"""


def _render_menu() -> str:
    rows = "".join(f'<li class="leaf"><a href="{href}">{label}</a></li>' for href, label in MENU)
    return f'<ul id="main-menu" class="links inline clearfix">{rows}</ul>'


def _render_login(view: View) -> str:
    """Links that carry a session, a destination or a search: another address on each page, always the same place."""
    session = md5(view.path.encode(), usedforsecurity=False).hexdigest()
    return (
        f'<div class="block block-user"><a href="/user/login?destination={escape(view.path.lstrip("/"))}">Connexion</a> '
        f'<a href="/actualites-0?PHPSESSID={session[:26]}">Mon espace</a> <a href="/search/node?keys=">Rechercher</a></div>'
    )


def _render_calendar_block(view: View) -> str:
    """The small calendar of the sidebar: its arrows lead to the next month for ever."""
    return (
        '<div class="block block-views calendrier"><h2>Agenda</h2><a href="/agenda?mini=2019-05" rel="nofollow">«</a> juin 2019 '
        '<a href="/agenda?mini=2019-07" rel="nofollow">»</a></div>'
    )


def _render_neighbours(site: Site, page: Page) -> str:
    """`À lire aussi`: three other titles with their days. They belong to other pages."""
    others = [other for other in site.news() if other.node != page.node and other.published <= page.published][:3]
    rows = "".join(
        f'<li><a href="{address_of(other)}">{escape(other.title)}</a> <span class="jour">{format_day(other.published.date())}</span></li>'
        for other in others
    )
    return (
        f'<div id="block-views-actualites-block" class="block block-views"><h2>À lire aussi</h2><ul>{rows}</ul></div>'
        if rows
        else ""
    )


def _render_footer() -> str:
    return """<div id="footer" class="region region-footer">
<p>IREV, Lille - <a href="mailto:contact@irev.test">contact@irev.test</a> - <a href="tel:+33320000000">03 20 00 00 00</a></p>
<p><a href="/contact">Contact</a> <a href="/mentions-legales">Mentions légales</a> <a href="https://www.reseau-crpv.fr/">Réseau national</a>
<a href="javascript:void(0)">Gérer les cookies</a> <a href="/rss.xml">RSS</a></p></div>"""
