"""Where: territories and venues read out of a document, with their codes.

The gazetteer is handed in as `Knowledge`; nothing here loads it, and no rule here knows a page. Both doors share
one survey of the document, so that asking for both costs as much as asking for one.
"""

from extract.places.territories import at_year, find_places, find_territories
from extract.places.venues import find_home, find_venues

__all__ = ["at_year", "find_home", "find_places", "find_territories", "find_venues"]
