"""Places that are of one day only: of the sitting that is told apart, of a dinner beside it, of the town told again."""

from __future__ import annotations

from tests.extract.documents import read_page, read_text, sessions_of


def _towns(text: str) -> list[str | None]:
    return [session[3] for session in sessions_of(read_text(text))]


def test_days_behind_how_people_meet_are_not_one_place() -> None:
    told = "En présentiel : les 10 et 11 janvier 2022 à Laon, les 7 et 8 février à Tergnier et le 7 mars à Guise."
    assert _towns(f"Cycle des adultes-relais\n{told}\n") == ["Laon", "Laon", "Tergnier", "Tergnier", "Guise"]


def test_a_house_is_not_in_the_town_of_the_day_behind_its_own() -> None:
    text = "Stage\nL'équipe se retrouvera à la ferme du Héron le 14 juin 2023 puis à Berck le 6 octobre 2023.\n"
    assert _towns(text) == [None, "Berck"]


def test_the_town_of_the_sitting_that_is_told_apart_is_none_of_the_others() -> None:
    days = "Ils ont lieu le mardi de 14h à 16h : 27 janvier, 24 février et 31 mars 2026."
    apart = "La séance de mars sera exceptionnellement accueillie par l'EHPAD Les Magnolias, à Loos."
    assert _towns(f"Bienvenue à nos cafés des aidants !\n{days} {apart}\n") == [None, None, "Loos"]


def test_a_dinner_lends_its_meeting_neither_hour_nor_place() -> None:
    reading = read_text(
        "Séminaire des centres de ressources\nLes 28 et 29 septembre 2023, Nouveau Siècle, Lille\n"
        "Dîner le jeudi 28 septembre à 20h au restaurant Le Méert, Roubaix. Visite le vendredi 29 à 14h à Hem.\n"
    )
    assert [session[1:4] for session in sessions_of(reading)] == [(None, None, "Lille"), (None, None, "Lille")]


def test_the_same_place_is_that_of_the_town_named_with_it() -> None:
    text = (
        "Cycle « Prévenir »\nSéance 1. BÉTHUNE, le 29 septembre 2015, au Lab, 66 rue Saint-Pry\n"
        "Séance 2. LENS, le 13 octobre 2015, à la Maison des jeunes, boulevard Basly\n"
        "Séance 3. BÉTHUNE à nouveau, le 5 novembre 2015, au même endroit\n"
    )
    assert _towns(text) == ["Béthune", "Lens", "Béthune"]


def test_those_who_work_in_a_town_bring_nobody_there() -> None:
    text = (
        "Rencontre « Santé des femmes »\n\nMardi 8 mars 2022, à partir de 14h, salle Foch\n\nStands et échanges avec "
        "les professionnels du centre hospitalier de Laon et de la CPAM de Saint-Quentin.\n\nEntrée libre.\n\n"
        "Mairie de Soissons, 03 23 00 00 00\n"
    )
    assert _towns(text) == ["Soissons"]


def test_the_town_that_a_title_leads_to_is_told_before_one_named_in_passing() -> None:
    text = (
        "# Les régies ont fêté leurs trente ans à Hem\n\nLe Zéphyr était plein, vendredi 12 octobre 2018.\n\n"
        "Parmi les paroles retenues :\n\n- les deux plus récentes, à Étaples et à Caudry, cherchent leur modèle ;\n"
        "- la commande publique peut beaucoup.\n"
    )
    assert _towns(text) == ["Hem"]


def test_a_boulevard_called_after_somebody_names_no_village() -> None:
    text = (
        "# Parlons-en !\n\nMercredi 13 novembre 2019 : salle Coubertin, avenue de Liège, Valenciennes\n\n"
        "Jeudi 21 novembre 2019 : club-house du stade Delaune, boulevard Paul-Machy, Coudekerque-Branche\n"
    )
    assert _towns(text) == ["Valenciennes", "Coudekerque-Branche"]


def test_whoever_takes_people_in_does_so_at_home() -> None:
    text = (
        "Sujet : deux dates à retenir\nDate : 21/05/2024\n\nBonjour,\n\nNous serons reçus par le garage solidaire "
        "d'Albert le mardi 11 juin (10h-15h30, 12 rue de Bapaume).\n\nPour le repas à Albert, répondez-moi.\n"
    )
    assert sessions_of(read_text(text)) == [("2024-06-11", "10:00", "15:30", "Albert", "in_person")]


def test_a_former_sitting_of_another_month_is_none_of_those_told() -> None:
    text = (
        "Formation « Écrire »\n\nUne session est ajoutée les 7 et 14 avril 2026 à Péronne. La première, fin mars "
        "à Lille, est complète.\n"
    )
    assert _towns(text) == ["Péronne", "Péronne"]


def test_what_passes_from_one_day_to_another_is_no_range() -> None:
    reading = read_text(
        "L'atelier passe du jeudi 12 au jeudi 19 mars 2026. Rien ne change : 9h30, salle Foch, à Laon.\n"
    )
    days = [(session.first_day.day, session.status) for event in reading.events for session in event.sessions]
    assert days == [(12, "postponed"), (19, "announced")]


