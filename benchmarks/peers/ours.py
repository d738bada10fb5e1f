"""Gallery Lens as a library: one call per line, and what it found counted."""

import sys
from collections import Counter

import msgspec

import gallery_lens as gl

decode, write = msgspec.json.Decoder().decode, msgspec.json.Encoder().encode
found: Counter[str] = Counter()
with open(sys.argv[1], "rb") as lines:  # noqa: PTH123
    for line in lines:
        result = gl.convert(decode(line), sys.argv[2])
        found.update(each.code for each in result.diagnostics)
        sys.stdout.buffer.write(write(result.value) + b"\n")
