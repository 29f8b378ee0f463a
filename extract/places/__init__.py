"""Where: territories and venues read out of a document, with their codes.

`gazetteer` finds names and says what they mean, `grammar` knows how a place is written, `search` looks for venues in
each of the ways in which pages tell them, `towns` says where a place without a town is, `elsewhere` which places are
none of the meeting. `territories` and `venues` are the doors. They share one survey of the document, so that asking
for both costs as much as asking for one. The names are handed in as `Knowledge`; nothing here loads them.
Never enters here: days, and which of them a place belongs to (`extract.events`).
"""

from extract.places.territories import at_year, find_places, find_territories
from extract.places.venues import find_home, find_layout, find_venues

__all__ = ["at_year", "find_home", "find_layout", "find_places", "find_territories", "find_venues"]
