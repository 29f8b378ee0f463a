"""Pages and documents composed for the tests of the formats: the same facts in several dresses."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from extract.document import Block, Document

WIDTH, HEIGHT = A4

TITLE = "Habiter la ville autrement : une journée à Maubeuge"
LEAD = "Le réseau des chefs de projet se retrouve pour une journée de travail consacrée aux copropriétés fragiles."
PROSE = (
    (
        "Depuis plusieurs années, les copropriétés fragiles occupent une place croissante dans les "
        "contrats de ville de la région."
    ),
    (
        "La matinée sera consacrée aux repères juridiques, l'après-midi à la visite d'un chantier en "
        "cours dans le quartier."
    ),
)
ADDRESS = ("Pour le 12 mars à Maubeuge", "Hôtel de ville", "1, place du Docteur Forest", "59600 MAUBEUGE")

_FACTS = f"""<p>{LEAD}</p><p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>{"<br />".join(ADDRESS)}</p>"""


def old_page() -> str:
    """The old dress: name of the site, slogan, tools, title, then the fields."""
    return f"""<html><head><title>{TITLE} | IREV</title><link rel="shortlink" href="/node/203500" /></head>
<body class="html node-type-action page-node-203500"><div id="page">
<div class="b1"><div>IREV Nord-Pas de Calais</div>
<div>Centre de ressources politique de la ville en Nord - Pas de Calais</div></div>
<ul class="m"><li><a href="/a">L'association</a></li><li><a href="/b">Nos actions</a></li><li><a
href="/c">Liens</a></li>
<li><a href="/d">Documentation</a></li></ul>
<div class="tools"><a href="javascript:;">A+</a><a href="javascript:;">A-</a><a href="/print/x">Imprimer</a><a
href="/printpdf/203500">PDF</a></div>
<h1>{TITLE}</h1><div class="content">{_FACTS}
<div class="field"><div class="field-label">Lieu:&nbsp;</div><div class="field-items">
<div class="field-item">Maubeuge</div></div></div>
<div class="field"><div class="field-label">Thématiques:&nbsp;</div><div class="field-items">
<div class="field-item even"><a href="/taxonomy/term/1">Habitat</a></div><div class="field-item odd"><a
href="/taxonomy/term/2">Copropriétés</a></div></div></div>
</div><div class="foot">IREV, 2 rue du Test, 59000 LILLE <a href="/ml">Mentions légales</a></div></div></body></html>"""


def new_page() -> str:
    """The new dress: breadcrumb, favourites, semantic elements, labels in headings, a column of other pages."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{TITLE} | IREV</title>
<link rel="canonical" href="https://irev.fr/node/203500" /></head><body>
<header role="banner"><a href="/">IREV</a><nav><ul><li><a href="/a">L'association</a></li><li><a
href="/b">Actions</a></li></ul></nav></header>
<main><div><h2>Vous êtes ici</h2><a href="javascript:history.back()">Précédent</a> <a href="/">Accueil</a> » <a
href="/actualites-0">Actualités</a></div>
<a href="/javascript%3A%3B">Favoris</a><h1>{TITLE}</h1><article>{_FACTS}
<section><h3>Lieu</h3><p>Maubeuge</p></section>
<section><h3>Thématiques</h3><ul class="links"><li><a href="/taxonomy/term/1">Habitat</a></li><li><a
href="/taxonomy/term/2">Copropriétés</a></li></ul></section>
</article></main>
<aside><h2>À lire aussi</h2><div class="c"><h3><a href="/x1">Une rencontre sur les conseils citoyens</a></h3>
<p>le 3 avril 2019 à Lens</p></div>
<div class="c"><h3><a href="/x2">Le programme des visites de printemps</a></h3><p>le 5 mai 2019 à Calais</p>
</div></aside>
<footer><p>IREV, 2 rue du Test, 59000 LILLE</p></footer></body></html>"""


def redesigned_page() -> str:
    """A dress of nobody: no semantic element, no known class, doubled labels, nested boxes."""
    return f"""<html><head><meta property="og:title" content="{TITLE}"><title>{TITLE} - IREV</title>
