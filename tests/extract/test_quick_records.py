"""Records that are made quickly are the records of their class."""

import copy
import datetime as dt
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from extract.quick_records import quick_maker
from extract.records import DateReading, Place

DAY = dt.date(2021, 3, 12)


@dataclass(frozen=True, slots=True)
class Listed:
    name: str
    items: list[int] = field(default_factory=list)


def test_a_record_made_quickly_is_the_one_that_its_class_makes() -> None:
    values = ("12 mars", DAY, DAY, None, None, "day", "event", "written", 0.99, ("x",), Place(1, 8), "day")
    made = quick_maker(DateReading)(*values)  # type: ignore[arg-type]
    assert type(made) is DateReading
    assert made == DateReading(*values)  # type: ignore[arg-type]
    assert hash(made) == hash(DateReading(*values))  # type: ignore[arg-type]
    assert repr(made) == repr(DateReading(*values))  # type: ignore[arg-type]
    assert replace(made, rule="other").rule == "other"
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made


def test_a_record_made_quickly_does_not_change() -> None:
    made = quick_maker(Place)(1, end=2)
    assert made == Place(1, 2, None, None)
    with pytest.raises(FrozenInstanceError):
        made.start = 3  # type: ignore[misc]


def test_what_a_record_holds_by_default_is_its_own() -> None:
    make = quick_maker(Listed)
    make("first").items.append(1)
    assert make("second").items == []
