"""What a page states of an event besides days and places: for whom, how many, by whom and with whom, how to sign up."""
