"""What the schemas declare and we do not read, or not in every kind of item: it is lost as unknown.

Every other declared field has a place in the model, and a rule of its own where it is lost.
"""

from typing import Final

_IMAGE, _VIDEO, _TEXT = "IMAGE", "VIDEO", "TEXT"
_ALL: Final = ("", _IMAGE, _VIDEO, _TEXT)
_ON_A_PAGE: Final = {
    "/settings": (_IMAGE, _VIDEO),
    "/settings/focalPoint": (_VIDEO,),
    "/settings/focalPoint/x": (_VIDEO,),
    "/settings/focalPoint/y": (_VIDEO,),
    "/thumbnail": (_IMAGE,),
    "/alt": (_VIDEO,),
}
#: Read, but told by the rule for unknown fields where they say more than the address does.
_SHOWN: Final = dict.fromkeys(
    (
        *("/image/type", "/video/type", "/secondaryMedia/image/type"),
        *("/text/editorFontId", "/secondaryMedia/text/editorFontId"),
    ),
    _ALL,
)


_OLDER: Final = ("externalId", "width", "height", "source", "type", "posters/*/default")


def _metadata(kinds: tuple[str, ...], *paths: str) -> dict[str, tuple[str, ...]]:
    return {f"/metaData/{path}": kinds for path in paths}


#: The kinds of item in which a path is not read, by dialect; of the component, in its plain spelling.
UNREAD: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "velo": _SHOWN,
    "rest": _SHOWN
    | dict.fromkeys(
        (
            f"{at}/{key}"
            for at in ("/image/imageInfo", "/secondaryMedia/image/imageInfo", "/video/videoInfo/posters/*")
            for key in ("sizeInBytes", "urlExpirationDate")
        ),
        _ALL,
    )
    | dict.fromkeys(("/video/videoInfo/posters/*/filename", "/video/videoInfo/url"), _ALL),
    "frontend": _ON_A_PAGE | dict.fromkeys(("/width", "/height"), _ALL),
    "cms": _ON_A_PAGE | dict.fromkeys(("/fileName", "/id", "/settings/width", "/settings/height"), _ALL),
    "component": {"/html": (_IMAGE, _VIDEO), "/mediaUrl": (_VIDEO, _TEXT), "/metaData": _ALL}
    | _metadata(_ALL, "html", "link/title", "link/targetBlank", "qualities/*/formats")
    | _metadata(_ALL, "sharpParams/L/overrideQuality", "sharpParams/L/overrideUsm")
    | _metadata((_VIDEO, _TEXT), "alt", "focalPoint", "focalPoint/*", "exif", "sharpParams", "sharpParams/L")
    | _metadata((_VIDEO, _TEXT), "sharpParams/L/quality", "sharpParams/L/usm")
    | _metadata((_VIDEO, _TEXT), *(f"sharpParams/L/usm/usm_{each}" for each in "art"))
    | _metadata((_IMAGE, _TEXT), "duration", "qualities", "qualities/*", "posters", "posters/*")
    | _metadata((_IMAGE, _TEXT), *(f"posters/*/{key}" for key in ("url", "width", "height")))
    | _metadata((_IMAGE, _TEXT), *(f"qualities/*/{key}" for key in ("quality", "width", "height")))
    | _metadata((_IMAGE, _TEXT), "qualities/*/formats/*")
    | _metadata((_VIDEO,), "width", "height")
    | _metadata((_TEXT,), "fileName")
    | _metadata((_IMAGE, _VIDEO), "backgroundColor", "editorHtml"),
    "rest-legacy": {"/alt": ("", _VIDEO, _TEXT), "/mediaUrl": (_VIDEO, _TEXT)}
    | dict.fromkeys(("/fileName", "/name", "/isSecure", "/mediaOwner", "/orderIndex"), _ALL)
    | dict.fromkeys(("/link/calculatedUrl", "/link/url", "/photoMetadata/type"), _ALL)
    | dict.fromkeys((f"/videoMetadata/{key}" for key in _OLDER), _ALL)
    | {"/textMetadata/editorFontId": _ALL},
}
