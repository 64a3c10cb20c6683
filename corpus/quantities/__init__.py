"""What surrounds an amount: numbers, units of measure, bounds and periods, and the numbers that are no amounts."""
