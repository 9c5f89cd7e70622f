"""How far a plan and all plans are: counts, sentences and pictures."""
