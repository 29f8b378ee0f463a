"""Papers that come back to a house, list what comes next, or tell of what is no place or hour of theirs."""

from __future__ import annotations

from tests.extract.documents import read_brochure, read_page, tell_sessions


def test_an_exception_with_an_address_of_its_own() -> None:
    text = """# Matinées des parents
1. Sommeil
jeudi 28 septembre 2023
2. Argent
jeudi 12 octobre 2023
3. Écrans
jeudi 16 novembre 2023
De 9h à 12h
Le Pont, 43 rue du Quai, Haubourdin, sauf la deuxième matinée (espace Gérard-Philipe, 11 rue Haute, Wasquehal)"""
    found = tell_sessions(read_brochure(text))
    assert [line.split()[2] for line in found] == ["Haubourdin", "Wasquehal", "Haubourdin"]


def test_the_length_of_a_play_is_no_hour() -> None:
    body = (
        "<p>Théâtre – dès 12 ans – 1h10</p><p>Vendredi 21 octobre 2022 – 20h30 – Ault – salle polyvalente</p>"
        "<p>Samedi 22 octobre 2022 – 16h – Gamaches – théâtre Piaf</p>"
    )
    found = tell_sessions(read_page("Le bal des silences", body))
    assert found == ["2022-10-21 20:30- Ault", "2022-10-22 16:00- Gamaches"]


def test_an_edition_that_had_been_called_off_is_none_of_this_one() -> None:
    body = (
        "<p>Le forum des associations aura lieu le samedi 11 septembre 2021 de 10h à 18h à Hirson.</p>"
        "<p>L'édition 2020, prévue le 12 septembre, avait été annulée.</p>"
    )
    assert tell_sessions(read_page("Forum", body)) == ["2021-09-11 10:00-18:00 Hirson"]


def test_again_in_the_house_of_the_first_day() -> None:
    body = (
        "<p>On se voit le 4 octobre 2018 de 14h à 16h à Lille (à la MRES). Je propose le 18 octobre en visio, puis le"
        " 8 novembre, à nouveau à la MRES.</p>"
    )
    found = read_page("Réunions du groupe", body)
    assert [(s.venue.city, s.venue.mode) for e in found.events for s in e.sessions if s.venue][::2] == [
        ("Lille", "in_person"),
        ("Lille", "in_person"),
    ]


def test_a_letter_tells_of_the_year_behind_it() -> None:
    body = (
        "<p>Bergues, le 20 janvier 2020</p><p>L'année 2019 aura été riche : accueil de nos amis du 30 mai au 2 juin,"
        " fête d'hiver le 14 décembre.</p><p>Retrouvons-nous jeudi 6 février à 20 heures, salle des Moulins. Nous"
        " parlerons du car à réserver à Cassel.</p>"
    )
    assert tell_sessions(read_page("Comité de jumelage", body)) == ["2020-02-06 20:00- Bergues"]


def test_places_labelled_by_the_days_that_they_are_of() -> None:
    text = """# Formation des délégués
Jours 1 et 2 : jeudi 5 et vendredi 6 avril 2018
Jour 3 : jeudi 17 mai 2018
9h - 17h
Lieu des jours 1 et 2 : Bourse du travail, 5 rue Basse, Denain
Lieu du jour 3 : Maison des syndicats, 2 rue Haute, Caudry"""
    assert [line.split()[2] for line in tell_sessions(read_brochure(text))] == ["Denain", "Denain", "Caudry"]


def test_the_next_meetings_at_the_end_of_minutes() -> None:
    text = """# Réseau des relais santé - compte rendu de la rencontre du 5 octobre 2021
Lieu : mairie d'Albert, 6 rue Haute, Albert - de 10h à 16h
1. Tour de table
Le bus tourne depuis le 14 juin.
2. Prochaines rencontres
- mardi 9 novembre, de 10h à 16h, en visio
- mardi 7 décembre, de 10h à 16h, à la mairie de Péronne"""
    assert tell_sessions(read_brochure(text))[1:] == [
        "2021-11-09 10:00-16:00 ? online",
        "2021-12-07 10:00-16:00 Péronne",
    ]


def test_an_association_that_invites_to_a_garden() -> None:
    body = (
        "<p>Le conseil citoyen et l'association Graines de Méricourt vous attendent le dimanche 25 juin 2023 à 11h au"
        " jardin de la rue Basse, à Sallaumines.</p>"
    )
    assert tell_sessions(read_page("Fête du jardin", body)) == ["2023-06-25 11:00- Sallaumines"]


def test_a_house_told_again_by_its_name_alone() -> None:
    text = """# Ateliers des aidants
Atelier 1 - Mardi 16 janvier 2024, 9h-12h
Médiathèque Ravel, rue Lamartine, Comines
Atelier 2 - Mardi 6 février 2024, 9h-12h
Le Manège, rue Nollet, Halluin
Atelier 3 - Mardi 12 mars 2024, 9h-12h
Médiathèque Ravel
## Formateur
Hugo Lambert, Maison du numérique de Lens"""
    assert [line.split()[2] for line in tell_sessions(read_brochure(text))] == ["Comines", "Halluin", "Comines"]


def test_where_coaches_leave_from_is_no_place() -> None:
    text = """# Journée des familles
## Mardi 15 juin 2021
10h - 16h
Parc Bagatelle, Merlimont
## Départs en bus
Hesdin, place d'Armes : 8h30
Montreuil, gare : 9h
## Tarif
2 €"""
    assert tell_sessions(read_brochure(text)) == ["2021-06-15 10:00-16:00 Merlimont"]
