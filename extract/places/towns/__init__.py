"""The town of a place that is named without one, by what else the page tells."""
