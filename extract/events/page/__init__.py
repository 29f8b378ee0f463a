"""What the page is about: its kind, its sections, its events and their names, and the series they belong to.

Never enters here: one sitting: its day, its hours, its place, its state.
"""
