"""Houses by a name of their own before their street: lent by a host, behind a day, in a bracket."""

from __future__ import annotations

from tests.extract.documents import places_of, read_page, read_text


def test_a_house_that_a_town_opens() -> None:
    text = """Les médiateurs se retrouvent

La ville de Noyon nous ouvre son Chevalet, place Aristide Briand, pour une journée entière.

C'est le jeudi 28 mars 2019, de 9h30 à 16h."""
    assert ("Chevalet", "place Aristide Briand", "Noyon") in places_of(read_text(text))


def test_a_house_that_somebody_lends_in_the_town_told_before() -> None:
    text = """Séminaire des chefs de projet, le 8 juin 2017

Il se déroulera à Soissons, et nous remercions l'agglomération qui nous prête la Cité de la musique, parc Gouraud."""
    assert ("Cité de la musique", "parc Gouraud", "Soissons") in places_of(read_text(text))


def test_a_house_in_a_bracket() -> None:
    text = """Groupe de travail mixité

La séance du mardi 5 avril 2016 aura lieu à Arras, dans la salle des actes (La Citadelle, boulevard Faidherbe)."""
    assert places_of(read_text(text))[0][1:] == ("boulevard Faidherbe", "Arras")


def test_a_house_behind_the_days_of_its_town() -> None:
    body = """<p>Cinq sessions :</p><ul><li>Abbeville, les 8 et 9 février 2024, Garopôle, place de la Gare</li>
<li>Berck, les 23 et 24 mai 2024, espace Dupont, rue Rothschild</li></ul>"""
    assert places_of(read_page("Laïcité : les sessions", body)) == [
        ("Garopôle", "place de la Gare", "Abbeville"),
        ("espace Dupont", "rue Rothschild", "Berck"),
    ]


def test_a_house_under_a_day_with_its_town() -> None:
    body = """<p>Jeudi 23 mai 2024, à Grenoble</p><p>14h : visite. Rendez-vous au Patio, 97 galerie de l'Arlequin.</p>
<p>Vendredi 24 mai 2024, à Échirolles</p><p>9h - 13h : le potager, puis le bilan. Rendez-vous à l'Espace Prévert.</p>"""
    found = places_of(read_page("Voyage apprenant : deux jours à Grenoble et à Échirolles", body))
    assert ("Patio", "97 galerie de l'Arlequin", "Grenoble") in found


def test_where_nobody_meets_there_is_no_place() -> None:
    body = """<p>Les structures d'accueil restent à Amiens ; Hirson et Guise manquent encore de missions.</p>
<p>La loi du 10 mars 2010 reste en vigueur.</p><p>Agence du Littoral, 30 avenue Foch, 59760 Grande-Synthe</p>"""
    assert places_of(read_page("Service civique : bilan et perspectives", body)) == []
