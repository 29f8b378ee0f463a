"""At what hours each sitting is: whose hours those on the page are, and which of its days they hold for.

Never enters here: how an hour is written (`extract.dates`), and which day is a sitting (`days`).
"""
