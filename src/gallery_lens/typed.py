"""Types of items, galleries and findings as plain dicts, as the JSON Schemas describe them.

Made by ``docs/typed.py``. Every key may be missing but those that are ``Required``. Keys that nobody declares
are welcome in what is read; a type checker allows them only in a plain dict.
"""

from typing import Any, Literal, Required, TypedDict


class VeloLink(TypedDict, total=False):
    """Where a click on the item leads.

    From the REST and Velo references.
    """

    #: The words shown for the link
    text: str | None
    #: The address, absolute or relative to the site
    url: str | None
    #: Where the address opens: _blank, _self, _top and the like
    target: str | None
    #: UNDEFINED, EXTERNAL or INTERNAL; other words pass
    type: str | None
    #: nofollow, noopener, noreferrer or sponsored, or several of them
    rel: str | list[str] | None
    #: A link to a page, anchor, document, address and so on, as a free object
    wixLinkData: dict[str, Any] | None


class VeloTags(TypedDict, total=False):
    """The words that the item is filed under.

    From the REST and Velo references.
    """

    #: The words, in no special order; the same word may stand there twice
    values: list[str] | None


class VeloText(TypedDict, total=False):
    """The text branch, of a TEXT item.

    From the REST and Velo references.
    """

    #: The text as HTML; needed when a text item is created
    html: str | None
    #: How the text looks, as free key-value pairs; seen: backgroundColor, googleFonts, width, height,
    #: padding, ratio, canvasLayout, textVerticalAlignment
    css: dict[str, Any] | None
    #: The text as the Wix editor keeps it; internal to Wix
    editorHtml: str | None
    #: The font as the Wix editor names it; internal to Wix
    editorFontId: str | None


class VeloFocalPoint(TypedDict, total=False):
    """The spot that stays visible when the picture is cropped.

    Missing from recorded answers of the live API.
    """

    #: Distance from the left as a fraction of the width, 0 to 1 in all examples; no range is documented
    x: float | str | None
    #: Distance from the top as a fraction of the height, 0 to 1 in all examples; no range is documented
    y: float | str | None


class VeloUnsharpMasking(TypedDict, total=False):
    """How the picture is sharpened.

    From the REST and Velo references.
    """

    #: Strength of the sharpening, 0 to 5
    amount: float | str | None
    #: Radius of the sharpening in pixels, 0 or more
    radius: float | str | None
    #: Least difference of shade that is sharpened, 0 to 1
    threshold: float | str | None


class VeloImage(TypedDict, total=False):
    """The image branch, of an IMAGE item.

    From the Velo reference.
    """

    #: The spot that stays visible when the picture is cropped
    focalPoint: VeloFocalPoint | None
    #: What the camera recorded, as free key-value pairs; the values are text in all examples
    exif: dict[str, Any] | None
    #: Quality at which the picture is served, in percent, 30 to 100
    quality: int | None
    #: How the picture is sharpened
    unsharpMasking: VeloUnsharpMasking | None
    #: Where the picture is kept
    type: Literal["UNDEFINED", "WIX_MEDIA", "EXTERNAL"] | None
    #: The picture's address: wix:image:// text with id, name and size in pixels, or an https address
    imageInfo: str | None


class VeloVideo(TypedDict, total=False):
    """The video branch, of a VIDEO item.

    From the Velo reference.
    """

    #: Where the video is kept
    type: Literal["UNDEFINED", "WIX_MEDIA", "YOUTUBE", "VIMEO"] | None
    #: Length in milliseconds
    durationInMillis: int | None
    #: The older name of the length in milliseconds: text of digits in the REST examples, a number in the
    #: Velo examples
    duration: float | str | None
    #: The video's address: wix:video:// text with id, name and poster, or an https address of YouTube or
    #: Vimeo
    videoInfo: str | None


class VeloSecondaryMedia(TypedDict, total=False):
    """What is shown while the pointer rests on the item.

    In the SDK's types and transformations, in no public document.
    """

    #: A picture, held like the image branch of an item
    image: VeloImage | None
    #: A text, held like the text branch of an item
    text: VeloText | None


