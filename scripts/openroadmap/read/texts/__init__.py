"""Checks on what people type into texts: located faults, without a verdict on how grave."""
