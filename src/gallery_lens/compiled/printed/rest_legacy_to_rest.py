"""The conversion of usual items from rest-legacy to rest.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.columns import all_guids
from gallery_lens.compiled.plain import is_plain
from gallery_lens.dialects.rest_legacy import video_type
from gallery_lens.dialects.rows import holds_anything
from gallery_lens.dialects.tolerance import is_no_link
from gallery_lens.dialects.tolerance import is_none
from gallery_lens.rules.guid import is_guid
from gallery_lens.rules.l105_link_url_missing import leads
from gallery_lens.rules.x101_unsafe_link import _is_harmless
from gallery_lens.rules.x102_unsafe_html import runs_nothing
from msgspec import UNSET
from msgspec import to_builtins

FOUND = (
    ('external-image', ('mediaUrl',), None),
    ('id-not-guid', ('id',), None),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
    ('unknown-field-dropped', ('orderIndex',), None),
    ('unknown-field-dropped', ('name',), None),
    ('unknown-field-dropped', ('mediaOwner',), None),
    ('unknown-field-dropped', ('isSecure',), None),
    ('unknown-field-dropped', ('link', 'calculatedUrl'), None),
    ('unknown-field-dropped', ('alt',), None),
    ('unknown-field-dropped', ('videoMetadata', 'source'), None),
    ('unknown-field-dropped', ('videoMetadata', 'externalId'), None),
    ('unknown-field-dropped', ('videoMetadata', 'width'), None),
    ('unknown-field-dropped', ('videoMetadata', 'height'), None),
    ('unknown-field-dropped', ('mediaUrl',), None),
    ('unknown-field-dropped', ('fileName',), None),
    ('unknown-field-dropped', ('textMetadata', 'style'), None),
)
PLACED = 0


def bind(bound):
    global GivenTags, carry_picture, respells, OutLink, OutImage, OutTags, Out, move, carry_clip, OutVideo, OutText
    GivenTags = bound.given[('tags',)]
    carry_picture = bound.carrier('carry_picture', into=True, at=('mediaUrl',), parts=True, details=(('width', ('photoMetadata', 'width')), ('height', ('photoMetadata', 'height')), ('filename', ('fileName',)), ('altText', ('alt',))), flat=False, to_backend=True, same=False, alt=('alt',), formats=False)
    respells = bound.respelling(False)
    OutLink = bound.into[('link',)]
    OutImage = bound.into[('image',)]
    OutTags = bound.into[('tags',)]
    Out = bound.into[()]
    move = bound.move
    carry_clip = bound.carrier('carry_clip', into=True, at=('mediaUrl',), parts=True, details=(('filename', ('fileName',)), ('resolutions', ('videoMetadata', 'resolutions')), ('posters', ('videoMetadata', 'posters'))), flat=False, to_backend=True, same=False, alt=(), formats=False)
    OutVideo = bound.into[('video',)]
    OutText = bound.into[('text',)]


def batch(items, outs, masks, of_text):
    all_id = all_guids([item.id for item in items])
    for item in items:
        mask = 0
        kind = item.dataType
        if kind in ('PHOTO', 'Photo', 'photo', 'IMAGE', 'Image', 'image'):
            moved = 0
            m_picture_value = None
            v_photoMetadata_width = v_photoMetadata_height = o_photoMetadata_focalPoint = v_link_text = v_link_url = v_link_target = v_link_type = v_link_rel = v_link_wixLinkData = t_link = v_photoMetadata_type = v_photoMetadata_exif = v_photoMetadata_quality = o_photoMetadata_unsharpMasking = v_tags_tags = t_tags = UNSET
            v_sortOrder = item.sortOrder
            v_orderIndex = item.orderIndex
            v_fileName = item.fileName
            v_name = item.name
            v_mediaUrl = item.mediaUrl
            v_alt = item.alt
            v_id = item.id
            v_mediaOwner = item.mediaOwner
            v_isSecure = item.isSecure
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
            v_title = item.title
            v_description = item.description
            if v_orderIndex is not UNSET and v_orderIndex is not None and v_orderIndex != '' and not (v_sortOrder is not UNSET and v_sortOrder is not None and v_sortOrder != ''):
                if v_sortOrder == '': outs.append(None); masks.append(-1); continue
                v_sortOrder = v_orderIndex; v_orderIndex = UNSET; moved |= 1
            if v_name and not (v_fileName):
                if v_fileName == '': outs.append(None); masks.append(-1); continue
                v_fileName = v_name; v_name = UNSET; moved |= 2
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_url = o_link.url
                v_link_calculatedUrl = o_link.calculatedUrl
                v_link_wixLinkData = o_link.wixLinkData
                v_link_text = o_link.text
                v_link_target = o_link.target
                v_link_type = o_link.type
                v_link_rel = o_link.rel
                if v_link_calculatedUrl and not (v_link_url):
                    if v_link_url == '': outs.append(None); masks.append(-1); continue
                    v_link_url = v_link_calculatedUrl; v_link_calculatedUrl = UNSET; moved |= 4
                if not (v_link_calculatedUrl is UNSET):
                    if v_link_calculatedUrl is not UNSET and v_link_calculatedUrl is not None and holds_anything(v_link_calculatedUrl): mask |= 4096
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 8
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 64
                if v_link_wixLinkData and respells(v_link_wixLinkData): outs.append(None); masks.append(-1); continue
                t_link = OutLink(v_link_text, v_link_url, v_link_target, v_link_type, v_link_rel, v_link_wixLinkData)
            o_tags = item.tags
            if type(o_tags) is list: o_tags = GivenTags(o_tags); moved |= 32
            elif o_tags and o_tags.tags is UNSET: o_tags = UNSET
            if o_tags:
                v_tags_tags = o_tags.tags
                t_tags = OutTags(v_tags_tags)
            o_photoMetadata = item.photoMetadata
            if o_photoMetadata:
                v_photoMetadata_exif = o_photoMetadata.exif
                v_photoMetadata_width = o_photoMetadata.width
                v_photoMetadata_height = o_photoMetadata.height
                v_photoMetadata_type = o_photoMetadata.type
                v_photoMetadata_quality = o_photoMetadata.quality
                o_photoMetadata_focalPoint = o_photoMetadata.focalPoint
                if o_photoMetadata_focalPoint:
                    v_photoMetadata_focalPoint_x = o_photoMetadata_focalPoint.x
                    v_photoMetadata_focalPoint_y = o_photoMetadata_focalPoint.y
                    if not ((v_photoMetadata_focalPoint_x is None or v_photoMetadata_focalPoint_x is UNSET or 0 <= v_photoMetadata_focalPoint_x <= 1) and (v_photoMetadata_focalPoint_y is None or v_photoMetadata_focalPoint_y is UNSET or 0 <= v_photoMetadata_focalPoint_y <= 1)): mask |= 32
                o_photoMetadata_unsharpMasking = o_photoMetadata.unsharpMasking
                if v_photoMetadata_exif and not (of_text or is_plain(v_photoMetadata_exif)): outs.append(None); masks.append(-1); continue
                if v_photoMetadata_exif and respells(v_photoMetadata_exif): outs.append(None); masks.append(-1); continue
            o_videoMetadata = item.videoMetadata
            o_textMetadata = item.textMetadata
            if not (v_orderIndex is v_name is v_mediaOwner is v_isSecure is UNSET):
                if v_orderIndex is not UNSET and v_orderIndex is not None and holds_anything(v_orderIndex): mask |= 256
                if v_name is not UNSET and v_name is not None and holds_anything(v_name): mask |= 512
                if v_mediaOwner is not UNSET and v_mediaOwner is not None and holds_anything(v_mediaOwner): mask |= 1024
                if v_isSecure is not UNSET and v_isSecure is not None and holds_anything(v_isSecure): mask |= 2048
            if o_textMetadata: outs.append(None); masks.append(-1); continue
            if o_videoMetadata: outs.append(None); masks.append(-1); continue
            m_picture = carry_picture(v_mediaUrl, (v_photoMetadata_width, v_photoMetadata_height, v_fileName, v_alt)) if v_mediaUrl else None
            if m_picture is None: outs.append(None); masks.append(-1); continue
            m_picture_value, found, m_picture_says, m_picture_poster = m_picture
            mask |= found
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 4
            if not (((v_mediaUrl))): mask |= 16
            if moved: mask = move(mask, moved)
            outs.append(Out(v_id, (v_createdDate or UNSET), (v_updatedDate or UNSET), v_sortOrder, v_title, v_description, (t_link if o_link else o_link), 'IMAGE', OutImage(m_picture_value, v_photoMetadata_type, o_photoMetadata_focalPoint, v_photoMetadata_exif, v_photoMetadata_quality, o_photoMetadata_unsharpMasking), o_videoMetadata, o_textMetadata, (t_tags if o_tags else o_tags))); masks.append(mask); continue
        elif kind in ('VIDEO', 'Video', 'video'):
            moved = 0
            m_clip_value = None
            v_videoMetadata_resolutions = v_videoMetadata_posters = v_link_text = v_link_url = v_link_target = v_link_type = v_link_rel = v_link_wixLinkData = t_link = v_videoMetadata_type = v_videoMetadata_durationInMillis = v_videoMetadata_duration = v_tags_tags = t_tags = UNSET
            v_sortOrder = item.sortOrder
            v_orderIndex = item.orderIndex
            v_fileName = item.fileName
            v_name = item.name
            v_mediaUrl = item.mediaUrl
            v_id = item.id
            v_alt = item.alt
            v_mediaOwner = item.mediaOwner
            v_isSecure = item.isSecure
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
            v_title = item.title
            v_description = item.description
            if v_orderIndex is not UNSET and v_orderIndex is not None and v_orderIndex != '' and not (v_sortOrder is not UNSET and v_sortOrder is not None and v_sortOrder != ''):
                if v_sortOrder == '': outs.append(None); masks.append(-1); continue
                v_sortOrder = v_orderIndex; v_orderIndex = UNSET; moved |= 1
            if v_name and not (v_fileName):
                if v_fileName == '': outs.append(None); masks.append(-1); continue
                v_fileName = v_name; v_name = UNSET; moved |= 2
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_url = o_link.url
                v_link_calculatedUrl = o_link.calculatedUrl
                v_link_wixLinkData = o_link.wixLinkData
                v_link_text = o_link.text
                v_link_target = o_link.target
                v_link_type = o_link.type
                v_link_rel = o_link.rel
                if v_link_calculatedUrl and not (v_link_url):
                    if v_link_url == '': outs.append(None); masks.append(-1); continue
                    v_link_url = v_link_calculatedUrl; v_link_calculatedUrl = UNSET; moved |= 4
                if not (v_link_calculatedUrl is UNSET):
                    if v_link_calculatedUrl is not UNSET and v_link_calculatedUrl is not None and holds_anything(v_link_calculatedUrl): mask |= 4096
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 8
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 64
                if v_link_wixLinkData and respells(v_link_wixLinkData): outs.append(None); masks.append(-1); continue
                t_link = OutLink(v_link_text, v_link_url, v_link_target, v_link_type, v_link_rel, v_link_wixLinkData)
            o_videoMetadata = item.videoMetadata
            if o_videoMetadata:
                v_videoMetadata_type = o_videoMetadata.type
                v_videoMetadata_source = o_videoMetadata.source
                v_videoMetadata_resolutions = o_videoMetadata.resolutions
                v_videoMetadata_posters = o_videoMetadata.posters
                v_videoMetadata_externalId = o_videoMetadata.externalId
                v_videoMetadata_width = o_videoMetadata.width
                v_videoMetadata_height = o_videoMetadata.height
                v_videoMetadata_durationInMillis = o_videoMetadata.durationInMillis
                v_videoMetadata_duration = o_videoMetadata.duration
                if v_videoMetadata_source and (v_videoMetadata_type is UNSET or v_videoMetadata_type is None):
                    made = video_type(v_videoMetadata_source)
                    if made is not None: v_videoMetadata_type = made; v_videoMetadata_source = UNSET; moved |= 16
                if not (v_videoMetadata_source is v_videoMetadata_externalId is v_videoMetadata_width is v_videoMetadata_height is UNSET):
                    if v_videoMetadata_source is not UNSET and v_videoMetadata_source is not None and holds_anything(v_videoMetadata_source): mask |= 16384
                    if v_videoMetadata_externalId is not UNSET and v_videoMetadata_externalId is not None and holds_anything(v_videoMetadata_externalId): mask |= 32768
                    if v_videoMetadata_width is not UNSET and v_videoMetadata_width is not None and holds_anything(v_videoMetadata_width): mask |= 65536
                    if v_videoMetadata_height is not UNSET and v_videoMetadata_height is not None and holds_anything(v_videoMetadata_height): mask |= 131072
            o_tags = item.tags
            if type(o_tags) is list: o_tags = GivenTags(o_tags); moved |= 32
            elif o_tags and o_tags.tags is UNSET: o_tags = UNSET
            if o_tags:
                v_tags_tags = o_tags.tags
                t_tags = OutTags(v_tags_tags)
            o_photoMetadata = item.photoMetadata
            o_textMetadata = item.textMetadata
            if not (v_orderIndex is v_alt is v_name is v_mediaOwner is v_isSecure is UNSET):
                if v_orderIndex is not UNSET and v_orderIndex is not None and holds_anything(v_orderIndex): mask |= 256
                if v_alt is not UNSET and v_alt is not None and holds_anything(v_alt): mask |= 8192
                if v_name is not UNSET and v_name is not None and holds_anything(v_name): mask |= 512
                if v_mediaOwner is not UNSET and v_mediaOwner is not None and holds_anything(v_mediaOwner): mask |= 1024
                if v_isSecure is not UNSET and v_isSecure is not None and holds_anything(v_isSecure): mask |= 2048
            if o_textMetadata: outs.append(None); masks.append(-1); continue
            if o_photoMetadata: outs.append(None); masks.append(-1); continue
            m_clip = carry_clip(v_mediaUrl, (v_fileName, v_videoMetadata_resolutions, v_videoMetadata_posters, UNSET)) if v_mediaUrl else None
            if m_clip is None: outs.append(None); masks.append(-1); continue
            m_clip_value, found, m_clip_says, m_clip_poster = m_clip
            mask |= found
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 4
            if not (((v_mediaUrl))): mask |= 16
            if moved: mask = move(mask, moved)
            outs.append(Out(v_id, (v_createdDate or UNSET), (v_updatedDate or UNSET), v_sortOrder, v_title, v_description, (t_link if o_link else o_link), 'VIDEO', o_photoMetadata, OutVideo(v_videoMetadata_type, m_clip_value, v_videoMetadata_durationInMillis, v_videoMetadata_duration), o_textMetadata, (t_tags if o_tags else o_tags))); masks.append(mask); continue
        elif kind in ('TEXT', 'Text', 'text'):
            moved = 0
            v_textMetadata_html = v_link_text = v_link_url = v_link_target = v_link_type = v_link_rel = v_link_wixLinkData = t_link = v_textMetadata_css = v_textMetadata_editorHtml = v_textMetadata_editorFontId = t_textMetadata = v_tags_tags = t_tags = UNSET
            v_sortOrder = item.sortOrder
            v_orderIndex = item.orderIndex
            v_fileName = item.fileName
            v_name = item.name
            v_id = item.id
            v_mediaUrl = item.mediaUrl
            v_alt = item.alt
            v_mediaOwner = item.mediaOwner
            v_isSecure = item.isSecure
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
            v_title = item.title
            v_description = item.description
            if v_orderIndex is not UNSET and v_orderIndex is not None and v_orderIndex != '' and not (v_sortOrder is not UNSET and v_sortOrder is not None and v_sortOrder != ''):
                if v_sortOrder == '': outs.append(None); masks.append(-1); continue
                v_sortOrder = v_orderIndex; v_orderIndex = UNSET; moved |= 1
            if v_name and not (v_fileName):
                if v_fileName == '': outs.append(None); masks.append(-1); continue
                v_fileName = v_name; v_name = UNSET; moved |= 2
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_url = o_link.url
                v_link_calculatedUrl = o_link.calculatedUrl
                v_link_wixLinkData = o_link.wixLinkData
                v_link_text = o_link.text
                v_link_target = o_link.target
                v_link_type = o_link.type
                v_link_rel = o_link.rel
                if v_link_calculatedUrl and not (v_link_url):
                    if v_link_url == '': outs.append(None); masks.append(-1); continue
                    v_link_url = v_link_calculatedUrl; v_link_calculatedUrl = UNSET; moved |= 4
                if not (v_link_calculatedUrl is UNSET):
                    if v_link_calculatedUrl is not UNSET and v_link_calculatedUrl is not None and holds_anything(v_link_calculatedUrl): mask |= 4096
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 8
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 64
                if v_link_wixLinkData and respells(v_link_wixLinkData): outs.append(None); masks.append(-1); continue
                t_link = OutLink(v_link_text, v_link_url, v_link_target, v_link_type, v_link_rel, v_link_wixLinkData)
            o_textMetadata = item.textMetadata
            if o_textMetadata:
                v_textMetadata_css = o_textMetadata.css
                v_textMetadata_style = o_textMetadata.style
                v_textMetadata_html = o_textMetadata.html
                v_textMetadata_editorHtml = o_textMetadata.editorHtml
                v_textMetadata_editorFontId = o_textMetadata.editorFontId
                if v_textMetadata_style is not UNSET and v_textMetadata_style is not None and v_textMetadata_style != '' and not (v_textMetadata_css is not UNSET and v_textMetadata_css is not None and v_textMetadata_css != ''):
                    if v_textMetadata_css == '': outs.append(None); masks.append(-1); continue
                    v_textMetadata_css = v_textMetadata_style; v_textMetadata_style = UNSET; moved |= 8
                if not (v_textMetadata_style is UNSET):
                    if v_textMetadata_style is not UNSET and v_textMetadata_style is not None and holds_anything(v_textMetadata_style): mask |= 1048576
                if v_textMetadata_css and not (of_text or is_plain(v_textMetadata_css)): outs.append(None); masks.append(-1); continue
                if v_textMetadata_style and not (of_text or is_plain(v_textMetadata_style)): outs.append(None); masks.append(-1); continue
                if not ((not v_textMetadata_html or runs_nothing(v_textMetadata_html)) and (not v_textMetadata_editorHtml or runs_nothing(v_textMetadata_editorHtml))): mask |= 128
                if v_textMetadata_css and respells(v_textMetadata_css): outs.append(None); masks.append(-1); continue
                t_textMetadata = OutText(v_textMetadata_html, v_textMetadata_css, v_textMetadata_editorHtml, v_textMetadata_editorFontId)
            o_tags = item.tags
            if type(o_tags) is list: o_tags = GivenTags(o_tags); moved |= 32
            elif o_tags and o_tags.tags is UNSET: o_tags = UNSET
            if o_tags:
                v_tags_tags = o_tags.tags
                t_tags = OutTags(v_tags_tags)
            o_photoMetadata = item.photoMetadata
            o_videoMetadata = item.videoMetadata
            if not (v_orderIndex is v_mediaUrl is v_fileName is v_alt is v_name is v_mediaOwner is v_isSecure is UNSET):
                if v_orderIndex is not UNSET and v_orderIndex is not None and holds_anything(v_orderIndex): mask |= 256
                if v_mediaUrl is not UNSET and v_mediaUrl is not None and holds_anything(v_mediaUrl): mask |= 262144
                if v_fileName is not UNSET and v_fileName is not None and holds_anything(v_fileName): mask |= 524288
                if v_alt is not UNSET and v_alt is not None and holds_anything(v_alt): mask |= 8192
                if v_name is not UNSET and v_name is not None and holds_anything(v_name): mask |= 512
                if v_mediaOwner is not UNSET and v_mediaOwner is not None and holds_anything(v_mediaOwner): mask |= 1024
                if v_isSecure is not UNSET and v_isSecure is not None and holds_anything(v_isSecure): mask |= 2048
            if o_videoMetadata: outs.append(None); masks.append(-1); continue
            if o_photoMetadata: outs.append(None); masks.append(-1); continue
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 4
            if not ((v_textMetadata_html)): mask |= 16
            if moved: mask = move(mask, moved)
            outs.append(Out(v_id, (v_createdDate or UNSET), (v_updatedDate or UNSET), v_sortOrder, v_title, v_description, (t_link if o_link else o_link), 'TEXT', o_photoMetadata, o_videoMetadata, (t_textMetadata if o_textMetadata else o_textMetadata), (t_tags if o_tags else o_tags))); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