class VeloItem(TypedDict, total=False):
    """An item as wix-pro-gallery-backend and the JavaScript SDK hold it.

    Underscored ids and dates, media as text. What is read; unknown keys are welcome at every level.
    Dates are Date objects there, and their JSON text here.
    """

    #: The item's title; no length limit is documented
    title: str | None
    #: The item's description; no length limit is documented
    description: str | None
    #: Place among the items of the gallery, shown in ascending order; the server's default is the time of
    #: creation
    sortOrder: float | str | None
    #: Which branch the item holds
    type: Literal["UNDEFINED", "IMAGE", "VIDEO", "TEXT"]
    #: Where a click on the item leads
    link: VeloLink | None
    #: The words that the item is filed under
    tags: VeloTags | None
    #: The text branch, of a TEXT item
    text: VeloText | None
    #: The item's id, a GUID as a rule; some documented ids are not
    _id: str | None
    #: When the item was made
    _createdDate: str | None
    #: When the item was last changed
    _updatedDate: str | None
    #: The image branch, of an IMAGE item
    image: VeloImage | None
    #: The video branch, of a VIDEO item
    video: VeloVideo | None
    #: What is shown while the pointer rests on the item
    secondaryMedia: VeloSecondaryMedia | None


class VeloGallery(TypedDict, total=False):
    """A gallery as wix-pro-gallery-backend and the JavaScript SDK hold it.

    What is read; unknown keys are welcome at every level.
    """

    #: The gallery's name; missing from recorded answers of the live API
    name: str | None
    #: How many items the whole gallery has, whatever part of it is in items
    totalItems: int | None
    #: Place among the galleries of the site
    sortOrder: float | str | None
    #: The gallery's id, a GUID as a rule
    _id: str | None
    #: When the gallery was made
    _createdDate: str | None
    #: The items of the page that was asked for, at most 50 unless more were asked for; empty in events
    items: list[VeloItem] | None


class RestLink(TypedDict, total=False):
    """Where a click on the item leads.

    From the REST and Velo references.
    """

    #: The words shown for the link
    text: str | None
    #: The address, absolute or relative to the site
    url: str | None
    #: Where the address opens: _blank, _self, _top and the like
    target: str | None
    #: UNDEFINED, EXTERNAL or INTERNAL; other words pass
    type: str | None
    #: nofollow, noopener, noreferrer or sponsored, or several of them
    rel: str | list[str] | None
    #: A link to a page, anchor, document, address and so on, as a free object
    wixLinkData: dict[str, Any] | None


class RestTags(TypedDict, total=False):
    """The words that the item is filed under.

    From the REST and Velo references.
    """

    #: The words, in no special order; the same word may stand there twice
    values: list[str] | None


class RestText(TypedDict, total=False):
    """The text branch, of a TEXT item.

    From the REST and Velo references.
    """

    #: The text as HTML; needed when a text item is created
    html: str | None
    #: How the text looks, as free key-value pairs; seen: backgroundColor, googleFonts, width, height,
    #: padding, ratio, canvasLayout, textVerticalAlignment
    css: dict[str, Any] | None
    #: The text as the Wix editor keeps it; internal to Wix
    editorHtml: str | None
    #: The font as the Wix editor names it; internal to Wix
    editorFontId: str | None


class RestFocalPoint(TypedDict, total=False):
    """The spot that stays visible when the picture is cropped.

    Missing from recorded answers of the live API.
    """

    #: Distance from the left as a fraction of the width, 0 to 1 in all examples; no range is documented
    x: float | str | None
    #: Distance from the top as a fraction of the height, 0 to 1 in all examples; no range is documented
    y: float | str | None


class RestUnsharpMasking(TypedDict, total=False):
    """How the picture is sharpened.

    From the REST and Velo references.
    """

    #: Strength of the sharpening, 0 to 5
    amount: float | str | None
    #: Radius of the sharpening in pixels, 0 or more
    radius: float | str | None
    #: Least difference of shade that is sharpened, 0 to 1
    threshold: float | str | None


class RestImageInfo(TypedDict, total=False):
    """The picture.

    Needed when an image item is created.
    """

    #: The Media Manager's id, such as a hash with ~mv2.jpg behind it
    id: str | None
    #: Where the picture can be fetched, as a rule https://static.wixstatic.com/media/ and the id
    url: str | None
    #: What the picture shows, in words
    altText: str | None
    #: The file's name; recorded answers repeat the id here
    filename: str | None
    #: Width of the original in pixels
    width: int | None
    #: Height of the original in pixels
    height: int | None
    #: Anything; null in the documented examples, which show it inside posters only
    urlExpirationDate: Any
    #: Anything; null in the documented examples, which show it inside posters only
    sizeInBytes: Any


