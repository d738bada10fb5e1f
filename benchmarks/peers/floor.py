"""The floor: the quickest JSON codec reads every line and writes it again; nothing is converted."""

import sys

import msgspec

read, write = msgspec.json.Decoder().decode, msgspec.json.Encoder().encode
with open(sys.argv[1], "rb") as lines:  # noqa: PTH123
    for line in lines:
        sys.stdout.buffer.write(write(read(line)) + b"\n")
