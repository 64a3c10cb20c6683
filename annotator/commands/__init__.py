"""The commands of ``python -m annotator``, by subject: what they parse, call and say. The work is elsewhere."""

import annotator.storage.light_start  # noqa: F401 - before any of them imports sqlite-utils
