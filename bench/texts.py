"""The texts of the benchmark: running French text from the composed pages, dense dates, a page, a long brochure."""

from __future__ import annotations

import html
import io
import random
import re
from itertools import cycle

import pypdfium2

from tests.gold.brochures import draw_brochure
from tests.gold.truth import HERE, PAGE_PARTS, load_pages, load_phrases, read_json_lines

OPEN_PAGES = ("composed_dev", "opened")
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_STYLE = '<style type="text/css" media="all">@import url("/sites/all/modules/m{0}/m{0}.css?q3x");</style>\n'
_LEAF = '<li class="leaf menu-mlid-{0}"><a href="/thematiques/theme-{0}/sous-theme-{0}" title="">Thème {0}</a></li>\n'
_MENU = '<div id="navigation"><ul class="menu">\n{0}</ul></div>\n'
CLOSING = re.compile(r"URL de la source|^\[\d+\]")


def collect_paragraphs() -> list[str]:
    """The paragraphs of all composed pages that are HTML or text, without markup."""
    paragraphs: list[str] = []
    for folder in PAGE_PARTS.values():
        for row in read_json_lines(HERE / folder / "truth.jsonl"):
            encoding = "iso-8859-1" if row["form"] == "table_old" else "utf-8"
            source = (HERE / folder / row["file"]).read_text(encoding=encoding)
            source = re.sub(r"(?is)<(script|style|head).*?</\1>", " ", source)
            blocks = re.split(r"(?i)</?(?:p|li|h\d|div|td|tr|br|dd|dt)\b[^>]*>|\n\s*\n", source)
            texts = (" ".join(html.unescape(re.sub(r"<[^>]+>", " ", block)).split()) for block in blocks)
            paragraphs.extend(text for text in texts if len(text) > 20)
    return paragraphs


def repeat_to(paragraphs: list[str], size: int) -> list[str]:
    """The paragraphs again and again until they hold `size` bytes."""
    taken: list[str] = []
    total = 0
    for paragraph in cycle(paragraphs):
        if total >= size:
            return taken
        taken.append(paragraph)
        total += len(paragraph.encode())
    return taken


def build_running_text(size: int) -> list[str]:
    """Running text as pages have it: most paragraphs hold no date or one."""
    return repeat_to(collect_paragraphs(), size)


def build_dense_text(size: int) -> list[str]:
    """Date expressions and little else, in paragraphs of ten, shuffled anew each time so that no paragraph comes twice.

    The order is that of a fixed seed: every reader and every run has the same text.
    """
    phrases = [phrase.text for part in ("dev", "composed_dev") for phrase in load_phrases(part) if phrase.answers]
    chance = random.Random(1)  # noqa: S311  an order, not a secret
    taken: list[str] = []
    total = 0
    while total < size:
        chance.shuffle(phrases)
        joined = ["; ".join(phrases[start : start + 10]) for start in range(0, len(phrases), 10)]
        round_ = repeat_to(joined, min(size - total, sum(len(paragraph.encode()) for paragraph in joined)))
        taken += round_
        total += sum(len(paragraph.encode()) for paragraph in round_)
    return taken


def build_body(size: int, number: int = 0) -> str:
    """Paragraphs of about `size` bytes, others for each number. None closes a print export: it would end the page."""
    paragraphs = [text for text in collect_paragraphs() if not CLOSING.search(text)]
    first = number * 101 % len(paragraphs)
    return "".join(f"<p>{html.escape(text)}</p>\n" for text in repeat_to(paragraphs[first:] + paragraphs[:first], size))


def build_site(size: int) -> list[bytes]:
    """The composed HTML pages as pages of one site: the same menu and styles on each, so many that it has `size` bytes.

    Each holds what its author put on it, an announcement or a report with all that stands around it. Pages without head
    and body, in another charset, or larger by themselves, are left out.
    """
    pages = [page.content for part in OPEN_PAGES for page in load_pages(part) if page.media_type == "text/html"]
    return [built for page in pages if (built := _put_on_site(page, size)) is not None]


def _put_on_site(content: bytes, size: int) -> bytes | None:
    """One page with as much menu and style as it lacks, or None where it cannot be given any."""
    try:
        source = content.decode()
    except UnicodeDecodeError:
        return None
    body = _BODY.search(source)
    if body is None or "</head>" not in source or len(content) > size:
        return None
    lacking = (size - len(content)) // len((_STYLE + _LEAF).encode())
    styles = "".join(_STYLE.format(leaf) for leaf in range(lacking))
    leaves = "".join(_LEAF.format(leaf) for leaf in range(lacking))
    page = source[: body.end()] + _MENU.format(leaves) + source[body.end() :]
    return page.replace("</head>", f"{styles}</head>", 1).encode()


def build_page(size: int, own: int = 6000, number: int = 0) -> bytes:
    """One Drupal page of about `size` bytes as sites send it: most of them menus and styles, `own` of them text.

    Pages of different numbers share their menus and differ in their text.
    """
    source = (HERE / "dev_pages" / "dev-p12.html").read_text(encoding="utf-8")
    body = build_body(own, number)
    page = source.replace("</div></div></div>", body + "</div></div></div>", 1)
    number = 0
    while len(page.encode()) < size - 200:
        number += 1
        page = page.replace("</head>", _STYLE.format(number) + "</head>", 1)
        page = page.replace("</ul>", _LEAF.format(number) + "</ul>", 1)
    return page.encode()


def build_wall(size: int, number: int = 0) -> bytes:
    """One page of about `size` bytes that is nothing but announcements: hundreds of dates, denser than any real one."""
    source = (HERE / "dev_pages" / "dev-p12.html").read_text(encoding="utf-8")
    body = build_body(size, number)
    whole = source.replace("</div></div></div>", body + "</div></div></div>", 1)
    return whole.encode()[: size - 20] + b"</div></body></html>"


def build_brochure(pages: int) -> bytes:
    """A brochure of `pages` pages of running text, joined from drawn pages."""
    whole = pypdfium2.PdfDocument.new()
    paragraphs = build_running_text(pages * 2400)
    share = max(1, len(paragraphs) // pages)
    for number in range(pages):
        rows = [text[:400] for text in paragraphs[number * share : (number + 1) * share]][:14]
        whole.import_pages(pypdfium2.PdfDocument(draw_brochure("\n".join(["# Brochure", *rows]), "one-column")))
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()
