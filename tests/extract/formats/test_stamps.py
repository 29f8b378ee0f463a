"""Publication and modification stamps: a strict reader of machine-made lines."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.formats import read_format
from extract.formats.stamps import find_stamps, parse_iso_moment


@pytest.mark.parametrize(
    ("text", "value", "modified"),
    [
        ("Publié le 29 septembre 2021", "2021-09-29 00:00", False),
        ("Publié le 16/10/2023", "2023-10-16 00:00", False),
        ("Publiée le mercredi 29 septembre 2021 à 10h50", "2021-09-29 10:50", False),
        ("Mis à jour le 24/06/2016", "2016-06-24 00:00", True),
        ("URL de la source (modifié le 08/12/2017 - 11:55): https://irev.fr/node/1", "2017-12-08 11:55", True),
        ("Dernière mise à jour : 1er août 2020", "2020-08-01 00:00", True),
        ("Mis en ligne le 3 févr. 2019", "2019-02-03 00:00", False),
        ("Publié par Anne Martin le 5 mai 2020", "2020-05-05 00:00", False),
        ("Soumis par admin le mer, 29/09/2021 - 10:00", "2021-09-29 10:00", False),
        ("Date de publication : 04.07.18", "2018-07-04 00:00", False),
        ("Publié le 2021-09-29", "2021-09-29 00:00", False),
        ("PUBLIÉ LE 3 DÉCEMBRE 2022", "2022-12-03 00:00", False),
        ("Publié le 3 mars 2020, par La rédaction", "2020-03-03 00:00", False),
        ("(liste mise à jour le 14/02/2024)", "2024-02-14 00:00", True),
        ("Livret d'accueil mis à jour le 2 mai 2023", "2023-05-02 00:00", True),
        ("Site tenu par Annie. Dernière mise à jour : 12/06/2021", "2021-06-12 00:00", True),
        ("Tous droits réservés · MAJ le 12/02/2024", "2024-02-12 00:00", True),
    ],
)
def test_stamps(text: str, value: str, modified: bool) -> None:
    (found,) = find_stamps(text)
    assert (found.value, found.modified) == (dt.datetime.fromisoformat(value), modified)
    assert text[found.start : found.end][-1].isalnum()


def test_two_stamps_of_one_line() -> None:
    first, second = find_stamps("Publié le 3 mars 2020 - Mis à jour le 5 avril 2020")
    assert (first.modified, second.modified) == (False, True)
    assert (first.value.month, second.value.month) == (3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Publié le 12 mars 2020 par l'observatoire, ce rapport montre que les écarts se creusent dans les quartiers.",
        "Le rapport publié le 12 mars 2020",
        "Publié le 31 février 2020",
        "Publié le 12 brumaire 2020",
        "Publié le 45/13/2020",
        "La journée du 12 mars 2020",
        "Publié prochainement",
        "La convention modifiée le 2 juin 2019",
        "Le calendrier a été mis à jour le 3 mars 2020 par les membres du comité technique réunis à Lens",
        "",
    ],
)
def test_what_is_no_stamp(text: str) -> None:
    assert find_stamps(text) == ()


def test_the_stamp_of_a_listed_page_is_not_that_of_the_listing() -> None:
    entries = "".join(
        f"<div class='v'><h3><a href='/{n}'>Une page de la liste</a></h3><p>Publié le {n} mars 2020</p></div>"
        for n in (1, 2, 3)
    )
    page = f"<html><body><h1>Actualités</h1><div>{entries}</div><p>Mis à jour le 9 mars 2020</p></body></html>"
    document = read_format(page.encode(), None, None)
    assert document.published is None
    assert document.modified is not None
    assert document.modified.value.day == 9
    assert document.text[document.modified.start : document.modified.end] == "9 mars 2020"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-09-29T10:50:00+02:00", dt.datetime(2021, 9, 29, 10, 50)),
        ("2021-09-29", dt.datetime(2021, 9, 29)),
        ("2021-13-29", None),
        ("29/09/2021", None),
    ],
)
def test_iso_moments(text: str, expected: dt.datetime | None) -> None:
    assert parse_iso_moment(text) == expected
