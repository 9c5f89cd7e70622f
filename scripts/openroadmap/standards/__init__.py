"""The standards a plan is held against, as data: packs of requirements and their loader."""
