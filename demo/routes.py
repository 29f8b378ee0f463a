"""Which answer an address gets: a pure function from site and address to status, headers and bytes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import parse_qs, unquote, urlsplit

from demo.content import HERE, Page, Site
from demo.french import to_utc
from demo.listings import build_agenda_view, build_news_view, build_term_view, render_children, render_rows
from demo.markup import ORIGIN, address_of
from demo.prints import render_print
from demo.skins import View, build_node_view, render_view
from demo.templates import fill

ROBOTS = f"""User-agent: *
Crawl-delay: 0.05
Disallow: /search/
Disallow: /user/
Disallow: /admin/
Disallow: /reserve-aux-membres
Sitemap: {ORIGIN}/sitemap.xml
"""
FORBIDDEN = ("/search", "/user", "/admin", "/reserve-aux-membres")
ASSETS = ("/sites/default/files/css/", "/sites/default/files/js/", "/modules/", "/misc/")


@dataclass(frozen=True, slots=True)
class Answer:
    """A response before validators and compression. `modified` is aware UTC, None where the server states none."""

    status: int
    body: bytes
    media_type: str = "text/html; charset=utf-8"
    modified: dt.datetime | None = None
    headers: dict[str, str] = field(default_factory=dict)


def answer(site: Site, target: str) -> Answer:
    """The answer to a request target (`/actualites-0?page=1`), whatever the host it was asked from."""
    parts = urlsplit(target)
    path = unquote(parts.path) or "/"
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    if path in site.redirects:
        return Answer(301, b"", headers={"Location": site.redirects[path]})
    if path in site.failures:
        return _answer_failure(site, site.failures[path], path)
    if path.startswith(FORBIDDEN):
        return _answer_view(
            site, View("Accès refusé", "<p>Vous n'êtes pas autorisé(e) à accéder à cette page.</p>", path), 403
        )
    for route in (_answer_service, _answer_file, _answer_view_path, _answer_print, _answer_node):
        found = route(site, path, query)
        if found is not None:
            return found
    return _answer_failure(site, 404, path)


def _answer_service(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    if path == "/robots.txt":
        return Answer(200, ROBOTS.encode(), "text/plain; charset=utf-8", _latest(site))
    if path == "/sitemap.xml":
        return Answer(200, render_sitemap(site).encode(), "text/xml; charset=utf-8", _latest(site))
    if path == "/rss.xml":
        return Answer(200, render_feed(site).encode(), "application/rss+xml; charset=utf-8", _latest(site))
    if path.startswith(ASSETS):
        return Answer(200, b"/* rien */\n", "text/css", to_utc(dt.datetime(2018, 1, 8, 9, 0)))
    return None


def _answer_file(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    document = site.documents.get(path)
    if document is None:
        return None
    body = (HERE / "documents" / document.file).read_bytes()
    return Answer(200, body, document.media_type, to_utc(document.modified))


def _answer_view_path(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    number = query.get("page", "0")
    if path in ("/actualites-0", "/actualites"):
        view = build_news_view(site, path, int(number) if number.isdecimal() else 0)
        return _answer_view(site, view) if view else _answer_failure(site, 404, path)
    if path == "/":
        main = render_rows(site.news()[:4]) + '<p><a href="/actualites-0">Toutes les actualités</a></p>'
        return _answer_view(site, View("Accueil", main, "/", "front"))
    if term := re.fullmatch(r"/taxonomy/term/(\d+)", path):
        view = build_term_view(site, int(term[1]))
        return _answer_view(site, view) if view else None
    if path == "/agenda" or re.fullmatch(r"/agenda/\d+/\d+", path):
        month = query.get("mini", "2019-06") if path == "/agenda" else "-".join(path.split("/")[2:])
        view = build_agenda_view(site, month)
        return _answer_view(site, view) if view else None
    return None


def _answer_print(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    if pdf := re.fullmatch(r"/printpdf/(\d+)", path):
        file = HERE / "documents" / "printpdf" / f"{pdf[1]}.pdf"
        page = site.pages.get(int(pdf[1]))
        if page is None or page.gone or not file.is_file():
            return None
        return Answer(200, file.read_bytes(), "application/pdf", to_utc(page.modified))
    if not path.startswith("/print/"):
        return None
    page = find_page(site, path.removeprefix("/print"))
    return Answer(200, render_print(site, page).encode(), modified=to_utc(page.modified)) if page else None


def _answer_node(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    page = find_page(site, path)
    if page is None:
        return None
    view = build_node_view(site, page, render_children(site, page.alias))
    return _answer_view(site, view, page=page)


def find_page(site: Site, path: str) -> Page | None:
    """The page behind `/node/N`, `/node/N/any-slug` or an alias; None where there is none or it is gone."""
    if node := re.fullmatch(r"/node/(\d+)(?:/[^/]*)?", path):
        page = site.pages.get(int(node[1]))
    else:
        page = site.page_at(path.strip("/"))
    return None if page is None or page.gone else page


def _answer_view(site: Site, view: View, status: int = 200, page: Page | None = None) -> Answer:
    html = render_view(site, view)
    charset = view.charset
    media_type = "text/html; charset=utf-8" if charset == "utf-8" else "text/html"
    modified = None if page and not page.validators else to_utc(page.modified) if page else _latest(site)
    return Answer(status, html.encode(charset, "xmlcharrefreplace"), media_type, modified if status == 200 else None)


def _answer_failure(site: Site, status: int, path: str) -> Answer:
    """An error page; status 200 stands for the soft error: the server claims success and shows a maintenance notice."""
    if status == 200:
        return Answer(200, fill("maintenance").encode())
    titles = {404: "Page non trouvée", 410: "Contenu retiré", 500: "Erreur", 503: "Site en maintenance"}
    main = f"<p>La page demandée « {escape(path)} » n'a pas pu être affichée.</p>"
    return _answer_view(site, View(titles.get(status, "Erreur"), main, path), status)


def render_sitemap(site: Site) -> str:
    """All live listed pages with the day of their last change."""
    pages = [page for page in site.pages.values() if page.listed and not page.gone]
    rows = "".join(
        f"<url><loc>{ORIGIN}{escape(address_of(page))}</loc><lastmod>{page.modified:%Y-%m-%d}</lastmod></url>\n"
        for page in pages
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'


def render_feed(site: Site) -> str:
    """The ten newest news as RSS."""
    rows = "".join(
        f"<item><title>{escape(page.title)}</title><link>{ORIGIN}{escape(address_of(page))}</link></item>\n"
        for page in site.news()[:10]
    )
    head = '<?xml version="1.0" encoding="utf-8"?>'
    return f'{head}\n<rss version="2.0"><channel><title>IREV</title>{rows}</channel></rss>\n'


def _latest(site: Site) -> dt.datetime:
    return to_utc(max(page.modified for page in site.pages.values() if not page.gone))
