"""The door through which spiders reach the one definition of an address (spiders may not import extraction)."""

from extract.addresses import canonical_address, node_id_of, page_id_of

__all__ = ["canonical_address", "node_id_of", "page_id_of"]