<link rel="shortlink" href="https://irev.fr/node/203500"></head><body><div class="zx0">
<div class="zx1"><div><a href="/">IREV</a></div><div><a href="/a">L'association</a></div><div><a
href="/b">Nos actions</a></div><div><a href="/c">Agenda régional</a></div></div>
<div class="zx2"><div class="zx3"><div class="zx4">{TITLE}</div><div class="zx5">{_FACTS}</div>
<div class="zx6"><div><span>Lieu Lieu :</span> <span>Maubeuge</span></div>
<div><b>Thématiques</b> <a href="/taxonomy/term/1">Habitat</a>, <a
href="/taxonomy/term/2">Copropriétés</a></div></div></div>
<div class="zx7"><div class="zx8">Dernières actualités</div><div class="r"><a
href="/x1">Une rencontre sur les conseils citoyens</a><br>3 avril 2019</div>
<div class="r"><a href="/x2">Le programme des visites de printemps</a><br>5 mai 2019</div></div></div>
<div class="zx9">IREV, 2 rue du Test, 59000 LILLE - <a href="/ml">Mentions légales</a></div></div></body></html>"""


def print_page() -> str:
    """The HTML that the print module makes of the page."""
    return f"""<html><head><title>{TITLE}</title></head><body>
<div class="print-site_name">Publié sur <em>IREV</em> (<a href="https://irev.fr">https://irev.fr</a>)</div>
<div class="print-breadcrumb"><a href="https://irev.fr/">Accueil</a> &gt; {TITLE}</div><hr class="print-hr" />
<div class="print-content"><h1>{TITLE}</h1>{_FACTS}<div>Lieu:&nbsp;Maubeuge</div>
<div>Thématiques: <a href="#">Habitat</a> <span class="print-footnote">[1]</span></div>
<div>Territoires : <a href="https://irev.fr/t">Sambre-Avesnois</a> [2]</div>
<div><a href="#">S'inscrire en ligne [3]</a></div></div>
<div class="print-source_url"><strong>URL de la source (modifié le 08/03/2017 - 11:55):</strong> <a href="https://www.irev.fr/node/203500/habiter">https://www.irev.fr/node/203500/habiter</a></div>
<div class="print-links"><p><strong>Liens</strong><br />[1] https://irev.fr/taxonomy/term/1<br />
[2] https://irev.fr/t<br />[3] https://irev.fr/inscription</p></div></body></html>"""


def words(document: Document, kinds: tuple[str, ...] = ()) -> list[str]:
    """The words of all blocks that are read (or of the kinds asked for), in order."""
    return [
        document.words_of(block)
        for block in document.blocks
        if (block.kind in kinds if kinds else block.kind != "furniture")
    ]


def field_values(document: Document, label: str) -> list[str]:
    """The values of a labelled field, one by one."""
    return [document.words_of(b) for b in document.blocks if b.kind == "field" and b.label == label]


def block_of(document: Document, words_wanted: str) -> Block:
    """The block that says exactly this."""
    return next(block for block in document.blocks if document.words_of(block) == words_wanted)


Item = tuple[float, float, str, float]


def draw_pdf(pages: list[list[Item]], *, font: str = "Helvetica", **options: object) -> bytes:
    """A PDF with pieces of text at (x, y from the top, text, size), written in the order given."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1, **options)
    for items in pages:
        for x, y, text, size in items:
            sheet.setFont(font, size)
            sheet.drawString(x, HEIGHT - y, text)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def wrap(text: str, size: float, width: float, font: str = "Helvetica") -> list[str]:
    """The lines of a text as a word processor would break it."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def column(paragraphs: list[str], x: float, y: float, width: float, size: float = 10) -> list[Item]:
    """Paragraphs set in a column from (x, y) on, ragged right."""
    items: list[Item] = []
    for paragraph in paragraphs:
        for line in wrap(paragraph, size, width):
            items.append((x, y, line, size))
            y += 1.25 * size
        y += 0.9 * size
    return items
