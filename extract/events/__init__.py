"""Events out of dates, venues, territories and themes: which days are sessions of what, where, and in which cycle.

`kinds` says what a page is, `clues` what it offers to date a day without a year, `naming` what an event is called and
which cycle it belongs to, `sessions` makes days into sittings, `mentions` reads earlier editions, `details` the rest.
"""
