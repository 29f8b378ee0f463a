"""What a day hangs on: the verb that governs it, whatever else its sentence names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import read_dates
from extract.dates.governors import find_governor, find_governor_behind
from extract.dates.verb_families import find_verb


@pytest.mark.parametrize(
    ("lead", "word", "family"),
    [
        ("le kit remis aux participants paraîtra ", "paraîtra", "become"),
        ("la synthèse de la rencontre sera bientôt diffusée aux inscrits ", "diffusée", "become"),
        ("la directrice qui anime la journée a déménagé ", "déménagé", "become"),
        ("le livre tiré du colloque sort en librairie ", "sort", "begin"),
        ("le groupe qui publie la revue se réunira ", "réunira", "meet"),
        ("les associations publient un guide et elles se retrouvent ", "retrouvent", "meet"),
        ("une charte, travaillée en atelier, sera ratifiée ", "ratifiée", "decide"),
        ("les habitants se raconteront leur rue ", "raconteront", "meet"),
        ("les jeunes tricoteront une fresque ", "tricoteront", ""),
    ],
)
def test_the_nearest_verb_governs_a_day(lead: str, word: str, family: str) -> None:
    governor = find_governor(lead)
    assert governor is not None
    assert (governor.word, governor.family) == (word, family)


@pytest.mark.parametrize(
    "lead",
    [
        "la synthèse du séminaire du ",
        "réunion des porteurs de projets ",
        "l'affiche de la fête, ",
        "journée animée par paul, salle foch, à lens, ",
    ],
)
def test_nouns_and_participles_far_away_govern_no_day(lead: str) -> None:
    assert find_governor(lead) is None


def test_a_relative_clause_does_not_reach_over_a_comma() -> None:
    assert find_governor("une journée avec les associations qui publient la revue, ") is None


@pytest.mark.parametrize(
    ("after", "word"),
    [
        (", la ville publie la carte", "publie"),
        (", nous enverrons un questionnaire", "enverrons"),
        (" commence la campagne", "commence"),
    ],
)
def test_a_day_that_opens_its_sentence_hangs_on_the_verb_behind_it(after: str, word: str) -> None:
    governor = find_governor_behind(after)
    assert governor is not None
    assert governor.word == word


@pytest.mark.parametrize(
    "text",
    [
        "Le kit remis aux participants paraîtra le 2 décembre 2025",
        "Les actes de la journée seront imprimés le 2 décembre 2025",
        "Parution des actes de la journée : 2 décembre 2025",
        "Remise du rapport de la commission le 2 décembre 2025",
        "Le 2 décembre 2025, la mairie affiche les résultats de la marche",
        "Podcast de la conférence sur Radio Campus le 2 décembre 2025",
    ],
)
def test_what_becomes_of_things_is_no_event_beside_words_of_meetings(text: str) -> None:
    assert [date.role for date in read_dates(text).dates] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe qui publie la revue se réunira le 2 décembre 2025",
        "Le prix sera décerné pendant la soirée le 2 décembre 2025",
        "Les jeunes tricoteront une fresque le 2 décembre 2025",
        "Les actes du séminaire du 2 décembre 2025",
    ],
)
def test_days_of_meetings_beside_words_of_things(text: str) -> None:
    assert [date.role for date in read_dates(text).dates] == ["event"]


@pytest.mark.parametrize("ending", ["e", "ent", "era", "eront", "é", "ée", "és", "er", "ait", "ons"])
@pytest.mark.parametrize(("stem", "family"), [("publi", "become"), ("débarqu", ""), ("rassembl", "meet")])
def test_all_forms_of_a_verb_are_of_its_family(stem: str, family: str, ending: str) -> None:
    verb = find_verb(stem + ending)
    if family:
        assert verb is not None
        assert verb.family == family
    else:
        assert verb is None or verb.family == ""


@given(st.text(alphabet="abcdeilnorstuéàê' ,:.-(", max_size=80))
def test_any_words_can_be_looked_through(lead: str) -> None:
    for governor in (find_governor(lead), find_governor_behind(lead)):
        assert governor is None or 0 <= governor.start < governor.end <= len(lead)