class RestImage(TypedDict, total=False):
    """The image branch, of an IMAGE item.

    From the REST reference.
    """

    #: The spot that stays visible when the picture is cropped
    focalPoint: RestFocalPoint | None
    #: What the camera recorded, as free key-value pairs; the values are text in all examples
    exif: dict[str, Any] | None
    #: Quality at which the picture is served, in percent, 30 to 100
    quality: int | None
    #: How the picture is sharpened
    unsharpMasking: RestUnsharpMasking | None
    #: Where the picture is kept
    type: Literal["UNDEFINED", "WIX_MEDIA", "EXTERNAL"] | None
    #: The picture
    imageInfo: RestImageInfo | None


class RestResolution(TypedDict, total=False):
    """One encoding of a video."""

    #: Where this encoding can be fetched
    url: str | None
    #: The container, such as mp4; Youtube for a YouTube page
    format: str | None
    #: The size class, such as 1080p
    quality: str | None
    #: The file's name
    filename: str | None
    #: Width in pixels; 0 for a YouTube page
    width: int | None
    #: Height in pixels; 0 for a YouTube page
    height: int | None


class RestVideoInfo(TypedDict, total=False):
    """The video.

    Needed when a video item is created.
    """

    #: The Media Manager's id; empty text for YouTube and Vimeo in the documented example
    id: str | None
    #: For YouTube and Vimeo the page's address, needed when an item is created; for other videos the best
    #: mp4
    url: str | None
    #: The file's name
    filename: str | None
    #: The encodings of the video, at most 100; for YouTube a single one without size
    resolutions: list[RestResolution] | None
    #: Still pictures shown before the video plays, up to four for videos kept at Wix
    posters: list[RestImageInfo] | None


class RestVideo(TypedDict, total=False):
    """The video branch, of a VIDEO item.

    From the REST reference.
    """

    #: Where the video is kept
    type: Literal["UNDEFINED", "WIX_MEDIA", "YOUTUBE", "VIMEO"] | None
    #: Length in milliseconds
    durationInMillis: int | None
    #: The older name of the length in milliseconds: text of digits in the REST examples, a number in the
    #: Velo examples
    duration: float | str | None
    #: The video
    videoInfo: RestVideoInfo | None


class RestSecondaryMedia(TypedDict, total=False):
    """What is shown while the pointer rests on the item.

    In the SDK's types and transformations, in no public document.
    """

    #: A picture, held like the image branch of an item
    image: RestImage | None
    #: A text, held like the text branch of an item
    text: RestText | None


class RestItem(TypedDict, total=False):
    """An item as the REST API v2 sends it: plain ids and dates, media as objects.

    What is read; unknown keys are welcome at every level.
    """

    #: The item's title; no length limit is documented
    title: str | None
    #: The item's description; no length limit is documented
    description: str | None
    #: Place among the items of the gallery, shown in ascending order; the server's default is the time of
    #: creation
    sortOrder: float | str | None
    #: Which branch the item holds
    type: Literal["UNDEFINED", "IMAGE", "VIDEO", "TEXT"]
    #: Where a click on the item leads
    link: RestLink | None
    #: The words that the item is filed under
    tags: RestTags | None
    #: The text branch, of a TEXT item
    text: RestText | None
    #: The item's id, a GUID as a rule; some documented ids are not
    id: str | None
    #: When the item was made
    createdDate: str | None
    #: When the item was last changed
    updatedDate: str | None
    #: The image branch, of an IMAGE item
    image: RestImage | None
    #: The video branch, of a VIDEO item
    video: RestVideo | None
    #: What is shown while the pointer rests on the item
    secondaryMedia: RestSecondaryMedia | None


class RestGallery(TypedDict, total=False):
    """A gallery as the REST API v2 sends it, without the object around it.

    What is read; unknown keys are welcome at every level.
    """

    #: The gallery's name; missing from recorded answers of the live API
    name: str | None
    #: How many items the whole gallery has, whatever part of it is in items
    totalItems: int | None
    #: Place among the galleries of the site
    sortOrder: float | str | None
    #: The gallery's id, a GUID as a rule
    id: str | None
    #: When the gallery was made
    createdDate: str | None
    #: The items of the page that was asked for, at most 50 unless more were asked for; empty in events
    items: list[RestItem] | None


class FrontendFocalPoint(TypedDict, total=False):
    """The spot that stays visible when the picture is cropped."""

    #: Distance from the left as a fraction of the width, 0 to 1
    x: float | None
    #: Distance from the top as a fraction of the height, 0 to 1
    y: float | None


