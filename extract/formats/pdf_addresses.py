"""Printed lines that are parts of an address: each stands by itself, however short the lines around it are."""

from __future__ import annotations

import re

from extract.formats.pdf_headings import leads_on

_ADDRESS = re.compile(
    r"(?:\d{5} [A-ZÀ-ÝŒ][^.;:]{1,40}|\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|"
    r"route|all[ée]e|impasse|square|cours|chauss[ée]e|esplanade)\s[^.;:]{2,50})$",
    re.IGNORECASE,
)
# A street without a number, and nothing else on its line: `place du Général Leclerc`.
_NAMED_STREET = re.compile(
    r"(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]hemin|[Rr]oute|[Aa]ll[ée]e|[Ii]mpasse|[Ss]quare|[Ee]splanade|"
    r"[Pp]arvis)(?:\s(?:de|du|des|la|le|les|et|en|sur|au|aux)(?=\s)|\s(?:[dl]['’])?[A-ZÀ-ÝŒ0-9][\w'’.-]*)+"
    r"(?:,?\s(?:à\s)?[A-ZÀ-ÝŒ][\w'’-]+)?"
)
_BREAKS_OFF = re.compile(
    r"(?:,|[–—:-]|,\s\d{1,4}(?:\s?(?:bis|ter))?|\b(?:le|la|les|l['’]|du|de|des|d['’]|au|aux|à|et|ou|en|sur|vers|par|sa|"
    r"cette|une|nouvelle|grande))$",
    re.IGNORECASE,
)
_RANK_LAST = re.compile(
    r"\s(?:abb[ée]|g[ée]n[ée]ral|mar[ée]chal|docteur|dr|pr[ée]sident|cardinal|capitaine|colonel|commandant|professeur|"
    r"saint|sainte|de|du|des|de la|le|la|les)$",
    re.IGNORECASE,
)
# The line ends with a number and the kind of way, what it is called stands on the next one: `…, 16 place`.
_WAY_LAST = re.compile(
    r"(?:^|[\s,(])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|route|all[ée]e|impasse|"
    r"square|cours|chauss[ée]e|esplanade)$",
    re.IGNORECASE,
)
# A postcode that ends its line leads to its town on the next one.
_POSTCODE_LAST = re.compile(r"[,–-]\s?\d{5}$")
# The rest of a street before its postcode: `242 boulevard Albert` / `Schweitzer, 62110 Hénin-Beaumont`.
_STREET_LAST = re.compile(
    r"\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|quai|chemin|route|all[ée]e|impasse|square|cours)"
    r"(?:\s[\w'’-]+){1,4}$",
    re.IGNORECASE,
)
_REST_OF_STREET = re.compile(r"[A-ZÀ-ÝŒ][\w'’-]+(?:\s[A-ZÀ-ÝŒ][\w'’-]+)?(?:,|\s[–-])\s\d{5}\s[A-ZÀ-ÝŒ]")


def is_address(words: str) -> bool:
    """Whether a short line is a street with its number, or a postcode with its town."""
    return _ADDRESS.match(words) is not None


def breaks_off(words: str) -> bool:
    """Whether a street breaks off before its name, or a postcode before its town: `16 place`, `rue Haute, 59163`."""
    if _POSTCODE_LAST.search(words[-8:]) is not None:
        return True
    return (is_address(words) and _RANK_LAST.search(words) is not None) or _WAY_LAST.search(words[-24:]) is not None


def goes_on_with(before: str, line: str) -> bool:
    """Whether an address that breaks off goes on with a line, or its street with the last word and the postcode."""
    return breaks_off(before) or is_rest_of_street(before, line)


def is_rest_of_street(before: str, line: str) -> bool:
    """Whether a line is the last word of the street that ends the one before it, with its postcode and town."""
    return _REST_OF_STREET.match(line) is not None and _STREET_LAST.search(before) is not None


def are_parts_of_address(before: str, line: str) -> bool:
    """Whether a line is a street or a town below a line that is complete, or stands below a complete street."""
    if _NAMED_STREET.fullmatch(line):
        return _BREAKS_OFF.search(before) is None
    if _NAMED_STREET.fullmatch(before) and not leads_on(before) and line[:1].isupper():
        return True
    return is_address(line) and not before.endswith((",", "–", "-", ":"))
