"""The quickest JSON codec and the converter by hand; nothing is checked."""

import msgspec

from plain import run

run(msgspec.json.Decoder().decode, msgspec.json.Encoder().encode, lambda item: [])
