"""The texts of the benchmark: running French text from the composed pages, dense dates, a page, a long brochure."""

from __future__ import annotations

import html
import io
import random
import re
from itertools import cycle

import pypdfium2

from tests.gold.brochures import draw_brochure
from tests.gold.truth import HERE, PAGE_PARTS, load_phrases, read_json_lines

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


def build_page(size: int, own: int = 6000, number: int = 0) -> bytes:
    """One Drupal page of about `size` bytes as sites send it: most of them menus and styles, `own` of them text.

    Pages of different numbers share their menus and differ in their text.
    """
    source = (HERE / "dev_pages" / "dev-p12.html").read_text(encoding="utf-8")
    body = build_body(own, number)
    page = source.replace("</div></div></div>", body + "</div></div></div>", 1)
    style = '<style type="text/css" media="all">@import url("/sites/all/modules/m{0}/m{0}.css?q3x");</style>\n'
    leaf = (
        '<li class="leaf menu-mlid-{0}"><a href="/thematiques/theme-{0}/sous-theme-{0}" title="">Thème {0}</a></li>\n'
    )
    number = 0
    while len(page.encode()) < size - 200:
        number += 1
        page = page.replace("</head>", style.format(number) + "</head>", 1)
        page = page.replace("</ul>", leaf.format(number) + "</ul>", 1)
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
