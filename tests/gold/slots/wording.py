"""How days, hours and places are written, and the words that agree with the noun of a meeting."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from extract.dates.lexicon import MONTHS, WEEKDAYS

TOWNS: Final = {
    "Lens": "62300",
    "Douai": "59500",
    "Soissons": "02200",
    "Beauvais": "60000",
    "Calais": "62100",
    "Maubeuge": "59600",
    "Creil": "60100",
    "Laon": "02000",
    "Amiens": "80000",
    "Abbeville": "80100",
    "Cambrai": "59400",
    "Denain": "59220",
    "Roubaix": "59100",
    "Saint-Quentin": "02100",
    "Hénin-Beaumont": "62110",
    "Bruay-la-Buissière": "62700",
    "Grande-Synthe": "59760",
    "Noyon": "60400",
    "Péronne": "80200",
    "Hirson": "02500",
    "Liévin": "62800",
    "Boulogne-sur-Mer": "62200",
    "Saint-Omer": "62500",
    "Chauny": "02300",
}
"""Towns of Hauts-de-France with a postcode of theirs."""

HOUSES: Final = (
    ("Maison des associations", "à la "),
    ("espace Mandela", "à l'"),
    ("centre social Les Tilleuls", "au "),
    ("médiathèque Aragon", "à la "),
    ("salle Jean-Moulin", ""),
    ("hôtel de ville", "à l'"),
    ("MJC Prévert", "à la "),
    ("Halle aux Grains", "à la "),
    ("pôle Simone-Veil", "au "),
    ("maison de quartier du Faubourg", "à la "),
    ("gymnase Colette-Besson", "au "),
    ("théâtre du Passage", "au "),
    ("ferme des Templiers", "à la "),
    ("sous-préfecture", "à la "),
    ("café associatif Le Zinc", "au "),
    ("tiers-lieu La Fabrique", "au "),
)
"""Houses, each with the preposition that leads to it."""

STREETS: Final = (
    "12 rue des Lilas",
    "3 place de la République",
    "45 avenue Jean-Jaurès",
    "rue du Général-Leclerc",
    "8 bis rue Pasteur",
    "quai de la Marne",
    "1 boulevard Faidherbe",
)
THEMES: Final = (
    "Aller vers les habitants",
    "La place des femmes dans l'espace public",
    "Lutter contre le non-recours",
    "Les jeunes et le sport",
    "Habiter la ville demain",
    "Parents, école, quartier",
    "La médiation au quotidien",
    "Alimentation et précarité",
    "L'emploi au pied des immeubles",
)
NOUNS: Final = (
    ("journée d'étude", True),
    ("atelier", False),
    ("rencontre du réseau", True),
    ("réunion d'information", True),
    ("formation", True),
    ("matinée d'échanges", True),
    ("petit-déjeuner débat", False),
    ("séminaire", False),
)
"""What meetings are called, and whether the word is feminine."""


@dataclass(frozen=True)
class Noun:
    """What a meeting is called, with the words that agree with it."""

    words: str
    feminine: bool

    def agree(self) -> dict[str, str]:
        """The slots for the noun, its articles and its participles; articles carry the blank behind them, if any."""
        elided = self.words[0] in "aeéiou"
        the = "l'" if elided else "la " if self.feminine else "le "
        of = "de " + the if elided or self.feminine else "du "
        one, e = ("une", "e") if self.feminine else ("un", "")
        return {
            "N": self.words,
            "Le": the[0].upper() + the[1:],
            "le": the,
            "Un": one.capitalize(),
            "un": one,
            "de": of,
            "prog": "programmé" + e,
            "fixe": "fixé" + e,
            "tenu": "tenu" + e,
            "ee": e,
        }


@dataclass(frozen=True)
class Spot:
    """A house with its street and town."""

    house: str
    preposition: str
    street: str
    town: str

    @property
    def at_house(self) -> str:
        """The house as a sentence leads to it: `à la médiathèque Aragon`."""
        return self.preposition + self.house

    @property
    def with_article(self) -> str:
        """The house as a subject: `La médiathèque Aragon de Lens`."""
        article = {"à la ": "La ", "à l'": "L'", "au ": "Le "}.get(self.preposition, "La ")
        return f"{article}{self.house} de {self.town}"

    def in_a_sentence(self) -> list[str]:
        """The ways in which a sentence tells the place."""
        postcode = TOWNS[self.town]
        return [
            f"à {self.town}, {self.house}",
            f"{self.at_house} à {self.town}",
            f"{self.at_house}, {self.street}, {postcode} {self.town}",
            f"{self.at_house} ({self.street}, {self.town})",
            f"à {self.town} ({self.house}, {self.street})",
            f"{self.at_house}, {self.street} à {self.town}",
            f"à {self.town}, {self.at_house}",
        ]

    def as_address(self) -> str:
        """The place on one line, as behind a label."""
        return f"{self.house[0].upper()}{self.house[1:]}, {self.street}, {TOWNS[self.town]} {self.town}"


def choose_spots(chance: random.Random) -> list[Spot]:
    """Three places in three towns."""
    towns = chance.sample(list(TOWNS), 3)
    return [Spot(*chance.choice(HOUSES), chance.choice(STREETS), town) for town in towns]


def write_hour(minutes: int, style: int) -> str:
    """A minute of the day in one of five ways: `9h`, `9h00`, `9 h`, `09:00`, `9 heures`."""
    hour, minute = divmod(minutes, 60)
    if style == 1:
        return f"{hour}h{minute:02d}"
    if style == 3:
        return f"{hour:02d}:{minute:02d}"
    mark, gap = (("h", ""), ("", ""), (" h", " "), ("", ""), (" heures", " "))[style]
    return f"{hour}{mark}{gap}{minute:02d}" if minute else f"{hour}{mark}"


def write_day(day: dt.date, *, weekday: bool, year: bool) -> str:
    """A day written out."""
    words = [WEEKDAYS[day.weekday()]] if weekday else []
    words += ["1er" if day.day == 1 else str(day.day), MONTHS[day.month - 1]]
    return " ".join([*words, str(day.year)] if year else words)


def write_days(days: Sequence[dt.date], *, weekday: bool, year: bool) -> str:
    """Days as a list whose members share their month and their year: `26 mars, 2 et 9 avril 2020`."""
    written: list[str] = []
    for day, following in zip_longest(days, days[1:]):
        words = write_day(day, weekday=weekday, year=False)
        shares_month = following is not None and (following.year, following.month) == (day.year, day.month)
        words = words.rpartition(" ")[0] if shares_month else words
        shares_year = following is not None and following.year == day.year
        written.append(words if shares_year or not year else f"{words} {day.year}")
    return " et ".join(filter(None, (", ".join(written[:-1]), written[-1])))


def as_clock(minutes: int) -> str:
    """A minute of the day as readings tell it: `09:30`."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def fill(phrase: str, slots: dict[str, str]) -> str:
    """A phrase with its slots filled; blanks that two neighbours brought both go."""
    tight = re.sub(r"\{(Le|le|de)\} ", r"{\1}", phrase)
    return re.sub(r"\s+([,.)])", r"\1", tight.format_map(slots)).replace("( ", "(")