class FrontendSettings(TypedDict, total=False):
    """How the picture is shown.

    Undocumented; read and given by the Pro Gallery.
    """

    #: The spot that stays visible when the picture is cropped
    focalPoint: FrontendFocalPoint | None


class FrontendItem(TypedDict, total=False):
    """An item as code on a page gives it to $w.Gallery or gets it from there.

    What is read; unknown keys are welcome at every level.
    """

    #: image or video, in any mixture of upper and lower case: reading shows Image, writing documents image
    type: str
    #: The item's id on the page: a GUID, a media id or a title made fit for an address
    slug: str | None
    #: The media address: wix:image:// or wix:video:// text, the older image:// text, or an https address
    src: str | None
    #: The item's title
    title: str | None
    #: The item's description; the $w reference says that it is cut after 100 characters
    description: str | None
    #: Where a click on the item leads, absolute or relative to the site
    link: str | None
    #: Address of the still picture shown before a video plays
    thumbnail: str | None
    #: What the picture shows, in words
    alt: str | None
    #: Where the link opens: _blank or _self
    target: str | None
    #: Width of the original in pixels
    width: float | None
    #: Height of the original in pixels
    height: float | None
    #: How the picture is shown
    settings: FrontendSettings | None


class FrontendViewItem(TypedDict, total=False):
    """What we write for $w.Gallery from an item of a backend.

    Closed: nothing else is ever written, and null and empty text are left out.
    """

    #: What the item shows, in lower case as the $w reference writes it
    type: Required[Literal["image", "video"]]
    #: The id that the item has in the backend
    slug: str
    #: The media text of the backend, or the one built from its media object; or an http(s) address
    src: Required[str]
    #: The item's title
    title: str
    #: The item's description, whole, however long it is
    description: str
    #: Where a click on the item leads, absolute or relative to the site
    link: str
    #: Address of the poster named in the video's media text
    thumbnail: str


class ComponentLink(TypedDict, total=False):
    """Where a click on the item leads."""

    #: The address, absolute or relative to the site
    url: str | None
    #: The words shown for the link
    text: str | None
    #: The title of the link
    title: str | None
    #: Where the address opens; _blank if it is missing
    target: str | None
    #: Whether the address opens in a new window; an older form of target
    targetBlank: bool | None
    #: web for an address, also if it is missing; wix for a link that only the host page can follow
    type: str | None
    #: What the host page needs to follow a link of type wix
    data: dict[str, Any] | None


class ComponentUsm(TypedDict, total=False):
    """How the picture is sharpened."""

    #: Strength of the sharpening; the backend's range of 0 to 5
    usm_a: float | None
    #: Radius of the sharpening in pixels, 0 or more
    usm_r: float | None
    #: Least difference of shade that is sharpened; the backend's range of 0 to 1
    usm_t: float | None


class ComponentL(TypedDict, total=False):
    """The same for large pictures, the only size that an item sets."""

    #: Quality at which the picture is served, in percent; the backend's range of 30 to 100
    quality: int | None
    #: Whether the quality here holds instead of the gallery's
    overrideQuality: bool | None
    #: How the picture is sharpened
    usm: ComponentUsm | None
    #: Whether the sharpening here holds instead of the gallery's
    overrideUsm: bool | None


class ComponentSharpParams(TypedDict, total=False):
    """How pictures are compressed and sharpened."""

    #: The same for large pictures, the only size that an item sets
    L: ComponentL | None


class ComponentQuality(TypedDict, total=False):
    """One size of a video, in one or several formats."""

    #: The size class, such as 1080p
    quality: str | None
    #: Width in pixels
    width: int | None
    #: Height in pixels
    height: int | None
    #: The containers, such as mp4 and webm
    formats: list[str] | None


class ComponentPoster(TypedDict, total=False):
    """The still picture shown before the video plays; wins over customPoster and posters."""

    #: The address of the picture
    url: str | None
    #: Width in pixels
    width: int | None
    #: Height in pixels
    height: int | None


class ComponentTextStyle(TypedDict, total=False):
    """How a text looks."""

    #: The colour behind the text; read before the other one
    backgroundColor: str | None


