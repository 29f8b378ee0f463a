"""Entries: what a page tells of each of its days, as one stretch of lines.

Pages of several days repeat themselves: a heading, a town or a number, the day, its hours, its house and street, and
the same again for the next day. `shapes` says what kind a line is, `leads` how many lines above a day belong to it,
`layout` builds the entries and answers what belongs together, `towns` gives their places the town they tell.
Never enters here: what a place is called, and which event a day is of.
"""
