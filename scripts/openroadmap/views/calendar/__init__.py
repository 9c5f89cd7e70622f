"""What is coming, and when."""
