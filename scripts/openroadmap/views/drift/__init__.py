"""What became of a promise since it was adopted, in words."""
