"""The markup of a composed page: Drupal, WordPress, a text or a brochure."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable, Mapping
from typing import Final

from tests.gold.brochures import draw_brochure
from tests.gold.slots.drafts import Draft
from tests.gold.slots.layout import Laid
from tests.gold.slots.wording import write_day
from tests.gold.truth import Page, TruthSession

_MOST_DRAWN: Final = 5
_BETWEEN_ENTRIES: Final = re.compile(r"</ul>\n<ul(?: class=\"liste-items\")?>|</dl>\n<dl>")
"""Where one list ends and the next of its make begins: they are one."""
_DRUPAL: Final = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} | IREV</title></head>'
    '<body class="node-type-actualite"><div id="menu"><ul><li><a href="/">Accueil</a></li></ul></div>'
    '<h1>{title}</h1><div class="content">{body}</div><p>Publié le {published}</p></body></html>'
)
_WORDPRESS: Final = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title} – Réseau</title>'
    '<meta property="article:published_time" content="{iso}T09:00:00+01:00"></head><body class="single-post">'
    '<article><header><h1 class="entry-title">{title}</h1><span class="posted-on">{published}</span></header>'
    '<div class="entry-content">{body}</div></article></body></html>'
)


def _publication(draft: Draft) -> dt.date:
    """A report appears after its meeting, an announcement a month before."""
    return draft.published or draft.days[0] + dt.timedelta(12 if draft.kind == "report" else -30)


def _mark_up(lines: list[str]) -> str:
    """Lines as elements: `## ` a heading, `- ` an entry of a list, its own markup, else a paragraph."""
    made: list[str] = []
    in_list = False
    for line in lines:
        is_entry = line.startswith("- ") and not isinstance(line, Laid)
        if is_entry != in_list:
            made.append("<ul>" if is_entry else "</ul>")
            in_list = is_entry
        if isinstance(line, Laid):
            made.append(line.html)
            continue
        words = html.escape(line.removeprefix("- ").removeprefix("## "), quote=False).replace("\n", "<br>")
        element = "li" if is_entry else "h3" if line.startswith("## ") else "p"
        made.append(f"<{element}>{words}</{element}>")
    body = "\n".join([*made, "</ul>"] if in_list else made)
    return _BETWEEN_ENTRIES.sub("\n", body)


def write_html(draft: Draft, frame: str) -> tuple[bytes, str]:
    """A page of a site, with the day on which it was published."""
    day = _publication(draft)
    page = frame.format(
        title=draft.title,
        body=_mark_up(draft.lines),
        published=write_day(day, weekday=False, year=True),
        iso=day.isoformat(),
    )
    return page.encode(), "text/html"


def write_text(draft: Draft) -> tuple[bytes, str]:
    """A letter or an export; where days have no year, it begins with the day on which it was written."""
    lines = [line.removeprefix("## ") for line in draft.lines]
    if not draft.year:
        lines.insert(0, f"Lille, le {write_day(_publication(draft), weekday=False, year=True)}")
    return "\n".join([draft.title, "", *lines, ""]).encode(), "text/plain"


def write_brochure(draft: Draft) -> tuple[bytes, str]:
    """A PDF, as it is drawn for `brochures`; where days have no year, its title tells that of the first."""
    title = draft.title if draft.year else f"{draft.title} – {draft.days[0].year}"
    drawn = [line.drawn if isinstance(line, Laid) else line for line in draft.lines]
    layout = "table" if any(line.startswith("| ") for line in drawn) else "one-column"
    return draw_brochure("\n".join([f"# {title}", *drawn, ""]), layout), "application/pdf"


def _has_wide_table(draft: Draft) -> bool:
    """Whether a table has more columns than a drawn one has room for: a long word would run into the next cell."""
    rows = [row for line in draft.lines if isinstance(line, Laid) for row in line.drawn.split("\n")]
    return any(row.startswith("| ") and row.count(" | ") >= _MOST_DRAWN for row in rows)


FORMS: Final[Mapping[str, Callable[[Draft], tuple[bytes, str]]]] = {
    "drupal": lambda draft: write_html(draft, _DRUPAL),
    "wordpress": lambda draft: write_html(draft, _WORDPRESS),
    "text": write_text,
    "brochure": write_brochure,
}


def make_page(draft: Draft) -> Page:
    """The page of a draft, with the truth that it was made of."""
    form = draft.chance.choice(list(FORMS))
    two_years = not draft.year and draft.days[-1].year != draft.days[0].year  # no title tells two years
    if form == "brochure" and (two_years or _has_wide_table(draft)):
        form = "text"
    content, media_type = FORMS[form](draft)
    sessions = tuple(
        TruthSession(
            span=(sitting.day, sitting.day),
            hours=(sitting.starts_at, sitting.ends_at),
            precision="day",
            cities=(sitting.city,),
            mode=sitting.mode,
            status=sitting.status,
            starts_also=sitting.starts_also,
            optional=sitting.optional,
        )
        for sitting in draft.sittings
    )
    return Page("slots", form, media_type, None, content, (), sessions, (), (), (), ())
