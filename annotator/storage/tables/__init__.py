"""The SQL of the longer migrations, for ``schema`` to run. What was shipped here is never edited."""
