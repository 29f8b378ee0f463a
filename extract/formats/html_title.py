"""Which line of a page is its title."""

from __future__ import annotations

import re

from extract.formats.furniture import is_furniture_text
from extract.formats.html_head import HeadFacts
from extract.formats.html_page import Page
from extract.formats.lines import Line, join
from extract.plain_keys import plain_key

_SHORTEST_PART = 8


def join_headings(page: Page) -> None:
    """Bring a first heading that is broken over several lines together."""
    if sum(line.kind == "heading" and line.level == 1 for line in page.lines) < 2:
        return
    parts: list[list[Line]] = []
    whole: Line | None = None
    for line in page.lines:
        is_first = line.kind == "heading" and line.level == 1
        if whole is not None and is_first and line.home == whole.home:
            whole = join(whole, line)
            parts[next(k for k in range(len(parts) - 1, -1, -1) if parts[k])] = [whole]
            parts.append([])
            continue
        whole = line if is_first else None
        parts.append([line])
    if any(not part for part in parts):
        page.replace(dict(enumerate(parts)))


def find_title(page: Page, facts: HeadFacts) -> tuple[int | None, str, str]:
    """Find the title: the number of its line (None if it stands in the head only), its words, and the rule."""
    wanted = _key(facts.wanted)
    headings = [i for i, line in enumerate(page.lines) if line.kind == "heading" and not is_furniture_text(line.text)]
    first = [i for i in headings if page.lines[i].level == 1]
    for i in first + headings:
        if wanted and _key(page.lines[i].text) == wanted:
            return i, page.lines[i].text, "heading named in the head"
    own = _beside_site(page, facts, first)
    if own is not None:
        return own, page.lines[own].text, "heading named in the head"
    for i in first:
        if _is_title(page.lines[i].text, facts):
            return i, page.lines[i].text, "first heading"
    for i in headings:
        key = _key(page.lines[i].text)
        if len(key) >= _SHORTEST_PART and key in _key(facts.full):
            return i, page.lines[i].text, "heading named in the head"
    return _title_without_heading(page, facts, wanted, headings)


def _beside_site(page: Page, facts: HeadFacts, first: list[int]) -> int | None:
    """The heading that the head names beside a first heading, which is then the site's name: `Agenda - Le Hub`.

    Where both are first headings, or the head names the site first (`Le Hub: Agenda`), that of the site stands above.
    """
    full = _key(facts.full)
    sites = {i: _key(page.lines[i].text) for i in first}
    for i, line in enumerate(page.lines):
        if line.kind != "heading":
            continue
        key = _key(line.text)
        above = [site for at, site in sites.items() if at < i]
        if any(full in (f"{key} {site}", f"{site} {key}") for site in above):
            return i
        if i not in first and any(full == f"{key} {site}" for site in sites.values()):
            return i
    return None


def _title_without_heading(
    page: Page, facts: HeadFacts, wanted: str, headings: list[int]
) -> tuple[int | None, str, str]:
    """The title where no heading is it: a line that the head names, the head alone, or the first large heading."""
    for i, line in enumerate(page.lines):
        if len(wanted) >= _SHORTEST_PART and _key(line.text) == wanted and line.kind != "furniture" and not line.links:
            return i, line.text, "line named in the head"
    if facts.wanted and not _is_site(facts.wanted, facts):
        return None, facts.wanted, "head"
    for i in headings:
        if page.lines[i].level <= 2 and not page.lines[i].links:
            return i, page.lines[i].text, "heading"
    return None, facts.wanted, "head" if facts.wanted else ""


def _is_title(text: str, facts: HeadFacts) -> bool:
    """Whether a first heading can be the title: it is not the name of the site."""
    if not _is_site(text, facts):
        return True
    return _key(facts.wanted) == _key(text)


def _is_site(text: str, facts: HeadFacts) -> bool:
    """Whether words name the site: they stand in the title of the head beside the page's own title."""
    key = _key(text)
    if facts.site_name and key == _key(facts.site_name):
        return True
    full, wanted = _key(facts.full), _key(facts.wanted)
    return wanted not in (full, key) and key not in wanted and full.endswith(key)


def _key(text: str) -> str:
    """Words only, in lower case without accents."""
    return " ".join(re.findall(r"\w+", plain_key(text)))
