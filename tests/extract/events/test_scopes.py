"""Hours and places that are said of some of the sittings: by their numbers, ranks or months, or as the same again."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

DAYS = "<ul><li>lundi 6 mars 2023</li><li>lundi 3 avril 2023</li><li>lundi 15 mai 2023</li></ul>"
MODULES = "<ul><li>Module 1 : 6 mars 2023</li><li>Module 2 : 3 avril 2023</li><li>Module 3 : 15 mai 2023</li></ul>"


@pytest.mark.parametrize(
    ("days", "words", "told"),
    [
        (
            "<p>Quand ? Les 6 et 7 mars (9h-17h) puis le 15 mai 2023 (9h-12h)</p>",
            "Où ? Beauvais, La Briqueterie, les 6 et 7 ; à distance le 15",
            ["09:00-17:00 Beauvais", "09:00-17:00 Beauvais", "09:00-12:00 ? online"],
        ),
        (
            DAYS,
            "Les horaires sont de 9h à 17h le 6, de 9h à 12h30 les 3 et 15. À Noyon.",
            ["09:00-17:00 Noyon", "09:00-12:30 Noyon", "09:00-12:30 Noyon"],
        ),
        (
            "",
            "À Lille. Dates : 6 mars, 3 avril et 15 mai 2023 (attention, cette dernière séance aura lieu à Lens).",
            ["- Lille", "- Lille", "- Lens"],
        ),
        (
            "",
            "Le 6 mars et le 15 mai 2023 à Lille. Le guide est prêt ; ce dernier sera présenté à Lens.",
            ["- Lille", "- Lille"],
        ),
        (
            DAYS,
            "Les deux premiers ateliers ont lieu à Hirson, de 14h à 16h, le dernier à Guise, de 9h à 12h.",
            ["14:00-16:00 Hirson", "14:00-16:00 Hirson", "09:00-12:00 Guise"],
        ),
        (
            DAYS,
            "Les séances de mars et de mai se tiennent à Noyon, salle Calvin. Les autres ont lieu à Chauny.",
            ["- Noyon", "- Chauny", "- Noyon"],
        ),
        (
            MODULES,
            "Lieu : Le Palace, Montataire (modules 1 et 3) ; en visioconférence (module 2)",
            ["- Montataire", "- ? online", "- Montataire"],
        ),
        (
            MODULES,
            "À Péronne. Les modules 1 et 2 commencent à 9h et finissent à 17h ; le module 3 a lieu de 14h à 18h.",
            ["09:00-17:00 Péronne", "09:00-17:00 Péronne", "14:00-18:00 Péronne"],
        ),
        (
            DAYS,
            "À Péronne. Chaque rencontre débute à 10h et se termine à 15h, à l'exception de celle d'avril (10h - 12h).",
            ["10:00-15:00 Péronne", "10:00-12:00 Péronne", "10:00-15:00 Péronne"],
        ),
        (
            "<ul><li>mardi 7 mars 2023</li><li>jeudi 9 mars 2023</li><li>mardi 14 mars 2023</li></ul>",
            "Les mardis à Marle (salle des fêtes), les jeudis à Vervins (médiathèque).",
            ["- Marle", "- Vervins", "- Marle"],
        ),
        (
            DAYS,
            "À Péronne. La séance de printemps est reportée ; la rencontre de mai est annulée faute de salle.",
            ["- Péronne", "- Péronne", "- Péronne cancelled"],
        ),
        (
            DAYS,
            "À Péronne, de 9h à 17h pour les deux premières journées, de 9h à 12h pour la dernière.",
            ["09:00-17:00 Péronne", "09:00-17:00 Péronne", "09:00-12:00 Péronne"],
        ),
    ],
)
def test_some_sittings_are_told_apart(days: str, words: str, told: list[str]) -> None:
    found = tell_sessions(read_page("Cycle « Accueillir »", f"{days}<p>{words}</p>"))
    assert [line[11:] for line in found] == told


def test_the_same_place_is_that_of_the_sitting_pointed_to() -> None:
    body = (
        "<ul><li>Atelier 1 : 6 mars 2023, La Grange, Bapaume, 9h-11h</li><li>Atelier 2 : 3 avril 2023, mairie de"
        " Nesle, de 14h à 16h</li><li>Atelier 3 : 15 mai 2023, même endroit que l'atelier 1</li></ul>"
    )
    found = tell_sessions(read_page("Ateliers couture", body))
    assert [line.split()[2] for line in found] == ["Bapaume", "Nesle", "Bapaume"]


def test_the_next_meeting_in_minutes_is_where_this_one_was() -> None:
    body = (
        "<p>Réunion du 6 mars 2023, 18h-20h, salle Carpeaux, Valenciennes</p><p>Les membres ont visité la ferme urbaine"
        " de Roubaix le 4 février dernier.</p><p>La prochaine séance est fixée au 3 avril, mêmes lieu et horaires.</p>"
    )
    assert tell_sessions(read_page("Compte rendu du conseil de quartier", body)) == [
        "2023-03-06 18:00-20:00 Valenciennes",
        "2023-04-03 18:00-20:00 Valenciennes",
    ]


def test_a_body_that_exists_since_a_day_did_not_meet_on_it() -> None:
    body = (
        "<p>Depuis sa création le 12 mai 2014, le comité accompagne les familles. Réunion le mardi 7 juin 2022 à 18h,"
        " à la mairie de Denain.</p>"
    )
    assert tell_sessions(read_page("Comité des familles", body)) == ["2022-06-07 18:00- Denain"]


def test_a_second_sitting_that_is_counted_from_the_first() -> None:
    body = (
        "<p>Le premier atelier se tient le jeudi 9 mars 2023, de 14h à 16h, à Méru, salle Domont.</p>"
        "<p>Le second quinze jours plus tard, mêmes horaires, même lieu.</p>"
    )
    found = tell_sessions(read_page("Ateliers budget", body))
    assert found == ["2023-03-09 14:00-16:00 Méru", "2023-03-23 14:00-16:00 Méru"]


def test_a_column_may_point_to_another_sitting() -> None:
    body = (
        "<table><tr><th>Séance</th><th>Date</th><th>Lieu</th></tr><tr><td>1</td><td>12/01/2024</td><td>Orchies, le"
        " Pacbo</td></tr><tr><td>2</td><td>02/02/2024</td><td>Marchiennes, mairie</td></tr><tr><td>3</td>"
        "<td>08/03/2024</td><td>idem séance 1</td></tr></table>"
    )
    found = tell_sessions(read_page("Groupe de parole", body))
    assert [line.split()[2] for line in found] == ["Orchies", "Marchiennes", "Orchies"]


def test_a_bus_that_stops_for_people() -> None:
    body = (
        "<p>Mercredi 9 octobre 2019, le bus de la santé s'arrêtera à 10h à Rouvroy, place Foch, à 14h à Drocourt,"
        " devant la mairie, et à 16h30 à Billy-Montigny, espace Picasso.</p>"
    )
    assert tell_sessions(read_page("Tournée du bus de la santé", body)) == [
        "2019-10-09 10:00- Rouvroy",
        "2019-10-09 14:00- Drocourt",
        "2019-10-09 16:30- Billy-Montigny",
    ]
