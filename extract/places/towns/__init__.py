"""The town of a place that is named without one, by what else the page tells.

Never enters here: places that name their town.
"""
