from __future__ import annotations

import pytest

from tests.warehouse.factory import attachment, document, event, page, related, session, territory, venue
from warehouse.cycle_keys import choose_title
from warehouse.titles import without_edition

PLANS = "Initier et conduire des plans de lutte contre les discriminations"
PLAN = "initier et conduire un plan de lutte contre les discriminations"
SEEDS = "Egalité-Citoyenneté"


def test_two_spellings_are_one_cycle_with_the_years_of_both() -> None:
    rows = related(
        page(10, event("Première session", session("2021-04-08"), cycle=PLANS)),
        page(20, event("Journée d'approfondissement", session("2021-11-30"), cycle=PLAN)),
        page(30, event("Troisième rendez-vous", session("2022-02-03"), cycle=PLANS)),
    )
    (cycle,) = rows.cycles
    assert (cycle.title, cycle.event_count) == (PLANS, 3)
    assert (str(cycle.first_day), str(cycle.last_day)) == ("2021-04-08", "2022-02-03")
    assert {row.cycle_id for row in rows.events} == {cycle.cycle_id}


def test_acronym_and_words_are_one_cycle() -> None:
    rows = related(
        page(10, event("Première session", session("2021-04-08"), cycle=PLAN)),
        page(20, event("Approfondir", session("2021-11-30"), cycle="Initier et conduire un PTLCD")),
    )
    assert len(rows.cycles) == 1


def test_territories_at_the_end_name_the_edition_and_not_the_cycle() -> None:
    lens = territory("246200364", text="Lens - Liévin")
    rows = related(
        page(10, event("Edition de Douai", session("2016-10-06", venue("Douai")), cycle=SEEDS)),
        page(20, event("Cycle de qualification Egalité-Citoyenneté Lens-Liévin", session("2017-09-07")), title="x"),
        page(
            30,
            event(
                "Cycle de qualification Egalité-Citoyenneté Lens - Liévin",
                session("2018-09-07"),
                event_type="cycle de qualification",
                territories=(lens,),
            ),
        ),
    )
    assert [row.key for row in rows.cycles] == ["egalite citoyennete"]
    assert {row.cycle_id for row in rows.events} == {"cycle-egalite-citoyennete"}


def test_event_of_type_cycle_is_a_series_by_its_own_title() -> None:
    rows = related(
        page(10, event("Développement économique urbain", session("2013-10-03"), event_type="Cycle")),
        page(20, event("Cycle Développement économique urbain", session("2015-10-08"), event_type="cycle")),
        page(30, event("Développement économique urbain", session("2016-01-14"), event_type="journée")),
    )
    assert [(row.event_count, row.key) for row in rows.cycles] == [(3, "developpement economique urbain")]
    assert {row.rule for row in rows.event_links if row.cycle_id} == {"title_of_cycle", "title_names_cycle"}


def test_acronym_and_words_stated_for_one_event_are_one_cycle_named_in_words() -> None:
    told = page(
        10, event("PTLCD : trois matinées", session("2021-04-06"), cycle="PTLCD"), attachments=(attachment("p.pdf"),)
    )
    brochure = document("p.pdf", event("Programme", session("2021-04-06"), cycle=PLANS))
    later = page(20, event("Approfondissement", session("2021-11-30"), cycle=PLANS))
    (cycle,) = related(told, brochure, later).cycles
    assert (cycle.title, cycle.event_count) == (PLANS, 2)
    assert cycle.cycle_id == "cycle-initier-conduire-plan-lutte-contre-discrimination"


def test_event_without_a_cycle_has_none() -> None:
    rows = related(page(10, event("Santé et précarité", session("2022-03-24"))))
    assert rows.cycles == []
    assert rows.events[0].cycle_id is None


def test_alike_is_not_enough_and_is_shown() -> None:
    rows = related(
        page(10, event("Un", session("2021-04-08"), cycle="Prévenir les discriminations dans le logement social")),
        page(20, event("Deux", session("2021-11-30"), cycle="Prévenir les discriminations dans le logement")),
    )
    assert len(rows.cycles) == 2
    assert {row.rule for row in rows.open_readings} == {"near_cycle_title"}


def test_namesakes_of_other_organisers_on_other_sites_stay_apart() -> None:
    title = "Développement économique urbain"
    ours = page(10, event(title, session("2013-10-03"), event_type="cycle", organiser="IREV"))
    theirs = event(title, session("2015-10-08"), event_type="cycle", organiser="PQN-A")
    rows = related(ours, page(None, theirs, url="https://pqn-a.example/cycle"))
    assert len(rows.cycles) == 2
    assert len({row.cycle_id for row in rows.cycles}) == 2
    assert [row.rule for row in rows.open_readings] == ["homonym_cycle"]
    announced_elsewhere = page(None, event(title, session("2015-10-08"), event_type="cycle"), url="https://x.example/c")
    assert len(related(ours, announced_elsewhere).cycles) == 1


def test_earlier_editions_hang_on_the_event_that_names_them() -> None:
    told = event(
        "Cycle Egalité-Citoyenneté",
        session("2017-09-07", venue("Béthune")),
        cycle=SEEDS,
        territories=(
            territory("246200364"),
            territory("200044618", "earlier_edition"),
            territory("200044618", "mentioned"),
        ),
    )
    rows = related(page(10, told))
    assert [(row.territory_id, row.role) for row in rows.event_territories] == [
        ("200044618", "earlier_edition"),
        ("246200364", "target"),
    ]


def test_title_of_a_cycle_is_what_most_write() -> None:
    assert choose_title(["b", "A", "b"]) == "b"
    assert choose_title(["b", "B"]) == "B"


def test_cycle_title_and_event_values_have_evidence() -> None:
    rows = related(page(10, event("Première session", session("2021-04-08"), cycle=PLANS)))
    found = [row for row in rows.evidence if row.table_name == "cycles"]
    assert [(row.field, row.words, row.rule) for row in found] == [("title", PLANS, "cycle_rule")]


def test_an_event_that_is_told_as_an_edition_makes_a_series_with_the_others_of_its_title() -> None:
    rows = related(
        page(10, event("Assises régionales de la politique de la ville 2017", session("2017-11-23", venue("Lille")))),
        page(20, event("Assises régionales de la politique de la ville : deuxième édition", session("2019-11-19"))),
        page(30, event("Politique de la ville : la revue", session("2019-12-03"))),
    )
    (cycle,) = rows.cycles
    assert (cycle.title, cycle.event_count) == ("Assises régionales de la politique de la ville", 2)
    assert {row.rule for row in rows.event_links if row.cycle_id} == {"edition", "title_names_cycle"}


def test_editions_of_what_has_too_short_a_name_make_no_series() -> None:
    assert not related(page(10, event("3e édition du forum", session("2019-05-14")))).cycles


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("3e édition du forum de l'emploi", "Forum de l'emploi"),
        ("Forum des associations – édition 2019", "Forum des associations"),
        ("Journée des adultes-relais (4ème édition)", "Journée des adultes-relais"),
        ("Les rencontres de la participation 2021", "Les rencontres de la participation"),
        ("Les rencontres de la participation 2013-2014", "Les rencontres de la participation"),
        ("Les rencontres de la participation (2021/22)", "Les rencontres de la participation"),
        ("Habiter en 2030", "Habiter en"),
        ("Les éditions de la rue", "Les éditions de la rue"),
    ],
)
def test_a_series_is_called_without_its_editions(title: str, bare: str) -> None:
    assert without_edition(title) == bare
