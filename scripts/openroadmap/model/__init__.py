"""The typed records of each kind. Knows neither files nor the clock."""
