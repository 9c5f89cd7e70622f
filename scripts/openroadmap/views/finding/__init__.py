"""Ways to a commitment among many: the list with its filters, and the search."""
