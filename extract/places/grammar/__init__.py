"""How a place is written: streets, postcodes, houses, rooms, verbs of meeting, and phrases made of them.

Never enters here: where in a page to look (`search`).
"""
