"""What a page states of an event besides days and places: for whom, how many, by whom and with whom, how to sign up.

Never enters here: days, hours and places; where nothing is stated, nothing is guessed.
"""
