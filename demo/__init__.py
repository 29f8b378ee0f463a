"""DEMO: a small replica of the site on loopback, for the first run and for the tests.

What lives here: pages as data (`pages/`, changed over time by `states/`), brochures (`documents/`), the markup that
turns them into what Drupal 7 serves, the server, the truth about it all written by hand (`truth/`), and the score of
any reading against that truth. Never enters here: an import from the other folders; the replica must stay a witness
that does not know how it is read.
"""
