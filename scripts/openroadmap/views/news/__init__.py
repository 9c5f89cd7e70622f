"""What changed: the news of a plan and of the whole site, on pages and in feeds."""
