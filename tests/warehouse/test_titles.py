from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.thresholds import NEAR_TITLE
from warehouse.titles import acronym_of, acronym_of_part, fold, key_score, quoted_keys, title_key, title_score

PTLCD = "Initier et conduire un PTLCD"
PLANS = "Initier et conduire des plans de lutte contre les discriminations"
PLAN = "initier et conduire un plan de lutte contre les discriminations"


def test_fold_drops_accents_case_and_ligatures() -> None:
    assert fold("Mons-en-Barœul, l’ÉGALITÉ !") == "mons en baroeul l egalite"


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Retour sur la journée de qualification « Santé et territoires »", "sante territoire"),
        ("SAVE THE DATE : 12 mars 2024 - Santé et territoires", "sante territoire"),
        ("Les contrats territoriaux", "contrat territorial"),
        ("4ème rencontre nationale des Cités éducatives", "nationale cite educative"),
        ("Webinaire", ""),
        ("Journée du mardi 3 mai", ""),
    ],
)
def test_title_key_keeps_what_tells(title: str, key: str) -> None:
    assert title_key(title) == key


def test_plural_and_article_do_not_make_another_title() -> None:
    assert title_key(PLANS) == title_key(PLAN)


def test_quotation_is_compared_with_the_whole_title() -> None:
    assert quoted_keys("Inscriptions : « Santé mentale et quartiers » le 3 mai") == ("sante mentale quartier",)
    assert title_score("La journée du réseau : « Santé mentale et quartiers »", "Santé mentale et quartiers") == 100


def test_contained_title_is_near_only_with_enough_telling_words() -> None:
    assert (
        title_score("Mesure territoriale des discriminations", "Mesure territoriale des discriminations : outils") >= 95
    )
    assert title_score("Santé", "Santé mentale et précarité dans les quartiers") < NEAR_TITLE


def test_empty_keys_are_near_to_nothing() -> None:
    assert title_score("Webinaire", "Webinaire") == 0
    assert key_score("", "sante") == 0


def test_other_titles_are_not_near() -> None:
    assert title_score("Santé mentale et politique de la ville", "Emploi et politique de la ville") < NEAR_TITLE


def test_acronym_stands_for_its_words() -> None:
    assert acronym_of(title_key(PTLCD), title_key(PLAN))
    assert not acronym_of(title_key(PLAN), title_key(PTLCD))


@pytest.mark.parametrize("short", ["initier conduire pnrqad", "initier conduire", "suivre conduire ptlcd", "ptlcd"])
def test_acronym_of_other_words_or_in_another_title_is_none(short: str) -> None:
    assert not acronym_of(short, title_key(PLAN))


def test_two_telling_words_of_three_are_near_and_one_is_not() -> None:
    assert title_score("Égalité en santé : la synthèse est disponible", "Égalité en santé") >= NEAR_TITLE
    assert title_score("Santé", "Santé disponible") < NEAR_TITLE


def test_ordinals_name_the_edition_and_not_the_title() -> None:
    assert title_key("Développement urbain, deuxième édition") == title_key("Développement urbain")


def test_acronym_of_a_part() -> None:
    assert acronym_of_part("ptlcd", title_key(PLAN))
    assert not acronym_of_part("ptlcd", "initier conduire projet urbain")
    assert not acronym_of_part("plan", title_key(PLAN))
    assert not acronym_of_part("deux mots", title_key(PLAN))


@given(st.text(max_size=60))
def test_key_of_a_key_is_itself_made_of_telling_words(title: str) -> None:
    key = title_key(title)
    assert set(key.split()) >= set(title_key(key).split())
    assert key == fold(key)


@given(st.text(max_size=40), st.text(max_size=40))
def test_score_is_symmetric_and_bounded(left: str, right: str) -> None:
    assert title_score(left, right) == pytest.approx(title_score(right, left))
    assert 0 <= title_score(left, right) <= 100
