"""A node's content in Drupal 7 markup: labelled fields, terms, dates, files. Shared by the page and its print form."""

from __future__ import annotations

import datetime as dt
from html import escape

from demo.content import FileLink, Page, Site
from demo.french import format_day, format_iso, format_moment
from demo.templates import fill

ORIGIN = "http://irev.test"


def render_content(site: Site, page: Page) -> str:
    """Body, files and fields of a node in the order its era shows them."""
    body = _items([page.body], "content:encoded")
    parts = [f'<div class="field field-name-body field-type-text-with-summary field-label-hidden">{body}</div>']
    if page.era == "old":
        parts += [_render_joined_files(page), _render_dates(site, page), _render_place(site, page)]
        parts += [_render_extra_fields(site, page), _render_terms(site, page)]
    else:
        parts += [*map(_render_file_block, page.files), _render_extra_fields(site, page), _render_dates(site, page)]
        parts += [_render_place(site, page), _render_terms(site, page), _render_territories(site, page)]
        parts += [_render_published(page)]
    return "\n".join(part for part in parts if part)


def render_field(site: Site, name: str, kind: str, label: str, items: list[str]) -> str:
    """One labelled field; the redesign writes it as a section with a heading instead of nested `div`s."""
    if site.redesigned:
        rows = "".join(f'<span class="valeur">{item}</span> ' for item in items)
        return f'<section class="champ field-name-{name}"><h3 class="champ-titre">{label}</h3> <p>{rows}</p></section>'
    heading = f'<div class="field-label">{label}&nbsp;</div>'
    css = f"field field-name-{name} field-type-{kind} field-label-inline clearfix"
    return f'<div class="{css}">{heading}{_items(items)}</div>'


def moments_of(page: Page) -> tuple[dt.datetime, ...]:
    """What the `Dates:` field of this page holds: its own value, or for news of the new site the publication."""
    if page.dates is not None:
        return page.dates
    return (page.published,) if page.era == "new" and page.kind in ("news", "cycle") else ()


def address_of(page: Page) -> str:
    """The address that the site links to: the alias, or the internal form where there is none."""
    return f"/{page.alias}" if page.alias else f"/node/{page.node}"


def _items(items: list[str], about: str = "") -> str:
    attribute = f' property="{about}"' if about else ""
    rows = "".join(
        f'<div class="field-item {"odd" if index % 2 else "even"}"{attribute}>{item}</div>'
        for index, item in enumerate(items)
    )
    return f'<div class="field-items">{rows}</div>'


def _render_dates(site: Site, page: Page) -> str:
    moments = moments_of(page)
    if not moments:
        return ""
    if len(moments) == 1:
        value = _render_moment(moments[0], "date-display-single")
    else:
        first, last = (
            _render_moment(m, f"date-display-{end}") for m, end in zip(moments, ("start", "end"), strict=True)
        )
        value = f'<span class="date-display-range">{first} - {last}</span>'
    return render_field(site, "field-dates", "datetime", "Dates:", [value])


def _render_moment(moment: dt.datetime, css: str) -> str:
    return (
        f'<span class="{css}" property="dc:date" datatype="xsd:dateTime" '
        f'content="{format_iso(moment)}">{format_moment(moment)}</span>'
    )


def _render_place(site: Site, page: Page) -> str:
    return render_field(site, "field-lieu", "text", "Lieu:", [escape(page.place)]) if page.place else ""


def _render_extra_fields(site: Site, page: Page) -> str:
    fields = [
        render_field(site, f"field-champ-{index}", "text", escape(label), [escape(value)])
        for index, (label, value) in enumerate(page.fields)
    ]
    return "\n".join(fields)


def _render_terms(site: Site, page: Page) -> str:
    """Theme terms; old pages use the taxonomy list that Drupal's own theme prints (`h3`, `ul.links`)."""
    if not page.themes:
        return ""
    anchors = [
        f'<a href="/taxonomy/term/{number}" typeof="skos:Concept" property="rdfs:label skos:prefLabel" '
        f'datatype="">{escape(site.terms[number])}</a>'
        for number in page.themes
    ]
    if page.era == "new" or site.redesigned:
        return render_field(site, "field-thematiques", "taxonomy-term-reference", "Thématiques:", anchors)
    rows = "".join(f'<li class="taxonomy-term-reference-{index}">{anchor}</li>' for index, anchor in enumerate(anchors))
    css = "field field-name-field-thematiques field-type-taxonomy-term-reference field-label-above clearfix"
    return f'<div class="{css}"><h3 class="field-label">Thématiques: </h3><ul class="links">{rows}</ul></div>'


def _render_territories(site: Site, page: Page) -> str:
    anchors = []
    for alias in page.territories:
        target = site.page_at(alias)
        title = target.title if target else alias
        anchors.append(f'<a href="/{alias}">{escape(title)}</a>')
    return render_field(site, "field-territoires", "entityreference", "Territoires :", anchors) if anchors else ""


def _render_published(page: Page) -> str:
    if page.kind in ("theme", "territory", "page"):
        return ""
    return f'<div class="date-publication">Publié le {format_day(page.published.date())}</div>'


def _render_joined_files(page: Page) -> str:
    """The old form: a list of names after the label `Fichiers joints:`."""
    if not page.files:
        return ""
    links = [fill("joined_file", path=link.path, title=escape(link.title)) for link in page.files]
    label = '<div class="field-label">Fichiers joints:&nbsp;</div>'
    return (
        f'<div class="field field-name-field-fichiers field-type-file field-label-above">{label}{_items(links)}</div>'
    )


def _render_file_block(link: FileLink) -> str:
    """The Scald block: title, the words printed on the cover, `Poids`, `Téléchargement`, `Favoris +`."""
    text = f'<div class="atom-legende">{link.text}</div>' if link.text else ""
    return fill("file", title=escape(link.title), text=text, size=escape(link.size), path=link.path)
