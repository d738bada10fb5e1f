"""Ids and media addresses that the examples of several rules use: all strict, named and sized."""

from typing import Final

GUID: Final = "5b1c6f0e-3f4d-4c58-9a55-1f0c2d7e8a90"
OTHER_GUID: Final = "c2d81f37-6a0b-4e92-b1f4-7d3e5a9c0b18"

PICTURE_ID: Final = "4d2a9c_0f1e2d3c4b5a69788796a5b4c3d2e1f0~mv2.jpg"
PICTURE: Final = f"wix:image://v1/{PICTURE_ID}/river.jpg#originWidth=1200&originHeight=800"
PICTURE_URL: Final = f"https://static.wixstatic.com/media/{PICTURE_ID}"

VIDEO_ID: Final = "4d2a9c_f0e1d2c3b4a5968778695a4b3c2d1e0f"
POSTER_ID: Final = f"{VIDEO_ID}f000.jpg"
VIDEO: Final = f"wix:video://v1/{VIDEO_ID}/river.mp4#posterUri={POSTER_ID}&posterWidth=1280&posterHeight=720"

OUTSIDE_PICTURE: Final = "https://pictures.example/river.jpg"
OUTSIDE_VIDEO: Final = "https://vimeo.com/76979871"
