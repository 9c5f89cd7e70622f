"""A plan held against the standards, requirement by requirement."""
