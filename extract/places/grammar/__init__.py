"""How a place is written: streets, postcodes, houses, rooms, verbs of meeting, and phrases made of them."""