class ComponentMetaData(TypedDict, total=False):
    """What else is known of the item.

    From the component's documentation.
    """

    #: What the item shows, with short words for each; an image if it is missing
    type: Literal["image", "i", "video", "v", "text", "html", "h", "3d"]
    #: Width of the original in pixels; 0 and null mean unknown
    width: int | str | None
    #: Height of the original in pixels; 0 and null mean unknown
    height: int | str | None
    #: The item's title
    title: str | None
    #: The item's description
    description: str | None
    #: What the picture shows, in words
    alt: str | None
    #: The file's name
    fileName: str | None
    #: The spot that stays visible when the picture is cropped, as fractions of width and height; in the
    #: middle if it is missing
    focalPoint: list[float] | None
    #: Where a click on the item leads
    link: ComponentLink | None
    #: What the camera recorded, as free key-value pairs
    exif: dict[str, Any] | None
    #: The words that the item is filed under
    tags: list[str] | None
    #: Anything; the file's name in older items
    name: Any
    #: Anything; the file's size in bytes in older items
    size: Any
    #: Anything; the time of the last change in older items
    lastModified: Any
    #: Anything; where an older item came from
    sourceName: Any
    #: How pictures are compressed and sharpened
    sharpParams: ComponentSharpParams | None
    #: The address of a video's page at YouTube or Vimeo
    videoUrl: str | None
    #: Whether the video is played from its page at YouTube or Vimeo
    isExternal: bool | None
    #: Length of the video in milliseconds
    duration: int | None
    #: The encodings of the video
    qualities: list[ComponentQuality] | None
    #: The still picture shown before the video plays; wins over customPoster and posters
    poster: ComponentPoster | str | None
    #: A still picture that wins over posters
    customPoster: ComponentPoster | str | None
    #: Still pictures of the video; the component shows the last of them if nothing else is named
    posters: list[ComponentPoster] | None
    #: The text of a text item, as HTML; read where the item itself has none
    html: str | None
    #: The text as an editor keeps it
    editorHtml: str | None
    #: The colour behind a text; read where textStyle has none
    backgroundColor: str | None
    #: How a text looks
    textStyle: ComponentTextStyle | None


class ComponentSecondaryMedia(TypedDict, total=False):
    """An item that is shown while the pointer rests on this one."""

    #: The item's id; a GUID where the item comes from a backend
    itemId: str | None
    #: What older items call itemId; read where that is missing, null or empty
    photoId: str | None
    #: Another name of itemId; read where that and photoId are missing, null or empty
    id: str | None
    #: The address of the picture or video; read before mediaUrl
    file_url: str | None
    #: The address of the picture or video, absolute, or whatever the page's createMediaUrl understands
    mediaUrl: str | None
    #: What older items call mediaUrl; read after it
    url: str | None
    #: Another name of mediaUrl; read last
    src: str | None
    #: The text of a text item, as HTML; read before the one in the metadata
    html: str | None
    #: Another name of html; read where that is missing, null or empty
    text: str | None
    #: Place among the items; the component leaves sorting to the page
    orderIndex: float | None
    #: An address for the item itself, with url and target
    directLink: dict[str, Any] | None
    #: The address that is shared for the item
    directShareLink: str | None
    #: Whether the item stands for a video that is not loaded yet
    isVideoPlaceholder: bool | None
    #: What else is known of the item
    metaData: ComponentMetaData | str | None
    #: Another name of metaData; read where that is missing, null or empty
    metadata: ComponentMetaData | str | None


class ComponentItem(TypedDict, total=False):
    """An item of the open-source pro-gallery React component.

    What is read, in all its spellings; what is written is described as well. Unknown keys are welcome
    at every level.
    """

    #: The item's id; a GUID where the item comes from a backend
    itemId: str | None
    #: What older items call itemId; read where that is missing, null or empty
    photoId: str | None
    #: Another name of itemId; read where that and photoId are missing, null or empty
    id: str | None
    #: The address of the picture or video; read before mediaUrl
    file_url: str | None
    #: The address of the picture or video, absolute, or whatever the page's createMediaUrl understands
    mediaUrl: str | None
    #: What older items call mediaUrl; read after it
    url: str | None
    #: Another name of mediaUrl; read last
    src: str | None
    #: The text of a text item, as HTML; read before the one in the metadata
    html: str | None
    #: Another name of html; read where that is missing, null or empty
    text: str | None
    #: Place among the items; the component leaves sorting to the page
    orderIndex: float | None
    #: An address for the item itself, with url and target
    directLink: dict[str, Any] | None
    #: The address that is shared for the item
    directShareLink: str | None
    #: Whether the item stands for a video that is not loaded yet
    isVideoPlaceholder: bool | None
    #: What else is known of the item
    metaData: ComponentMetaData | str | None
    #: Another name of metaData; read where that is missing, null or empty
    metadata: ComponentMetaData | str | None
    #: An item that is shown while the pointer rests on this one
    secondaryMedia: ComponentSecondaryMedia | None