def test_the_eve_in_the_evening_is_no_place() -> None:
    text = (
        "Rencontre\n\nElle se déroulera à Lille le jeudi 28 mars 2024 de 10h15 à 16h15.\n\nLes salariés sont invités à "
        "rester la veille au soir pour un dîner.\n"
    )
    assert len(sessions_of(read_text(text))) == 1


def test_a_town_that_reaches_over_rows_is_that_of_each() -> None:
    rows = (
        "<tr><th>Ville</th><th>Lieu</th><th>Dates</th></tr><tr><td rowspan='2'>Lens</td><td>Médiathèque</td>"
        "<td>7 octobre 2023</td></tr><tr><td>Centre social Vachala</td><td>14 octobre 2023</td></tr>"
        "<tr><td>Avion</td><td>Espace Jean-Ferrat</td><td>21 octobre 2023</td></tr>"
    )
    told = sessions_of(read_page("Comités de lecture", f"<table>{rows}</table>"))
    assert [session[3] for session in told] == ["Lens", "Lens", "Avion"]


def test_the_town_of_a_speaker_is_not_that_of_the_house_behind_it() -> None:
    text = (
        "Semaine à Calais\nle vendredi 24 mars 2023, conférence de Sophie Marin, psychologue à Nantes, "
        "au Channel, 173 boulevard Gambetta (18h30)\n"
    )
    assert _towns(text) == ["Calais"]


def test_a_welcome_hours_before_what_follows_begins_the_day() -> None:
    text = "Rencontre\n\nLundi 22 octobre 2018\n10h - Accueil à la mairie de Roubaix\n14h - Visites\n17h - Fin\n"
    assert [session[1:3] for session in sessions_of(read_text(text))] == [("10:00", "17:00")]


def test_a_house_told_again_by_its_noun_is_in_its_own_town() -> None:
    trip = (
        "Séjour à Bruxelles\n\nLe centre social de Mouvaux partira à Bruxelles les 24 et 25 octobre 2019. Réunion "
        "prévue au centre social, 59 rue Franklin, mercredi 2 octobre à 17h.\n"
    )
    assert _towns(trip) == ["Mouvaux", "Bruxelles", "Bruxelles"]
    school = (
        "Ateliers\n\nL'école Jules-Ferry de Denain ouvre ses portes. Atelier le 4 mars 2020 à l'école, puis le 11 mars "
        "à la médiathèque de Douchy.\n"
    )
    assert _towns(school) == ["Denain", "Douchy"]


def test_what_is_only_compared_is_no_place() -> None:
    text = (
        "Le centre social de Mouvaux fête ses vingt ans. Comme à Tourcoing et à Roncq avant lui, il ouvre samedi "
        "5 octobre 2019. Rendez-vous au centre social.\n"
    )
    assert _towns(text) == ["Mouvaux"]


def test_a_town_in_the_title_of_a_talk_is_what_is_spoken_of() -> None:
    text = (
        "Conférences de l'agence\nSalle Foch, 3 rue Haute, Arras\n- mardi 3 mars 2020, 18h : « Vivre à Dunkerque »\n"
        "- mardi 10 mars 2020, 18h : « Le tramway à Valenciennes, dix ans après » par A. Roy (Lens)\n"
    )
    assert _towns(text) == ["Arras", "Arras"]


def test_a_place_that_was_planned_gives_way_to_the_field() -> None:
    text = "Rencontre\nQuand ? Mardi 19 mai 2020 (9h30-16h30) initialement prévue à Lille\nOù ? En visioconférence\n"
    assert [session[3:] for session in sessions_of(read_text(text))] == [(None, "online")]


def test_the_only_house_of_a_page_is_not_that_below_another_town() -> None:
    text = (
        "Semaine citoyenne 2023\n\n  DENAIN\n      Théâtre, 5 rue de Villars\n      jeudi 16 novembre à 20h00\n\n"
        "  ANZIN\n      Grand rassemblement\n      samedi 18 novembre à 11h00\n"
    )
    assert _towns(text) == ["Denain", "Anzin"]


def test_a_town_with_its_quarter_heads_an_entry() -> None:
    text = (
        "Bulletin\n\n[Beauvais - Saint-Jean]\nBourse, samedi 9 novembre 2024, MALICE, 28 rue de Gascogne.\n\n"
        "[Grandvilliers]\nJournée du jeu : samedi 23 novembre 2024 à l'espace Raoul-Aubaud.\n"
    )
    assert _towns(text) == ["Beauvais", "Grandvilliers"]


def test_here_leads_to_a_town_and_a_menu_to_none() -> None:
    text = (
        "Bonjour,\n\nRendez-vous le 6 février 2025, au centre Jacques-Brel, boulevard de la Liane, ici à Outreau.\n\n"
        "Au menu : le bilan, et le point de Bénédicte sur Le Portel.\n"
    )
    assert _towns(text) == ["Outreau"]
