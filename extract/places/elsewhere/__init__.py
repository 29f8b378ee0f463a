"""Places where nobody meets: of senders, guests, speakers, former plans, and what a programme only tells of.

Never enters here: finding a place; these rules only set aside what others found.
"""
