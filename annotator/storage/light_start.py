"""sqlite-utils imported without pandas and numpy, for programs that start, do one thing and end.

It imports both where they are installed, only to know what columns their types would need: nothing of theirs is ever
stored here. They take half a second, which every command would start later. Whoever needs them imports them after.
"""

from __future__ import annotations

import sys
from importlib import import_module

_NOT_NEEDED = [name for name in ("pandas", "numpy") if name not in sys.modules]

sys.modules.update(dict.fromkeys(_NOT_NEEDED))  # type: ignore[arg-type] # None: to import it is an ImportError
try:
    import_module("sqlite_utils")
finally:
    for _name in _NOT_NEEDED:
        del sys.modules[_name]
