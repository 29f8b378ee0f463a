from __future__ import annotations

from extract.records import VenueReading
from tests.warehouse.factory import event, page, related, session, venue
from warehouse.venues import VenueRegister, venue_key

HALL = venue("Béthune", "Hôtel communautaire", "100, avenue de Londres", postcode="62411")


def same(one: VenueReading, two: VenueReading, *others: VenueReading) -> bool:
    register = VenueRegister([one, two, *others])
    return register.id_of(one) == register.id_of(two)


def test_one_place_however_it_is_written() -> None:
    assert same(HALL, venue("BETHUNE", "HOTEL COMMUNAUTAIRE", "100 av. de Londres", postcode="62400"))
    assert same(venue("Saint-Omer", "Mairie"), venue("St Omer", "mairie"))
    assert same(venue("Lille", "IREV"), venue("Lille", "les locaux de l'IREV"))


def test_name_alone_is_the_street_that_carries_it() -> None:
    assert same(HALL, venue("Béthune", "Hôtel communautaire"))


def test_name_alone_is_neither_of_two_streets() -> None:
    other = venue("Béthune", "Hôtel communautaire", "2, place du Beffroi")
    alone = venue("Béthune", "Hôtel communautaire")
    assert len({VenueRegister([HALL, other, alone]).id_of(v) for v in (HALL, other, alone)}) == 3


def test_other_towns_and_numbers_are_other_places() -> None:
    assert not same(venue("Lens", "Mairie"), venue("Douai", "Mairie"))
    assert not same(HALL, venue("Béthune", "Hôtel communautaire", "10, avenue de Londres"))


def test_online_and_nowhere_is_no_place() -> None:
    nowhere = venue(None, mode="online")
    assert VenueRegister([nowhere]).id_of(nowhere) is None
    assert VenueRegister([]).id_of(None) is None


def test_row_takes_the_spelling_that_is_not_in_capitals() -> None:
    shout = venue("BETHUNE", "HÔTEL COMMUNAUTAIRE", "100, avenue de Londres", postcode="62411", code="62119")
    rows = related(page(10, event("Santé et habitat", session("2017-09-07", shout), session("2017-09-08", HALL))))
    (row,) = rows.venues
    assert (row.name, row.city, row.postcode, row.mode) == ("Hôtel communautaire", "Béthune", "62411", "in_person")


def test_key_writes_abbreviations_out() -> None:
    assert venue_key(venue("St Omer", None, "3, bd de la Liberté")) == ("saint omer", "3 boulevard liberte", "")
