"""Where venues are looked for: each module knows one way in which pages say where people meet.

Never enters here: which day a venue belongs to (`extract.events.venues`).
"""
