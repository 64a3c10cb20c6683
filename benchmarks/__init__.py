"""What we measure: each module is one command, ``python -m benchmarks.NAME``."""
