"""The behaviour of an address in a browser, as far as its scheme determines it."""

from typing import Final

#: The schemes that make a browser run or show what stands in the address itself.
UNSAFE: Final = ("javascript", "data", "vbscript")

#: What a browser takes off both ends of an address (C0 controls and the blank), and out of its middle.
_ENDS: Final = "".join(map(chr, range(0x21)))
_BREAKS: Final = str.maketrans("", "", "\t\n\r")


def unsafe_scheme(address: str) -> str | None:
    """Return which of ``UNSAFE`` a browser takes for the scheme of *address*, or None.

    In any case of letters, with blanks and control characters before it, and with tabs and line ends
    anywhere in it. Source: the URL standard of the WHATWG.
    """
    scheme, colon, _ = address.partition(":")
    if not colon:
        return None
    said = scheme.lstrip(_ENDS).translate(_BREAKS).lower()
    return said if said in UNSAFE else None
