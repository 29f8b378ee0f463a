"""A small sound site of nine addresses: a listing, seven announcements, a brochure. What it tells is known by heart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.faults.bad_server import Behaviour, answer

PDF = "application/pdf"
LISTING = "/actualites-0"
BROCHURE = "/sites/default/files/atoms/files/programme.pdf"
DOCUMENTS = Path(__file__).parents[2] / "demo" / "documents"
PROGRAMME = (DOCUMENTS / "programme_contrats_de_ville.pdf").read_bytes()
CHANGED_PROGRAMME = (DOCUMENTS / "programme_contrats_de_ville_v2.pdf").read_bytes()
ROBOTS = answer(200, "User-agent: *\nDisallow:\n", kind="text/plain")

FRAME = """<!DOCTYPE html><html lang="fr"><head><title>{title} | IREV</title>
<link rel="shortlink" href="/node/{node}"></head><body>
<div id="header"><a href="/actualites-0">Actualités</a></div>
<div id="content"><h1>{title}</h1><p>{text}</p>{more}</div>
<div id="footer">IREV, centre de ressources politique de la ville</div></body></html>"""

REDESIGNED = """<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>IREV – {title}</title>
<link rel=shortlink href="/node/{node}"></head><body class=v2><nav><ul><li><a href="/actualites-0">Toutes les
actualités</a></li></ul></nav><main><article><header><h1>{title}</h1></header><section><div><div>{text}</div></div>
</section>{more}</article></main><footer><p>IREV</p></footer></body></html>"""


@dataclass(frozen=True)
class News:
    """An announcement: its node and slug, what it says, and the one session that it tells of."""

    node: int
    slug: str
    title: str
    text: str
    day: str
    starts_at: str
    city: str

    @property
    def path(self) -> str:
        return f"/actualites-0/{self.slug}"

    def markup(self, frame: str = FRAME, text: str | None = None) -> str:
        """Give the page in a frame, with other words if they are given."""
        more = f'<p><a href="{BROCHURE}">Programme</a></p>' if self is NEWS[0] else ""
        return frame.format(title=self.title, text=self.text if text is None else text, node=self.node, more=more)


def announce(node: int, slug: str, title: str, when: str, where: str, told: tuple[str, str, str]) -> News:
    text = f"L'IREV organise une journée régionale. Elle aura lieu {when}, {where}."
    return News(node, slug, title, text, *told)


NEWS = [
    announce(238101, "contrats-de-ville-la-suite", "Contrats de ville : la suite",
             "le lundi 3 mars 2025 de 9h30 à 16h30", "à Lille", ("2025-03-03", "09:30", "Lille")),
    announce(238102, "sante-mentale-et-quartiers", "Santé mentale et quartiers",
             "le mardi 11 mars 2025 de 9h à 12h30", "à Amiens", ("2025-03-11", "09:00", "Amiens")),
    announce(238103, "mediation-numerique", "Médiation numérique", "le jeudi 20 mars 2025 de 14h à 17h", "à Arras",
             ("2025-03-20", "14:00", "Arras")),
    announce(238104, "jeunesse-et-engagement", "Jeunesse et engagement", "le vendredi 4 avril 2025 de 9h30 à 16h",
             "à Beauvais", ("2025-04-04", "09:30", "Beauvais")),
    announce(238105, "lutter-contre-les-discriminations", "Lutter contre les discriminations",
             "le mardi 6 mai 2025 de 10h à 16h", "à Roubaix", ("2025-05-06", "10:00", "Roubaix")),
    announce(238106, "gestion-urbaine-de-proximite", "Gestion urbaine de proximité",
             "le mercredi 14 mai 2025 de 13h30 à 17h", "à Dunkerque", ("2025-05-14", "13:30", "Dunkerque")),
    announce(238107, "emploi-et-insertion", "Emploi et insertion", "le jeudi 5 juin 2025 de 9h à 17h",
             "à Valenciennes", ("2025-06-05", "09:00", "Valenciennes")),
]  # fmt: skip


def listing(news: list[News] | None = None, *more: str) -> str:
    """Give the markup of the listing, with further links."""
    links = "".join(f'<li><a href="{one.path}">{one.title}</a></li>' for one in (NEWS if news is None else news))
    links += "".join(f'<li><a href="{link}">x</a></li>' for link in more)
    return FRAME.format(title="Actualités", text="", more=f"<ul>{links}</ul>", node=12)


def sound_routes() -> dict[str, Behaviour]:
    """Give all that the site serves on a good night."""
    return {
        "/robots.txt": ROBOTS,
        LISTING: answer(200, listing()),
        BROCHURE: answer(200, PROGRAMME, kind=PDF),
        **{news.path: answer(200, news.markup()) for news in NEWS},
    }
