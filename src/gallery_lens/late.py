"""Regular expressions that are compiled when they are used for the first time.

Compiling one takes longer than importing a small module, and a single run needs few of them.
"""

import re
from typing import Any, AnyStr, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a replacement of ``re.compile(pattern, flags)`` that is compiled at first use."""
    return cast(re.Pattern[AnyStr], _LazyPattern(pattern, flags))


class _LazyPattern:
    def __init__(self, pattern: Any, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        pattern: Any = re.compile(*self._given)
        found = getattr(pattern, name)
        setattr(self, name, found)  # from now on it is found without us
        return found
