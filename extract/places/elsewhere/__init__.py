"""Places where nobody meets: of senders, guests, speakers, former plans, and what a programme only tells of."""
