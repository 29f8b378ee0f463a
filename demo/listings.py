"""Pages that Drupal's views make: the news listing with its pager, term pages, children of a theme, the agenda."""

from __future__ import annotations

import datetime as dt
from html import escape
from math import ceil

from demo.content import Page, Site
from demo.french import MONTHS, format_day
from demo.markup import address_of
from demo.skins import View
from demo.templates import fill

PER_PAGE = 10


def build_news_view(site: Site, path: str, number: int) -> View | None:
    """Page `number` (from 0) of the news listing, or None past its end."""
    news = site.news()
    last = ceil(len(news) / PER_PAGE) - 1
    if not 0 <= number <= last:
        return None
    rows = render_rows(news[number * PER_PAGE : (number + 1) * PER_PAGE])
    css = "view view-actualites view-id-actualites view-display-id-page"
    main = f'<div class="{css}">{rows}{_render_pager(path, number, last)}</div>'
    lead = "Toutes les actualités de l'IREV et de ses partenaires."
    return View("Actualités", main, path, "page-actualites", lead=lead)


def build_term_view(site: Site, number: int) -> View | None:
    """The page of a theme term: the nodes that carry it. None where there is no such term."""
    if number not in site.terms:
        return None
    pages = [page for page in site.pages.values() if number in page.themes and page.listed and not page.gone]
    newest = sorted(pages, key=lambda page: (page.published, page.node), reverse=True)
    rows = render_rows(newest) or "<p>Il n'y a actuellement aucun contenu classé avec ce terme.</p>"
    return View(
        site.terms[number],
        rows,
        f"/taxonomy/term/{number}",
        f"page-taxonomy page-taxonomy-term page-taxonomy-term-{number}",
    )


def build_agenda_view(site: Site, month: str) -> View | None:
    """One month (`2019-06`) of the agenda: it is always empty and always has a next month. None for another form."""
    try:
        first = dt.datetime.strptime(month, "%Y-%m").replace(tzinfo=dt.UTC).date()
        before, after = first - dt.timedelta(days=1), first + dt.timedelta(days=32)
    except (ValueError, OverflowError):
        return None
    title = f"Agenda : {MONTHS[first.month - 1]} {first.year}"
    main = fill("agenda", before=f"{before:%Y-%m}", after=f"{after:%Y-%m}", after_path=f"{after:%Y/%m}")
    return View(title, main, f"/agenda?mini={month}", "page-agenda")


def render_children(site: Site, alias: str) -> str:
    """The pages below this alias as a view, or nothing."""
    rows = render_rows(site.children(alias))
    return f'<div class="view view-rubrique view-display-id-block">{rows}</div>' if rows else ""


def render_rows(pages: list[Page]) -> str:
    """`.view-content > .views-row`: title, day, lead, `Lire la suite`."""
    rows = [_render_row(index, page) for index, page in enumerate(pages)]
    return f'<div class="view-content">{"".join(rows)}</div>' if rows else ""


def _render_row(index: int, page: Page) -> str:
    stamp = f'<span class="field-content">{format_day(page.published.date())}</span>'
    css = "views-field views-field-field-chapo"
    return fill(
        "row",
        number=str(index + 1),
        parity="even" if index % 2 else "odd",
        href=address_of(page),
        title=escape(page.title),
        day="" if page.kind in ("theme", "territory", "page") else stamp,
        lead=f'<div class="{css}"><div class="field-content"><p>{page.lead}</p></div></div>' if page.lead else "",
    )


def _render_pager(path: str, number: int, last: int) -> str:
    def link(css: str, target: int, label: str) -> str:
        query = f"?page={target}" if target else ""
        return f'<li class="{css}"><a title="Aller à la page" href="{path}{query}">{label}</a></li>'

    items = (
        [link("pager-first first", 0, "« premier"), link("pager-previous", number - 1, "‹ précédent")] if number else []
    )
    for target in range(last + 1):
        current = f'<li class="pager-current">{number + 1}</li>'
        items.append(current if target == number else link("pager-item", target, str(target + 1)))
    if number < last:
        items += [link("pager-next", number + 1, "suivant ›"), link("pager-last last", last, "dernier »")]
    return (
        f'<h2 class="element-invisible">Pages</h2><div class="item-list"><ul class="pager">{"".join(items)}</ul></div>'
    )
