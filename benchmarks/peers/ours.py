"""Gallery Lens as a library: a call for so many items, and what it found counted."""

import itertools
import sys
from collections import Counter

import msgspec

import gallery_lens as gl

decode, write = msgspec.json.Decoder().decode, msgspec.json.Encoder().encode
count = int(sys.argv[3])
found: Counter[str] = Counter()
with open(sys.argv[1], "rb") as lines:  # noqa: PTH123
    while some := [decode(line) for line in itertools.islice(lines, count)]:
        result = gl.convert(some if count > 1 else some[0], sys.argv[2])
        found.update({code: number for (_, code), number in result.counts.items()})
        sys.stdout.buffer.write(write(result.value) + b"\n")
