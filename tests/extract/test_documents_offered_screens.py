"""Whole documents whose sitting has a place and a screen: both are offered, or one stands in for the other."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

DAY = "mardi 14 mai 2024, de 9h30 à 12h"
HELD = "2024-05-14 09:30-12:00"

BOTH = [
    f"Le {DAY}, nous vous accueillons à la mairie de Lens ; vous pouvez aussi vous connecter de chez vous.",
    f"Le {DAY}, une partie du groupe sera réunie à la mairie de Lens ; l'autre sera connectée à distance.",
    f"Le {DAY}, vous serez les bienvenus à la mairie de Lens, et la visio sera ouverte à qui ne peut se déplacer.",
    f"Le {DAY}, on se voit à la mairie de Lens ; un lien visio sera envoyé à ceux qui préfèrent rester chez eux.",
    f"Le {DAY}, participez à la matinée d'échanges, soit à la mairie de Lens, soit en visio.",
    f"Le {DAY}, les uns seront à la mairie de Lens, les autres devant leur ordinateur.",
    f"Chacun choisit : le {DAY}, on vient à la mairie de Lens ou on se branche de la maison.",
    f"Le séminaire du {DAY}, à la mairie de Lens, est accessible à tous, sur place comme à distance.",
    f"Le {DAY}, séminaire à la mairie de Lens. À distance, les participants suivront par Teams.",
    f"Le {DAY}, venez à la mairie de Lens. Vous ne pouvez pas venir ? Suivez la séance en ligne.",
    f"Le {DAY}, à la mairie de Lens.</p><p>Pour ceux qui sont loin, on ouvre aussi Zoom.",
    f"Le {DAY}, à la mairie de Lens.</p><p>La rencontre se suit aussi à distance.",
    f"Le {DAY}, nous travaillons à la mairie de Lens. Une partie d'entre nous sera en visio.",
    f"Rendez-vous le {DAY}, à la mairie de Lens (Zoom possible).",
    f"Atelier bimodal le {DAY}, à la mairie de Lens.",
    f"En salle ou à l'écran : le {DAY}, la mairie de Lens accueille le réseau.",
]

ON_SITE = [
    f"Le {DAY}, nous nous retrouvons à la mairie de Lens, et non en visio comme annoncé.",
    f"La visio prévue est remplacée par une réunion le {DAY}, à la mairie de Lens.",
    f"Le {DAY}, à la mairie de Lens : les ados devant leurs écrans, parlons-en.",
    f"Le {DAY}, à la mairie de Lens. Certains parents suivent leurs cours à distance, d'autres pas.",
    f"Le {DAY}, à la mairie de Lens.</p><p>Les salariés peuvent aussi travailler à distance : qu'en disent-ils ?",
    f"Le {DAY}, à la mairie de Lens.</p><p>L'inscription est également possible en ligne.",
    f"Le {DAY}, à la mairie de Lens.</p><p>Une réunion de préparation pourra se tenir en visio.",
    f"Le {DAY}, à la mairie de Lens.</p><p>La captation sera accessible à tous sur YouTube quelques jours plus tard.",
    f"Le {DAY}, à la mairie de Lens.</p><p>Au programme : le suivi à distance des familles, les visites à domicile.",
    f"Le {DAY}, à la mairie de Lens. Attention : pas de connexion à distance possible.",
    f"Le {DAY}, à la mairie de Lens. Nous présenterons l'outil avec lequel les autres réseaux échangent à distance.",
    f"Le {DAY}, à la mairie de Lens. Ceux qui souhaitent aller plus loin pourront suivre un module en ligne.",
    f"Le {DAY}, à la mairie de Lens. Vous pouvez aussi nous suivre en ligne ou nous écrire.",
    f"Le {DAY}, atelier à la mairie de Lens, près de chez vous : comment travailler à distance avec les familles ?",
]

ON_SCREEN = [
    f"Le {DAY}, la rencontre se tiendra en visio et non à la mairie de Lens.",
    f"Rendez-vous en ligne le {DAY} ; la mairie de Lens présentera son expérience.",
    f"Le {DAY}, chacun se connectera de chez soi.</p><p>La mairie de Lens nous présentera son projet.",
]


@pytest.mark.parametrize("told", BOTH)
def test_a_screen_that_is_offered_beside_a_place_makes_it_hybrid(told: str) -> None:
    assert tell_sessions(read_page("Les rendez-vous du réseau", f"<p>{told}</p>")) == [f"{HELD} Lens hybrid"]


@pytest.mark.parametrize("told", ON_SITE)
def test_a_screen_that_is_no_way_to_the_meeting_leaves_its_place(told: str) -> None:
    assert tell_sessions(read_page("Les rendez-vous du réseau", f"<p>{told}</p>")) == [f"{HELD} Lens"]


@pytest.mark.parametrize("told", ON_SCREEN)
def test_a_place_where_nobody_meets_leaves_the_screen(told: str) -> None:
    assert tell_sessions(read_page("Les rendez-vous du réseau", f"<p>{told}</p>")) == [f"{HELD} ? online"]


def test_a_screen_with_a_day_of_its_own_is_of_that_day() -> None:
    told = f"Le {DAY}, nous nous voyons à Lens, puis le 12 juin 2024, de 14h à 16h, chacun derrière son écran."
    assert tell_sessions(read_page("Les rendez-vous du réseau", f"<p>{told}</p>")) == [
        f"{HELD} Lens",
        "2024-06-12 14:00-16:00 ? online",
    ]
