"""Names of territories: where they stand, whether they are places there, which one they mean, and in what role.

Never enters here: the names themselves (`Knowledge` brings them), and houses and streets (`grammar`).
"""
