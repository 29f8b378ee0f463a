"""What the page is about: its kind, its sections, what its events are called, and what it states of them."""
