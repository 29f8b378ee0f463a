"""Heads of posts with the minute of a clock, outings with their way out and home, entries called after what is eaten.

A session is told as `day start-end town`.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "a conversation",
        """Les infos du club
[12/01/2025 19:03] Coach Momo : pas d'entraînement demain
[14/01/2025 08:31] Coach Momo : AG du club vendredi 24 janvier à 18h30 au gymnase Schweitzer à Amiens
[15/01/2025 20:10] Inès : ok
""",
        ["2025-01-24 18:30- Amiens"],
    ),
    (
        "an outing told below its day",
        """Sortie familles à Bagatelle
Samedi 6 juillet 2024
Départ du bus à 8h30 devant la maison de quartier, 4 rue des Lilas à Douai
Retour vers 19h
""",
        ["2024-07-06 08:30-19:00 Douai"],
    ),
    (
        "an outing told in sentences",
        "Le club propose une sortie à Berck le jeudi 16 mai 2024. Départ en car à 13h de la place Verte, "
        "retour prévu à 18h30. Participation : 5 €.\n",
        ["2024-05-16 13:00-18:30 Berck"],
    ),
    (
        "a day left out of what goes on is none",
        """Gala de boxe
Samedi 11 juin 2022 à 18h, gymnase Schweitzer à Amiens.
Les entraînements du mercredi sont maintenus, sauf le mercredi 8 juin.
""",
        ["2022-06-11 18:00- Amiens"],
    ),
    (
        "hours of all over how to sign up by telephone",
        """Invitation
le 18/01/2017 - on va à Denain
Centre social Bellevue, 15 rue Émile-Basly

le 22/02/2017 - on va à Raismes
Salle Léo-Lagrange, rue Henri-Durre

Rendez-vous de 18h à 21h. Places à réserver auprès de Dorothée (06 00 18 27 36) le lundi qui précède.
""",
        ["2017-01-18 18:00-21:00 Denain", "2017-02-22 18:00-21:00 Raismes"],
    ),
    (
        "what closes a week begins at its hour",
        """Semaine de la parentalité
Lundi 4 novembre 2024
Lens – 18h : ouverture, mairie
Jeudi 7 novembre 2024
Avion – 14h : atelier, centre Picasso
Samedi 9 novembre 2024
Liévin – 12h : clôture et buffet, Arc-en-Ciel
""",
        ["2024-11-04 18:00- Lens", "2024-11-07 14:00- Avion", "2024-11-09 12:00- Liévin"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_texts(text: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_text(text))) == expected


def test_a_forum_stamps_what_is_said() -> None:
    body = """<p><b>Jeanne</b>, le 12/03/2023 à 18:22 :</p>
    <p>On se retrouve le dimanche 19 mars à 11h, place Verte à Roubaix.</p>
    <p><b>Ali</b>, le 13/03/2023 à 07:50 :</p><p>Je peux apporter le broyat.</p>"""
    assert tell_sessions(read_page("Forum : le composteur", body)) == ["2023-03-19 11:00- Roubaix"]


def test_a_meal_under_its_name_has_its_hour() -> None:
    body = """<h2>Lundi 9 octobre</h2><h3>Conférence</h3><p>18 h · médiathèque d'Anzin</p>
    <h2>Mercredi 11 octobre</h2><h3>Goûter géant</h3><p>16 h · salle Foch, à Anzin</p>"""
    expected = ["2023-10-09 18:00- Anzin", "2023-10-11 16:00- Anzin"]
    assert tell_sessions(read_page("Semaine du goût 2023", body)) == expected