class ComponentGallery(TypedDict, total=False):
    """Items of the open-source component with what we keep of the gallery they come from.

    The component itself takes the items alone.
    """

    #: The id that the gallery has in the backend
    id: str | None
    #: The gallery's name
    name: str | None
    #: How many items the whole gallery has, whatever part of it is in items
    totalItems: int | None
    #: Place among the galleries
    orderIndex: float | None
    #: The items, in display order
    items: list[ComponentItem] | None


class RestLegacyLink(TypedDict, total=False):
    """Where a click on the item leads.

    From both references.
    """

    #: The words shown for the link
    text: str | None
    #: The address, absolute or relative to the site
    url: str | None
    #: Where the address opens: _blank, _self, _top and the like
    target: str | None
    #: UNDEFINED, EXTERNAL or INTERNAL; other words pass
    type: str | None
    #: nofollow, noopener, noreferrer or sponsored, or several of them
    rel: str | list[str] | None
    #: A link to a page, anchor, document, address and so on, as a free object
    wixLinkData: dict[str, Any] | None
    #: The address that the server makes of a Wix link; read where url is missing, null or empty
    calculatedUrl: str | None


class RestLegacyTags(TypedDict, total=False):
    """The words that the item is filed under.

    An array in version 1, an object around one in early version 2, empty for none.
    """

    #: The words, in no special order
    tags: list[str] | None


class RestLegacyFocalPoint(TypedDict, total=False):
    """The spot that stays visible when the picture is cropped.

    Missing from recorded answers of the live API.
    """

    #: Distance from the left as a fraction of the width, 0 to 1 in all examples; no range is documented
    x: float | str | None
    #: Distance from the top as a fraction of the height, 0 to 1 in all examples; no range is documented
    y: float | str | None


class RestLegacyUnsharpMasking(TypedDict, total=False):
    """How the picture is sharpened.

    From the REST and Velo references.
    """

    #: Strength of the sharpening, 0 to 5
    amount: float | str | None
    #: Radius of the sharpening in pixels, 0 or more
    radius: float | str | None
    #: Least difference of shade that is sharpened, 0 to 1
    threshold: float | str | None


class RestLegacyPhotoMetadata(TypedDict, total=False):
    """The picture's size and how it is shown, of a PHOTO item.

    From both references.
    """

    #: The spot that stays visible when the picture is cropped
    focalPoint: RestLegacyFocalPoint | None
    #: What the camera recorded, as free key-value pairs; the values are text in all examples
    exif: dict[str, Any] | None
    #: Quality at which the picture is served, in percent, 30 to 100
    quality: int | None
    #: How the picture is sharpened
    unsharpMasking: RestLegacyUnsharpMasking | None
    #: Where the picture is kept
    type: Literal["UNDEFINED", "WIX_MEDIA", "EXTERNAL"] | None
    #: Width of the original in pixels
    width: int | None
    #: Height of the original in pixels
    height: int | None


class RestLegacyPoster(TypedDict, total=False):
    """A still picture shown before a video plays."""

    #: The Media Manager's id; read from the address where it is missing
    id: str | None
    #: The address of the picture
    url: str | None
    #: Width in pixels
    width: int | None
    #: Height in pixels
    height: int | None
    #: Whether this is the poster that shows; today's form has no place for it
    default: bool | None
    #: The spot that stays visible when the poster is cropped; today's form has no place for it
    focalPoint: dict[str, Any] | None


class RestLegacyResolution(TypedDict, total=False):
    """One size of a video, in one or several formats."""

    #: What version 1 calls quality; read where that is missing, null or empty
    videoMode: str | None
    #: Width in pixels
    width: int | None
    #: Height in pixels
    height: int | None
    #: The addresses by format; each becomes an encoding of its own
    urls: dict[str, Any] | None
    #: Where this encoding can be fetched, as today
    url: str | None
    #: The container, such as mp4, as today
    format: str | None
    #: The size class, such as 1080p, as today
    quality: str | None
    #: The file's name, as today
    filename: str | None


