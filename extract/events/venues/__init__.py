"""Where each sitting is: which of the venues on the page belongs to which day."""
