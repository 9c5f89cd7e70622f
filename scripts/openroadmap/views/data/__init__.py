"""The open data in words: what is there, in which tables and columns."""