class RestLegacyVideoMetadata(TypedDict, total=False):
    """The video's encodings and posters, of a VIDEO item.

    From both references.
    """

    #: Where the video is kept
    type: Literal["UNDEFINED", "WIX_MEDIA", "YOUTUBE", "VIMEO"] | None
    #: Length in milliseconds
    durationInMillis: int | None
    #: The older name of the length in milliseconds: text of digits in the REST examples, a number in the
    #: Velo examples
    duration: float | str | None
    #: Where version 1 says that the video is kept; read where type is missing or null, Custom excepted
    source: str | None
    #: The video's id at YouTube or Vimeo; makes the address where there is none
    externalId: str | None
    #: Width of the video in pixels; today's form has no place for it
    width: int | None
    #: Height of the video in pixels; today's form has no place for it
    height: int | None
    #: Still pictures shown before the video plays
    posters: list[RestLegacyPoster] | None
    #: The encodings of the video
    resolutions: list[RestLegacyResolution] | None


class RestLegacyTextMetadata(TypedDict, total=False):
    """The text and how it looks, of a TEXT item.

    From both references.
    """

    #: The text as HTML; needed when a text item is created
    html: str | None
    #: How the text looks, as free key-value pairs; seen: backgroundColor, googleFonts, width, height,
    #: padding, ratio, canvasLayout, textVerticalAlignment
    css: dict[str, Any] | None
    #: The text as the Wix editor keeps it; internal to Wix
    editorHtml: str | None
    #: The font as the Wix editor names it; internal to Wix
    editorFontId: str | None
    #: What version 1 calls css; read where that is missing or null
    style: dict[str, Any] | None


class RestLegacyItem(TypedDict, total=False):
    """An item as the REST API sent it in version 1 (July 2021) and in early version 2 (October 2021).

    What is read; unknown keys are welcome at every level.
    """

    #: The item's id, a GUID as a rule
    id: str | None
    #: When the item was made
    createdDate: str | None
    #: When the item was last changed
    updatedDate: str | None
    #: Place among the items of the gallery
    sortOrder: float | str | None
    #: What version 1 calls sortOrder; read where that is missing or null
    orderIndex: float | str | None
    #: The item's title
    title: str | None
    #: The item's description
    description: str | None
    #: What today is called type: PHOTO in early version 2, Photo in version 1, today's words in any case
    dataType: str
    #: The address of the picture or video; the last part of an address at Wix is the media id
    mediaUrl: str | None
    #: The file's name
    fileName: str | None
    #: What version 1 calls fileName; read where that is missing, null or empty
    name: str | None
    #: What the picture shows, in words
    alt: str | None
    #: Where a click on the item leads
    link: RestLegacyLink | None
    #: The words that the item is filed under: an array in version 1, an object around one in early version
    #: 2, empty for none
    tags: list[str] | RestLegacyTags | None
    #: The picture's size and how it is shown, of a PHOTO item
    photoMetadata: RestLegacyPhotoMetadata | None
    #: The video's encodings and posters, of a VIDEO item
    videoMetadata: RestLegacyVideoMetadata | None
    #: The text and how it looks, of a TEXT item
    textMetadata: RestLegacyTextMetadata | None
    #: Undefined, Wix, DeviantArt or Custom; today's form has no place for it
    mediaOwner: str | None
    #: Whether the medium is protected; today's form has no place for it
    isSecure: bool | None


class RestLegacyGallery(TypedDict, total=False):
    """A gallery as the REST API sent it in version 1 and in early version 2.

    What is read; unknown keys are welcome at every level.
    """

    #: The gallery's name; missing from recorded answers of the live API
    name: str | None
    #: How many items the whole gallery has, whatever part of it is in items
    totalItems: int | None
    #: Place among the galleries of the site
    sortOrder: float | str | None
    #: The gallery's id, a GUID as a rule
    id: str | None
    #: When the gallery was made
    createdDate: str | None
    #: What version 1 calls createdDate; read where that is missing, null or empty
    created: str | None
    #: What version 1 calls sortOrder; read where that is missing or null
    orderIndex: float | str | None
    #: What version 1 calls totalItems; read where that is missing or null
    totalItemsCount: int | None
    #: SAVED or PUBLISHED; today's form has no place for it
    state: str | None
    #: The gallery component on the page; today's form has no place for it
    compId: str | None
    #: The items of the gallery
    items: list[RestLegacyItem] | None


class CmsFocalPoint(TypedDict, total=False):
    """The spot that stays visible when the picture is cropped."""

    #: Distance from the left as a fraction of the width, 0 to 1
    x: float | None
    #: Distance from the top as a fraction of the height, 0 to 1
    y: float | None


