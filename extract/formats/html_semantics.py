"""What markup itself says of a part of a page: by tag, by role, by Drupal's own names of regions, by labels in it."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.formats.html_page import Node, Page
from extract.formats.labels import Extent, find_label, is_known_label
from extract.formats.stamps import find_stamps

_HARD_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"]
)
MAIN_ROLES = frozenset(("main", "article"))
# The tags that say something by themselves; without one of them and without attributes an element says nothing.
SPEAKING_TAGS = frozenset(("nav", "search", "menu", "header", "footer", "aside", "form", "fieldset"))
_REGION = re.compile(
    # Begins with a letter and then looks back: so the search leaps from letter to letter.
    r"[bcprst](?<!\S[bcprst])(?:(?<=r)egion-(?:header|footer|navigation|page-(?:top|bottom)|sidebar)[\w-]*"
    r"|(?<=b)readcrumb|(?<=p)ager|(?<=c)ontextual-links|(?<=b)lock-(?:menu|search|locale)|(?<=t)abs primary"
    r"|(?<=s)kip-link)(?!\S)"
)
_REGION_IDS = frozenset(
    [
        "header",
        "footer",
        "navigation",
        "main-menu",
        "secondary-menu",
        "breadcrumb",
        "skip-link",
        "toolbar",
        "overlay",
        "comments",
        "respond",
    ]
)
_SOFT_IDS = re.compile(r"sidebar(?:-(?:first|second|left|right))?")


@lru_cache(maxsize=4096)
def _is_region(classes: str) -> bool:
    """Whether Drupal calls an element a region of the site; the classes of a theme come again and again."""
    return _REGION.search(classes) is not None


def semantics_of(node: Node, role: str | None, inside_article: bool) -> str:
    """What tag, role, and Drupal's own region names say: `hard` (of the site), `soft` (beside the page), or nothing."""
    if node.tag in ("nav", "search", "menu") or role in _HARD_ROLES:
        return "hard"
    if node.tag in ("header", "footer") and not inside_article:
        return "hard"
    if node.tag == "aside" or role == "complementary":
        return "soft"
    name, classes = node.attributes.get("id"), node.attributes.get("class")
    if name in _REGION_IDS or (classes and _is_region(classes)):
        return "soft" if classes and "sidebar" in classes else "hard"
    if node.tag in ("form", "fieldset") or (name and _SOFT_IDS.fullmatch(name)):
        return "soft"
    if classes and "sidebar" in classes and node.tag in ("div", "section", "td"):  # of a body: which ones it has
        return "soft" if any(_SOFT_IDS.fullmatch(word) for word in classes.split()) else ""
    return ""


def find_protected(page: Page, extent: Extent) -> set[int]:
    """The lines that hold labelled facts, stamps, or days that a form offers: kept wherever they stand."""
    kept: set[int] = set()
    for i in page.verses():
        line = page.lines[i]
        if line.offered:
            kept.add(i)
            continue
        if line.row is not None and line.kind != "cell":
            continue
        if len(line.text) <= 200 and find_stamps(line.text):
            kept.add(i)
            continue
        if len(line.text) > 400 or (
            ":" not in line.text and not line.bold and line.kind != "heading" and not line.marked
        ):
            continue
        found = find_label(line)
        if found is None or not is_known_label(found.label, bare=True):
            continue
        kept.add(i)
        if not line.text[found.value_at :].strip(" :"):
            start, end = extent(i)
            kept.update(range(start, min(end, start + 12)))
    return kept
