"""At what hours each sitting is: whose hours those on the page are, and which of its days they hold for."""