class CmsSettings(TypedDict, total=False):
    """How the picture is shown: nothing, a size, or a focal point.

    From dumps of CMS fields.
    """

    #: Width of the original in pixels, which the address holds as well
    width: float | None
    #: Height of the original in pixels, which the address holds as well
    height: float | None
    #: The spot that stays visible when the picture is cropped
    focalPoint: CmsFocalPoint | None


class CmsItem(TypedDict, total=False):
    """An entry of a CMS media gallery field, or one of the mediaItems of a Stores product.

    What is read; unknown keys are welcome at every level.
    """

    #: image or video, in any mixture of upper and lower case: the CMS writes image, Stores writes Image
    type: str
    #: The media id, in dumps of CMS fields
    slug: str | None
    #: The media id, in dumps of Stores products; read where slug is missing, null or empty
    id: str | None
    #: The media address: wix:image:// or wix:video:// text, the older image:// text, or an https address
    src: str | None
    #: The file's name, which the address holds as well
    fileName: str | None
    #: The item's title, the file's name as a rule
    title: str | None
    #: The item's description
    description: str | None
    #: Where a click on the item leads; a dump of a Stores product holds the text undefined
    link: str | None
    #: Address of the still picture shown before a video plays
    thumbnail: str | None
    #: What the picture shows, in words
    alt: str | None
    #: How the picture is shown: nothing, a size, or a focal point
    settings: CmsSettings | None


class Finding(TypedDict, total=False):
    """One finding, and one line of a jsonl report.

    Closed; what is not known is left out, never null.
    """

    #: The rule's code, never reused
    code: Required[str]
    #: The rule's name: the bad thing, in kebab case
    name: Required[str]
    #: How bad it is: error (the item is left out), warning (something is lost, or Wix will object), info
    #: (worth a notice)
    severity: Required[Literal["error", "warning", "info"]]
    #: A sentence for people; it may change between versions
    message: Required[str]
    #: Where, in the document as it was given; in NDJSON, in the value of the line
    pointer: Required[str]
    #: The input's name as it was given
    file: str
    #: Line of the input, counted from 1
    line: int
    #: Column of the line in characters, counted from 1
    column: int
    #: What the value was read as
    dialect: str
    #: What it was converted to
    target: str
    #: Id of the gallery concerned
    galleryId: str
    #: Id of the item concerned
    itemId: str
    #: Place of the item in its gallery or list, counted from 0
    itemIndex: int
    #: Title of the item concerned
    itemTitle: str
    #: The lost or refused value, of any type; a value of more than 200 characters of JSON is cut and
    #: becomes text
    value: Any
    #: What to do about it
    help: str
    #: Address of the rule's page in the manual
    url: str
    #: Sixteen hexadecimal digits that depend on the rule, the item and the place inside it; not on
    #: position, file layout or message
    fingerprint: str
    #: True if `lint --fix` settles the finding, with the options that the command was given
    fixable: bool


__all__ = [
    "CmsFocalPoint",
    "CmsItem",
    "CmsSettings",
    "ComponentGallery",
    "ComponentItem",
    "ComponentL",
    "ComponentLink",
    "ComponentMetaData",
    "ComponentPoster",
    "ComponentQuality",
    "ComponentSecondaryMedia",
    "ComponentSharpParams",
    "ComponentTextStyle",
    "ComponentUsm",
    "Finding",
    "FrontendFocalPoint",
    "FrontendItem",
    "FrontendSettings",
    "FrontendViewItem",
    "RestFocalPoint",
    "RestGallery",
    "RestImage",
    "RestImageInfo",
    "RestItem",
    "RestLegacyFocalPoint",
    "RestLegacyGallery",
    "RestLegacyItem",
    "RestLegacyLink",
    "RestLegacyPhotoMetadata",
    "RestLegacyPoster",
    "RestLegacyResolution",
    "RestLegacyTags",
    "RestLegacyTextMetadata",
    "RestLegacyUnsharpMasking",
    "RestLegacyVideoMetadata",
    "RestLink",
    "RestResolution",
    "RestSecondaryMedia",
    "RestTags",
    "RestText",
    "RestUnsharpMasking",
    "RestVideo",
    "RestVideoInfo",
    "VeloFocalPoint",
    "VeloGallery",
    "VeloImage",
    "VeloItem",
    "VeloLink",
    "VeloSecondaryMedia",
    "VeloTags",
    "VeloText",
    "VeloUnsharpMasking",
    "VeloVideo",
]
