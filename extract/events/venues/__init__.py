"""Where each sitting is: which of the venues on the page belongs to which day.

Never enters here: how a place is written or found (`extract.places`).
"""
