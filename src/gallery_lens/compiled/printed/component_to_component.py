"""The conversion of usual items from component to component.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.plain import is_plain
from gallery_lens.dialects.component_values import kind_at
from gallery_lens.dialects.component_values import listed_poster
from gallery_lens.dialects.tolerance import is_no_link
from gallery_lens.dialects.tolerance import is_none
from gallery_lens.rules.l105_link_url_missing import leads
from gallery_lens.rules.x101_unsafe_link import _is_harmless
from gallery_lens.rules.x102_unsafe_html import runs_nothing
from msgspec import UNSET
from msgspec import to_builtins

FOUND = (
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
)
PLACED = 0


def bind(bound):
    global carry_picture, move, carry_clip
    carry_picture = bound.carrier('carry_picture', into=False, at=('mediaUrl',), parts=True, details=(('width', ('metaData', 'width')), ('height', ('metaData', 'height')), ('filename', ('metaData', 'fileName')), ('altText', ('metaData', 'alt'))), flat=False, to_backend=False, same=True, alt=(), formats=False)
    move = bound.move
    carry_clip = bound.carrier('carry_clip', into=False, at=('mediaUrl',), parts=True, details=(('filename', ('metaData', 'fileName')), ('resolutions', ('metaData', 'qualities')), ('posters', ('metaData', 'posters')), ('thumbnail', ('metaData', 'poster', 'url'))), flat=False, to_backend=False, same=True, alt=(), formats=True)


def batch(items, outs, masks, of_text):
    for item in items:
        mask = 0
        held = item.metaData or item.metadata
        kind = held.type if held else UNSET
        untyped = kind is UNSET and bool(held)
        if untyped: kind = {'IMAGE': 'image', 'VIDEO': 'video', 'TEXT': 'text'}.get(kind_at(item.mediaUrl, item.file_url, item.url, item.src))
        if kind in ('image', 'i'):
            moved = 0
            o_metaData_link = o_metaData_sharpParams = o_metaData_sharpParams_L = v_metaData_width = v_metaData_height = v_metaData_fileName = v_metaData_alt = UNSET
            m_picture_value = None
            v_metadata = item.metadata
            v_itemId = item.itemId
            v_photoId = item.photoId
            v_id = item.id
            v_mediaUrl = item.mediaUrl
            v_file_url = item.file_url
            v_url = item.url
            v_src = item.src
            v_directLink = item.directLink
            if v_photoId and not (v_itemId):
                if v_itemId == '': outs.append(None); masks.append(-1); continue
                v_itemId = v_photoId; v_photoId = UNSET; moved |= 2
            elif v_id and not (v_itemId):
                if v_itemId == '': outs.append(None); masks.append(-1); continue
                v_itemId = v_id; v_id = UNSET; moved |= 4
            if v_file_url:
                if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                v_mediaUrl, v_file_url = v_file_url, v_mediaUrl
                moved |= 32; moved |= 64
            elif v_url and not (v_mediaUrl):
                if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                v_mediaUrl = v_url; v_url = UNSET; moved |= 128
            elif v_src and not (v_mediaUrl):
                if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                v_mediaUrl = v_src; v_src = UNSET; moved |= 256
            o_metaData = item.metaData
            if v_metadata and not (o_metaData):
                if o_metaData == '': outs.append(None); masks.append(-1); continue
                o_metaData = v_metadata; v_metadata = UNSET; moved |= 1
            if o_metaData:
                v_metaData_width = o_metaData.width
                v_metaData_height = o_metaData.height
                v_metaData_exif = o_metaData.exif
                v_metaData_fileName = o_metaData.fileName
                v_metaData_alt = o_metaData.alt
                v_metaData_focalPoint = o_metaData.focalPoint
                if v_metaData_width == 0: outs.append(None); masks.append(-1); continue
                if v_metaData_height == 0: outs.append(None); masks.append(-1); continue
                v_metaData_focalPoint_0 = v_metaData_focalPoint[0] if v_metaData_focalPoint else UNSET
                v_metaData_focalPoint_1 = v_metaData_focalPoint[1] if v_metaData_focalPoint else UNSET
                o_metaData_link = o_metaData.link
                if o_metaData_link and o_metaData_link.type and is_none(o_metaData_link.type):
                    if is_no_link(to_builtins(o_metaData_link)): o_metaData_link = UNSET
                if o_metaData_link:
                    v_metaData_link_data = o_metaData_link.data
                    v_metaData_link_url = o_metaData_link.url
                    if v_metaData_link_data and not (of_text or is_plain(v_metaData_link_data)): outs.append(None); masks.append(-1); continue
                    if not ((not (o_metaData_link)) or (v_metaData_link_url and leads(v_metaData_link_url))): mask |= 2
                    if not (((v_metaData_link_url and v_metaData_link_url.startswith(('https://', 'http://', '/'))) or (not v_metaData_link_url or _is_harmless(v_metaData_link_url))) and (not v_metaData_link_data or _is_harmless(v_metaData_link_data))): mask |= 16
                o_metaData_sharpParams = o_metaData.sharpParams
                if o_metaData_sharpParams:
                    o_metaData_sharpParams_L = o_metaData_sharpParams.L
                    if o_metaData_sharpParams_L:
                        v_metaData_sharpParams_L_overrideQuality = o_metaData_sharpParams_L.overrideQuality
                        v_metaData_sharpParams_L_overrideUsm = o_metaData_sharpParams_L.overrideUsm
                        if v_metaData_sharpParams_L_overrideQuality is False: outs.append(None); masks.append(-1); continue
                        if v_metaData_sharpParams_L_overrideUsm is False: outs.append(None); masks.append(-1); continue
                if v_metaData_exif and not (of_text or is_plain(v_metaData_exif)): outs.append(None); masks.append(-1); continue
                if not ((v_metaData_focalPoint_0 is None or v_metaData_focalPoint_0 is UNSET or 0 <= v_metaData_focalPoint_0 <= 1) and (v_metaData_focalPoint_1 is None or v_metaData_focalPoint_1 is UNSET or 0 <= v_metaData_focalPoint_1 <= 1)): mask |= 8
            o_secondaryMedia = item.secondaryMedia
            if o_secondaryMedia or o_secondaryMedia is None: outs.append(None); masks.append(-1); continue
            if v_directLink and not (of_text or is_plain(v_directLink)): outs.append(None); masks.append(-1); continue
            m_picture = carry_picture(v_mediaUrl, (v_metaData_width, v_metaData_height, v_metaData_fileName, v_metaData_alt)) if v_mediaUrl else None
            if m_picture is None: outs.append(None); masks.append(-1); continue
            m_picture_value, found, m_picture_says, m_picture_poster = m_picture
            mask |= found
            if not (((v_mediaUrl))): mask |= 4
            if moved: mask = move(mask, moved)
            outs.append(item); masks.append(mask); continue
        elif kind in ('video', 'v'):
            moved = 0
            o_metaData_customPoster = o_metaData_poster = o_metaData_link = o_metaData_sharpParams = o_metaData_sharpParams_L = v_metaData_fileName = v_metaData_qualities = v_metaData_posters = v_metaData_poster_url = UNSET
            m_clip_value = None
            v_metadata = item.metadata
            v_itemId = item.itemId
            v_photoId = item.photoId
            v_id = item.id
            v_mediaUrl = item.mediaUrl
            v_file_url = item.file_url
            v_url = item.url
            v_src = item.src
            v_directLink = item.directLink
            if v_photoId and not (v_itemId):
                if v_itemId == '': outs.append(None); masks.append(-1); continue
                v_itemId = v_photoId; v_photoId = UNSET; moved |= 2
            elif v_id and not (v_itemId):
                if v_itemId == '': outs.append(None); masks.append(-1); continue
                v_itemId = v_id; v_id = UNSET; moved |= 4
            o_metaData = item.metaData
            if v_metadata and not (o_metaData):
                if o_metaData == '': outs.append(None); masks.append(-1); continue
                o_metaData = v_metadata; v_metadata = UNSET; moved |= 1
            if o_metaData:
                v_metaData_isExternal = o_metaData.isExternal
                v_metaData_videoUrl = o_metaData.videoUrl
                v_metaData_posters = o_metaData.posters
                v_metaData_width = o_metaData.width
                v_metaData_height = o_metaData.height
                v_metaData_exif = o_metaData.exif
                v_metaData_fileName = o_metaData.fileName
                v_metaData_qualities = o_metaData.qualities
                if v_metaData_isExternal is True:
                    if v_metaData_videoUrl:
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl, v_metaData_videoUrl = v_metaData_videoUrl, v_mediaUrl
                        moved |= 8; moved |= 16
                    elif v_file_url:
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl, v_file_url = v_file_url, v_mediaUrl
                        moved |= 32; moved |= 64
                    elif v_url and not (v_mediaUrl):
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl = v_url; v_url = UNSET; moved |= 128
                    elif v_src and not (v_mediaUrl):
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl = v_src; v_src = UNSET; moved |= 256
                else:
                    if v_file_url:
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl, v_file_url = v_file_url, v_mediaUrl
                        moved |= 32; moved |= 64
                    elif v_url and not (v_mediaUrl):
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl = v_url; v_url = UNSET; moved |= 128
                    elif v_src and not (v_mediaUrl):
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl = v_src; v_src = UNSET; moved |= 256
                    elif v_metaData_videoUrl and not (v_mediaUrl):
                        if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                        v_mediaUrl = v_metaData_videoUrl; v_metaData_videoUrl = UNSET; moved |= 8
                if v_metaData_width == 0: outs.append(None); masks.append(-1); continue
                if v_metaData_height == 0: outs.append(None); masks.append(-1); continue
                o_metaData_customPoster = o_metaData.customPoster
                o_metaData_poster = o_metaData.poster
                if o_metaData_poster and (v_metaData_posters is UNSET or v_metaData_posters is None):
                    made = listed_poster(o_metaData_poster)
                    if made is not None: v_metaData_posters = made; o_metaData_poster = UNSET; moved |= 16384; moved |= 32768
                if o_metaData_poster:
                    v_metaData_poster_url = o_metaData_poster.url
                o_metaData_link = o_metaData.link
                if o_metaData_link and o_metaData_link.type and is_none(o_metaData_link.type):
                    if is_no_link(to_builtins(o_metaData_link)): o_metaData_link = UNSET
                if o_metaData_link:
                    v_metaData_link_data = o_metaData_link.data
                    v_metaData_link_url = o_metaData_link.url
                    if v_metaData_link_data and not (of_text or is_plain(v_metaData_link_data)): outs.append(None); masks.append(-1); continue
                    if not ((not (o_metaData_link)) or (v_metaData_link_url and leads(v_metaData_link_url))): mask |= 2
                    if not (((v_metaData_link_url and v_metaData_link_url.startswith(('https://', 'http://', '/'))) or (not v_metaData_link_url or _is_harmless(v_metaData_link_url))) and (not v_metaData_link_data or _is_harmless(v_metaData_link_data))): mask |= 16
                o_metaData_sharpParams = o_metaData.sharpParams
                if o_metaData_sharpParams:
                    o_metaData_sharpParams_L = o_metaData_sharpParams.L
                    if o_metaData_sharpParams_L:
                        v_metaData_sharpParams_L_overrideQuality = o_metaData_sharpParams_L.overrideQuality
                        v_metaData_sharpParams_L_overrideUsm = o_metaData_sharpParams_L.overrideUsm
                        if v_metaData_sharpParams_L_overrideQuality is False: outs.append(None); masks.append(-1); continue
                        if v_metaData_sharpParams_L_overrideUsm is False: outs.append(None); masks.append(-1); continue
                if v_metaData_exif and not (of_text or is_plain(v_metaData_exif)): outs.append(None); masks.append(-1); continue
            o_secondaryMedia = item.secondaryMedia
            if o_secondaryMedia or o_secondaryMedia is None: outs.append(None); masks.append(-1); continue
            if v_directLink and not (of_text or is_plain(v_directLink)): outs.append(None); masks.append(-1); continue
            m_clip = carry_clip(v_mediaUrl, (v_metaData_fileName, v_metaData_qualities, v_metaData_posters, v_metaData_poster_url)) if v_mediaUrl else None
            if m_clip is None: outs.append(None); masks.append(-1); continue
            m_clip_value, found, m_clip_says, m_clip_poster = m_clip
            mask |= found
            if o_metaData_customPoster and not o_metaData_poster: outs.append(None); masks.append(-1); continue
            if not (((v_mediaUrl))): mask |= 4
            if moved: mask = move(mask, moved)
            outs.append(item); masks.append(mask); continue
        elif kind in ('text', 'html', 'h'):
            moved = 0
            o_metaData_textStyle = o_metaData_link = o_metaData_sharpParams = o_metaData_sharpParams_L = UNSET
            v_metadata = item.metadata
            v_itemId = item.itemId
            v_photoId = item.photoId
            v_id = item.id
            v_mediaUrl = item.mediaUrl
            v_file_url = item.file_url
            v_url = item.url
            v_src = item.src
            v_html = item.html
            v_text = item.text
            v_directLink = item.directLink
            if v_photoId and not (v_itemId):
                if v_itemId == '': outs.append(None); masks.append(-1); continue
                v_itemId = v_photoId; v_photoId = UNSET; moved |= 2
            elif v_id and not (v_itemId):
                if v_itemId == '': outs.append(None); masks.append(-1); continue
                v_itemId = v_id; v_id = UNSET; moved |= 4
            if v_file_url:
                if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                v_mediaUrl, v_file_url = v_file_url, v_mediaUrl
                moved |= 32; moved |= 64
            elif v_url and not (v_mediaUrl):
                if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                v_mediaUrl = v_url; v_url = UNSET; moved |= 128
            elif v_src and not (v_mediaUrl):
                if v_mediaUrl == '': outs.append(None); masks.append(-1); continue
                v_mediaUrl = v_src; v_src = UNSET; moved |= 256
            o_metaData = item.metaData
            if v_metadata and not (o_metaData):
                if o_metaData == '': outs.append(None); masks.append(-1); continue
                o_metaData = v_metadata; v_metadata = UNSET; moved |= 1
            if o_metaData:
                v_metaData_html = o_metaData.html
                v_metaData_backgroundColor = o_metaData.backgroundColor
                v_metaData_width = o_metaData.width
                v_metaData_height = o_metaData.height
                v_metaData_exif = o_metaData.exif
                v_metaData_editorHtml = o_metaData.editorHtml
                if v_text and not (v_html):
                    if v_html == '': outs.append(None); masks.append(-1); continue
                    v_html = v_text; v_text = UNSET; moved |= 512
                elif v_metaData_html and not (v_html):
                    if v_html == '': outs.append(None); masks.append(-1); continue
                    v_html = v_metaData_html; v_metaData_html = UNSET; moved |= 1024
                if v_metaData_width == 0: outs.append(None); masks.append(-1); continue
                if v_metaData_height == 0: outs.append(None); masks.append(-1); continue
                o_metaData_textStyle = o_metaData.textStyle
                if o_metaData_textStyle:
                    v_metaData_textStyle_backgroundColor = o_metaData_textStyle.backgroundColor
                    if v_metaData_textStyle_backgroundColor:
                        if v_metaData_backgroundColor == '': outs.append(None); masks.append(-1); continue
                        v_metaData_backgroundColor, v_metaData_textStyle_backgroundColor = v_metaData_textStyle_backgroundColor, v_metaData_backgroundColor
                        moved |= 2048; moved |= 4096
                o_metaData_link = o_metaData.link
                if o_metaData_link and o_metaData_link.type and is_none(o_metaData_link.type):
                    if is_no_link(to_builtins(o_metaData_link)): o_metaData_link = UNSET
                if o_metaData_link:
                    v_metaData_link_data = o_metaData_link.data
                    v_metaData_link_url = o_metaData_link.url
                    if v_metaData_link_data and not (of_text or is_plain(v_metaData_link_data)): outs.append(None); masks.append(-1); continue
                    if not ((not (o_metaData_link)) or (v_metaData_link_url and leads(v_metaData_link_url))): mask |= 2
                    if not (((v_metaData_link_url and v_metaData_link_url.startswith(('https://', 'http://', '/'))) or (not v_metaData_link_url or _is_harmless(v_metaData_link_url))) and (not v_metaData_link_data or _is_harmless(v_metaData_link_data))): mask |= 16
                o_metaData_sharpParams = o_metaData.sharpParams
                if o_metaData_sharpParams:
                    o_metaData_sharpParams_L = o_metaData_sharpParams.L
                    if o_metaData_sharpParams_L:
                        v_metaData_sharpParams_L_overrideQuality = o_metaData_sharpParams_L.overrideQuality
                        v_metaData_sharpParams_L_overrideUsm = o_metaData_sharpParams_L.overrideUsm
                        if v_metaData_sharpParams_L_overrideQuality is False: outs.append(None); masks.append(-1); continue
                        if v_metaData_sharpParams_L_overrideUsm is False: outs.append(None); masks.append(-1); continue
                if v_metaData_exif and not (of_text or is_plain(v_metaData_exif)): outs.append(None); masks.append(-1); continue
                if not ((not v_html or runs_nothing(v_html)) and (not v_metaData_editorHtml or runs_nothing(v_metaData_editorHtml))): mask |= 32
            o_secondaryMedia = item.secondaryMedia
            if o_secondaryMedia or o_secondaryMedia is None: outs.append(None); masks.append(-1); continue
            if v_directLink and not (of_text or is_plain(v_directLink)): outs.append(None); masks.append(-1); continue
            if not ((v_html)): mask |= 4
            if moved: mask = move(mask, moved)
            outs.append(item); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
