"""The conversion of usual items from component to velo.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.carrying import told_at_address
from gallery_lens.compiled.columns import all_guids
from gallery_lens.compiled.plain import is_plain
from gallery_lens.compiled.printing import free_object
from gallery_lens.dialects.component_values import kind_at
from gallery_lens.dialects.component_values import listed_poster
from gallery_lens.dialects.component_values import quality_switch
from gallery_lens.dialects.component_values import sharpening_switch
from gallery_lens.dialects.component_values import shown_text
from gallery_lens.dialects.noise import leads as leads2
from gallery_lens.dialects.noise import link_type_tells
from gallery_lens.dialects.noise import target_lost
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
    ('alt-text-dropped', ('metaData', 'alt'), None),
    ('alt-text-as-filename', ('metaData', 'alt'), None),
    ('filename-missing', ('mediaUrl',), None),
    ('dimensions-missing', ('mediaUrl',), None),
    ('image-url-dropped', ('mediaUrl',), None),
    ('external-image-details-dropped', ('metaData', 'width'), None),
    ('external-image-details-dropped', ('metaData', 'height'), None),
    ('external-image-details-dropped', ('metaData', 'fileName'), None),
    ('external-image', ('mediaUrl',), None),
    ('type-inferred', ('metaData',), 0),
    ('slug-not-guid', ('itemId',), None),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
    ('link-details-dropped', ('metaData', 'link', 'type'), None),
    ('link-details-dropped', ('metaData', 'link', 'data'), None),
    ('link-details-dropped', ('metaData', 'link', 'target'), None),
    ('unknown-field-dropped', ('file_url',), None),
    ('unknown-field-dropped', ('url',), None),
    ('unknown-field-dropped', ('src',), None),
    ('unknown-field-dropped', ('photoId',), None),
    ('unknown-field-dropped', ('id',), None),
    ('unknown-field-dropped', ('html',), None),
    ('unknown-field-dropped', ('text',), None),
    ('unknown-field-dropped', ('directLink',), None),
    ('unknown-field-dropped', ('directShareLink',), None),
    ('unknown-field-dropped', ('isVideoPlaceholder',), None),
    ('unknown-field-dropped', ('metaData', 'html'), None),
    ('unknown-field-dropped', ('metaData', 'editorHtml'), None),
    ('unknown-field-dropped', ('metaData', 'videoUrl'), None),
    ('unknown-field-dropped', ('metaData', 'backgroundColor'), None),
    ('unknown-field-dropped', ('metaData', 'isExternal'), None),
    ('unknown-field-dropped', ('metaData', 'duration'), None),
    ('unknown-field-dropped', ('metaData', 'qualities'), None),
    ('unknown-field-dropped', ('metaData', 'posters'), None),
    ('unknown-field-dropped', ('metaData', 'textStyle', 'backgroundColor'), None),
    ('unknown-field-dropped', ('metaData', 'poster', 'url'), None),
    ('unknown-field-dropped', ('metaData', 'poster', 'width'), None),
    ('unknown-field-dropped', ('metaData', 'poster', 'height'), None),
    ('unknown-field-dropped', ('metaData', 'customPoster', 'url'), None),
    ('unknown-field-dropped', ('metaData', 'customPoster', 'width'), None),
    ('unknown-field-dropped', ('metaData', 'customPoster', 'height'), None),
    ('unknown-field-dropped', ('metaData', 'link', 'title'), None),
    ('unknown-field-dropped', ('metaData', 'link', 'targetBlank'), None),
    ('unknown-field-dropped', ('metaData', 'sharpParams', 'L', 'overrideQuality'), None),
    ('unknown-field-dropped', ('metaData', 'sharpParams', 'L', 'overrideUsm'), None),
    ('resolutions-dropped', ('mediaUrl',), None),
    ('unknown-field-dropped', ('mediaUrl',), None),
    ('resolutions-dropped', ('metaData', 'qualities'), None),
    ('external-video-details-dropped', ('metaData', 'posters'), None),
    ('external-video-details-dropped', ('metaData', 'qualities'), None),
    ('external-video-details-dropped', ('metaData', 'fileName'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 0), None),
    ('external-video-details-dropped', ('metaData', 'posters', 1), None),
    ('external-video-details-dropped', ('metaData', 'posters', 2), None),
    ('external-video-details-dropped', ('metaData', 'posters', 3), None),
    ('external-video-details-dropped', ('metaData', 'posters', 0, 'width'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 0, 'height'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 0, 'filename'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 0, 'altText'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 1, 'width'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 1, 'height'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 1, 'filename'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 1, 'altText'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 2, 'width'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 2, 'height'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 2, 'filename'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 2, 'altText'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 3, 'width'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 3, 'height'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 3, 'filename'), None),
    ('external-video-details-dropped', ('metaData', 'posters', 3, 'altText'), None),
    ('extra-posters-dropped', ('metaData', 'posters', 0), None),
    ('extra-posters-dropped', ('metaData', 'posters', 1), None),
    ('extra-posters-dropped', ('metaData', 'posters', 2), None),
    ('extra-posters-dropped', ('metaData', 'posters', 3), None),
    ('alt-text-dropped', ('metaData', 'posters', 0, 'altText'), None),
    ('image-url-dropped', ('metaData', 'posters', 0, 'url'), None),
    ('unknown-field-dropped', ('metaData', 'posters', 0, 'filename'), None),
    ('dimensions-missing', ('metaData', 'posters', 0), None),
    ('alt-text-dropped', ('metaData', 'posters', 1, 'altText'), None),
    ('image-url-dropped', ('metaData', 'posters', 1, 'url'), None),
    ('unknown-field-dropped', ('metaData', 'posters', 1, 'filename'), None),
    ('dimensions-missing', ('metaData', 'posters', 1), None),
    ('thumbnail-dropped', ('metaData', 'poster', 'url'), None),
    ('type-inferred', ('metaData',), 1),
    ('unknown-field-dropped', ('metaData', 'alt'), None),
    ('unknown-field-dropped', ('metaData', 'focalPoint'), None),
    ('unknown-field-dropped', ('metaData', 'exif'), None),
    ('unknown-field-dropped', ('metaData', 'sharpParams', 'L', 'quality'), None),
    ('unknown-field-dropped', ('metaData', 'sharpParams', 'L', 'usm', 'usm_a'), None),
    ('unknown-field-dropped', ('metaData', 'sharpParams', 'L', 'usm', 'usm_r'), None),
    ('unknown-field-dropped', ('metaData', 'sharpParams', 'L', 'usm', 'usm_t'), None),
    ('unknown-field-dropped', ('metaData', 'width'), None),
    ('unknown-field-dropped', ('metaData', 'height'), None),
    ('unknown-field-dropped', ('metaData', 'fileName'), None),
)
PLACED = 0


def bind(bound):
    global carry_picture, respells, OutLink, OutImageFocalpoint, OutImageUnsharpmasking, OutImage, OutTags, Out, move, carry_clip, OutVideo, OutText
    carry_picture = bound.carrier('carry_picture', into=False, at=('mediaUrl',), parts=True, details=(('width', ('metaData', 'width')), ('height', ('metaData', 'height')), ('filename', ('metaData', 'fileName')), ('altText', ('metaData', 'alt'))), flat=False, to_backend=True, same=False, alt=(), formats=False)
    respells = bound.respelling(True)
    OutLink = bound.into[('link',)]
    OutImageFocalpoint = bound.into[('image', 'focalPoint')]
    OutImageUnsharpmasking = bound.into[('image', 'unsharpMasking')]
    OutImage = bound.into[('image',)]
    OutTags = bound.into[('tags',)]
    Out = bound.into[()]
    move = bound.move
    carry_clip = bound.carrier('carry_clip', into=False, at=('mediaUrl',), parts=True, details=(('filename', ('metaData', 'fileName')), ('resolutions', ('metaData', 'qualities')), ('posters', ('metaData', 'posters')), ('thumbnail', ('metaData', 'poster', 'url'))), flat=False, to_backend=True, same=False, alt=(), formats=True)
    OutVideo = bound.into[('video',)]
    OutText = bound.into[('text',)]


def batch(items, outs, masks, of_text):
    all_itemId = all_guids([item.itemId for item in items])
    for item in items:
        mask = 0
        held = item.metaData or item.metadata
        kind = held.type if held else UNSET
        untyped = kind is UNSET and bool(held)
        if untyped: kind = {'IMAGE': 'image', 'VIDEO': 'video'}.get(kind_at(item.mediaUrl, item.file_url, item.url, item.src))
        if kind in ('image', 'i'):
            moved = 0
            o_metaData_link = o_metaData_sharpParams = o_metaData_sharpParams_L = v_metaData_width = v_metaData_height = v_metaData_fileName = v_metaData_alt = o_metaData_textStyle = o_metaData_poster = o_metaData_customPoster = v_metaData_sharpParams_L_overrideQuality = v_metaData_sharpParams_L_quality = v_metaData_sharpParams_L_overrideUsm = o_metaData_sharpParams_L_usm = v_metaData_sharpParams_L_usm_usm_a = v_metaData_sharpParams_L_usm_usm_r = v_metaData_sharpParams_L_usm_usm_t = v_metaData_title = v_metaData_description = t_link = v_metaData_focalPoint = v_metaData_focalPoint_0 = v_metaData_focalPoint_1 = v_metaData_exif = t_image_unsharpMasking = v_metaData_tags = UNSET
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
            v_html = item.html
            v_text = item.text
            v_directShareLink = item.directShareLink
            v_isVideoPlaceholder = item.isVideoPlaceholder
            v_orderIndex = item.orderIndex
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
                v_metaData_html = o_metaData.html
                v_metaData_editorHtml = o_metaData.editorHtml
                v_metaData_videoUrl = o_metaData.videoUrl
                v_metaData_backgroundColor = o_metaData.backgroundColor
                v_metaData_isExternal = o_metaData.isExternal
                v_metaData_duration = o_metaData.duration
                v_metaData_qualities = o_metaData.qualities
                v_metaData_posters = o_metaData.posters
                v_metaData_title = o_metaData.title
                v_metaData_description = o_metaData.description
                v_metaData_tags = o_metaData.tags
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
                    v_metaData_link_type = o_metaData_link.type
                    v_metaData_link_target = o_metaData_link.target
                    v_metaData_link_title = o_metaData_link.title
                    v_metaData_link_targetBlank = o_metaData_link.targetBlank
                    v_metaData_link_text = o_metaData_link.text
                    if not (v_metaData_link_title is v_metaData_link_targetBlank is UNSET):
                        if v_metaData_link_title is not UNSET and v_metaData_link_title is not None and holds_anything(v_metaData_link_title): mask |= 35184372088832
                        if v_metaData_link_targetBlank is not UNSET and v_metaData_link_targetBlank is not None and holds_anything(v_metaData_link_targetBlank): mask |= 70368744177664
                    if v_metaData_link_data and not (of_text or is_plain(v_metaData_link_data)): outs.append(None); masks.append(-1); continue
                    if not ((not (o_metaData_link)) or (v_metaData_link_url and leads(v_metaData_link_url))): mask |= 4096
                    if not (((v_metaData_link_url and v_metaData_link_url.startswith(('https://', 'http://', '/'))) or (not v_metaData_link_url or _is_harmless(v_metaData_link_url))) and (not v_metaData_link_data or _is_harmless(v_metaData_link_data))): mask |= 32768
                    if v_metaData_link_type and link_type_tells(v_metaData_link_type): mask |= 131072
                    if v_metaData_link_data: mask |= 262144
                    if target_lost(v_metaData_link_target, v_metaData_link_url): mask |= 524288
                    if v_metaData_link_data and respells(v_metaData_link_data): outs.append(None); masks.append(-1); continue
                    t_link_url = (v_metaData_link_url if leads2(v_metaData_link_url) else UNSET)
                    t_link_target = (v_metaData_link_target if v_metaData_link_target and leads2(v_metaData_link_url) else UNSET)
                    t_link = (OutLink(v_metaData_link_text, t_link_url, t_link_target) if v_metaData_link_text is not UNSET or t_link_url is not UNSET or t_link_target is not UNSET else UNSET)
                o_metaData_sharpParams = o_metaData.sharpParams
                if o_metaData_sharpParams:
                    o_metaData_sharpParams_L = o_metaData_sharpParams.L
                    if o_metaData_sharpParams_L:
                        v_metaData_sharpParams_L_overrideQuality = o_metaData_sharpParams_L.overrideQuality
                        v_metaData_sharpParams_L_overrideUsm = o_metaData_sharpParams_L.overrideUsm
                        v_metaData_sharpParams_L_quality = o_metaData_sharpParams_L.quality
                        if v_metaData_sharpParams_L_overrideQuality is False: outs.append(None); masks.append(-1); continue
                        if v_metaData_sharpParams_L_overrideUsm is False: outs.append(None); masks.append(-1); continue
                        o_metaData_sharpParams_L_usm = o_metaData_sharpParams_L.usm
                        if o_metaData_sharpParams_L_usm:
                            v_metaData_sharpParams_L_usm_usm_a = o_metaData_sharpParams_L_usm.usm_a
                            v_metaData_sharpParams_L_usm_usm_r = o_metaData_sharpParams_L_usm.usm_r
                            v_metaData_sharpParams_L_usm_usm_t = o_metaData_sharpParams_L_usm.usm_t
                            t_image_unsharpMasking = (OutImageUnsharpmasking(v_metaData_sharpParams_L_usm_usm_a, v_metaData_sharpParams_L_usm_usm_r, v_metaData_sharpParams_L_usm_usm_t) if v_metaData_sharpParams_L_usm_usm_a is not UNSET or v_metaData_sharpParams_L_usm_usm_r is not UNSET or v_metaData_sharpParams_L_usm_usm_t is not UNSET else UNSET)
                o_metaData_textStyle = o_metaData.textStyle
                if o_metaData_textStyle:
                    v_metaData_textStyle_backgroundColor = o_metaData_textStyle.backgroundColor
                    if not (v_metaData_textStyle_backgroundColor is UNSET):
                        if v_metaData_textStyle_backgroundColor is not UNSET and v_metaData_textStyle_backgroundColor is not None and holds_anything(v_metaData_textStyle_backgroundColor): mask |= 274877906944
                o_metaData_poster = o_metaData.poster
                if o_metaData_poster:
                    v_metaData_poster_url = o_metaData_poster.url
                    v_metaData_poster_width = o_metaData_poster.width
                    v_metaData_poster_height = o_metaData_poster.height
                    if not (v_metaData_poster_url is v_metaData_poster_width is v_metaData_poster_height is UNSET):
                        if v_metaData_poster_url is not UNSET and v_metaData_poster_url is not None and holds_anything(v_metaData_poster_url): mask |= 549755813888
                        if v_metaData_poster_width is not UNSET and v_metaData_poster_width is not None and holds_anything(v_metaData_poster_width): mask |= 1099511627776
                        if v_metaData_poster_height is not UNSET and v_metaData_poster_height is not None and holds_anything(v_metaData_poster_height): mask |= 2199023255552
                o_metaData_customPoster = o_metaData.customPoster
                if o_metaData_customPoster:
                    v_metaData_customPoster_url = o_metaData_customPoster.url
                    v_metaData_customPoster_width = o_metaData_customPoster.width
                    v_metaData_customPoster_height = o_metaData_customPoster.height
                    if not (v_metaData_customPoster_url is v_metaData_customPoster_width is v_metaData_customPoster_height is UNSET):
                        if v_metaData_customPoster_url is not UNSET and v_metaData_customPoster_url is not None and holds_anything(v_metaData_customPoster_url): mask |= 4398046511104
                        if v_metaData_customPoster_width is not UNSET and v_metaData_customPoster_width is not None and holds_anything(v_metaData_customPoster_width): mask |= 8796093022208
                        if v_metaData_customPoster_height is not UNSET and v_metaData_customPoster_height is not None and holds_anything(v_metaData_customPoster_height): mask |= 17592186044416
                if not (v_metaData_html is v_metaData_editorHtml is v_metaData_videoUrl is v_metaData_backgroundColor is v_metaData_isExternal is v_metaData_duration is v_metaData_qualities is v_metaData_posters is UNSET):
                    if v_metaData_html is not UNSET and v_metaData_html is not None and holds_anything(v_metaData_html): mask |= 1073741824
                    if v_metaData_editorHtml is not UNSET and v_metaData_editorHtml is not None and holds_anything(v_metaData_editorHtml): mask |= 2147483648
                    if v_metaData_videoUrl is not UNSET and v_metaData_videoUrl is not None and holds_anything(v_metaData_videoUrl): mask |= 4294967296
                    if v_metaData_backgroundColor is not UNSET and v_metaData_backgroundColor is not None and holds_anything(v_metaData_backgroundColor): mask |= 8589934592
                    if v_metaData_isExternal is not UNSET and v_metaData_isExternal is not None and holds_anything(v_metaData_isExternal): mask |= 17179869184
                    if v_metaData_duration is not UNSET and v_metaData_duration is not None and holds_anything(v_metaData_duration): mask |= 34359738368
                    if v_metaData_qualities is not UNSET and v_metaData_qualities is not None and holds_anything(v_metaData_qualities): mask |= 68719476736
                    if v_metaData_posters is not UNSET and v_metaData_posters is not None and holds_anything(v_metaData_posters): mask |= 137438953472
                if v_metaData_exif and not (of_text or is_plain(v_metaData_exif)): outs.append(None); masks.append(-1); continue
                if not ((v_metaData_focalPoint_0 is None or v_metaData_focalPoint_0 is UNSET or 0 <= v_metaData_focalPoint_0 <= 1) and (v_metaData_focalPoint_1 is None or v_metaData_focalPoint_1 is UNSET or 0 <= v_metaData_focalPoint_1 <= 1)): mask |= 16384
                if v_metaData_exif and respells(v_metaData_exif): outs.append(None); masks.append(-1); continue
            o_secondaryMedia = item.secondaryMedia
            if not (v_file_url is v_url is v_src is v_photoId is v_id is v_html is v_text is v_directLink is v_directShareLink is v_isVideoPlaceholder is UNSET):
                if v_file_url is not UNSET and v_file_url is not None and holds_anything(v_file_url): mask |= 1048576
                if v_url is not UNSET and v_url is not None and holds_anything(v_url): mask |= 2097152
                if v_src is not UNSET and v_src is not None and holds_anything(v_src): mask |= 4194304
                if v_photoId is not UNSET and v_photoId is not None and holds_anything(v_photoId): mask |= 8388608
                if v_id is not UNSET and v_id is not None and holds_anything(v_id): mask |= 16777216
                if v_html is not UNSET and v_html is not None and holds_anything(v_html): mask |= 33554432
                if v_text is not UNSET and v_text is not None and holds_anything(v_text): mask |= 67108864
                if v_directLink is not UNSET and v_directLink is not None and holds_anything(v_directLink): mask |= 134217728
                if v_directShareLink is not UNSET and v_directShareLink is not None and holds_anything(v_directShareLink): mask |= 268435456
                if v_isVideoPlaceholder is not UNSET and v_isVideoPlaceholder is not None and holds_anything(v_isVideoPlaceholder): mask |= 536870912
            if o_secondaryMedia or o_secondaryMedia is None: outs.append(None); masks.append(-1); continue
            if v_directLink and not (of_text or is_plain(v_directLink)): outs.append(None); masks.append(-1); continue
            m_picture = carry_picture(v_mediaUrl, (v_metaData_width, v_metaData_height, v_metaData_fileName, v_metaData_alt)) if v_mediaUrl else None
            if m_picture is None: outs.append(None); masks.append(-1); continue
            m_picture_value, found, m_picture_says, m_picture_poster = m_picture
            mask |= found
            if (v_itemId) and (not ((all_itemId and not moved) or is_guid(v_itemId))): mask |= 2048
            if untyped: mask |= 1024
            if not (((v_mediaUrl))): mask |= 8192
            if v_metadata: outs.append(None); masks.append(-1); continue
            if v_metaData_sharpParams_L_overrideQuality is not UNSET and v_metaData_sharpParams_L_overrideQuality is not None:
                made = quality_switch(v_metaData_sharpParams_L_quality)
                if v_metaData_sharpParams_L_overrideQuality is not UNSET and v_metaData_sharpParams_L_overrideQuality is not None and (type(v_metaData_sharpParams_L_overrideQuality) is not type(made) or v_metaData_sharpParams_L_overrideQuality != made): mask |= 140737488355328
            if v_metaData_sharpParams_L_overrideUsm is not UNSET and v_metaData_sharpParams_L_overrideUsm is not None:
                made = sharpening_switch(v_metaData_sharpParams_L_usm_usm_a, v_metaData_sharpParams_L_usm_usm_r, v_metaData_sharpParams_L_usm_usm_t)
                if v_metaData_sharpParams_L_overrideUsm is not UNSET and v_metaData_sharpParams_L_overrideUsm is not None and (type(v_metaData_sharpParams_L_overrideUsm) is not type(made) or v_metaData_sharpParams_L_overrideUsm != made): mask |= 281474976710656
            t_image_focalPoint = ((OutImageFocalpoint(v_metaData_focalPoint_0, v_metaData_focalPoint_1) if v_metaData_focalPoint_0 is not UNSET or v_metaData_focalPoint_1 is not UNSET else UNSET) if v_metaData_focalPoint else v_metaData_focalPoint)
            t_image_unsharpMasking = (t_image_unsharpMasking if o_metaData_sharpParams_L_usm is not None else None)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_itemId if v_itemId and ((all_itemId and not moved) or is_guid(v_itemId)) else UNSET), UNSET, UNSET, v_orderIndex, v_metaData_title, v_metaData_description, (t_link if o_metaData_link is not None else None), 'IMAGE', (OutImage(m_picture_value, UNSET, t_image_focalPoint, v_metaData_exif, v_metaData_sharpParams_L_quality, t_image_unsharpMasking) if m_picture_value is not UNSET or t_image_focalPoint is not UNSET or v_metaData_exif is not UNSET or v_metaData_sharpParams_L_quality is not UNSET or t_image_unsharpMasking is not UNSET else UNSET), UNSET, UNSET, (OutTags(v_metaData_tags) if v_metaData_tags is not UNSET else UNSET))); masks.append(mask); continue
        elif kind in ('video', 'v'):
            moved = 0
            o_metaData_customPoster = o_metaData_poster = o_metaData_link = o_metaData_sharpParams = o_metaData_sharpParams_L = v_metaData_fileName = v_metaData_qualities = v_metaData_posters = v_metaData_poster_url = o_metaData_textStyle = o_metaData_sharpParams_L_usm = v_metaData_videoUrl = v_metaData_isExternal = v_metaData_width = v_metaData_height = v_metaData_poster_width = v_metaData_poster_height = v_metaData_title = v_metaData_description = t_link = v_metaData_duration = v_metaData_tags = UNSET
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
            v_html = item.html
            v_text = item.text
            v_directShareLink = item.directShareLink
            v_isVideoPlaceholder = item.isVideoPlaceholder
            v_orderIndex = item.orderIndex
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
                v_metaData_alt = o_metaData.alt
                v_metaData_html = o_metaData.html
                v_metaData_editorHtml = o_metaData.editorHtml
                v_metaData_backgroundColor = o_metaData.backgroundColor
                v_metaData_focalPoint = o_metaData.focalPoint
                v_metaData_title = o_metaData.title
                v_metaData_description = o_metaData.description
                v_metaData_duration = o_metaData.duration
                v_metaData_tags = o_metaData.tags
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
                if o_metaData_customPoster:
                    v_metaData_customPoster_url = o_metaData_customPoster.url
                    v_metaData_customPoster_width = o_metaData_customPoster.width
                    v_metaData_customPoster_height = o_metaData_customPoster.height
                    if not (v_metaData_customPoster_url is v_metaData_customPoster_width is v_metaData_customPoster_height is UNSET):
                        if v_metaData_customPoster_url is not UNSET and v_metaData_customPoster_url is not None and holds_anything(v_metaData_customPoster_url): mask |= 4398046511104
                        if v_metaData_customPoster_width is not UNSET and v_metaData_customPoster_width is not None and holds_anything(v_metaData_customPoster_width): mask |= 8796093022208
                        if v_metaData_customPoster_height is not UNSET and v_metaData_customPoster_height is not None and holds_anything(v_metaData_customPoster_height): mask |= 17592186044416
                o_metaData_poster = o_metaData.poster
                if o_metaData_poster and (v_metaData_posters is UNSET or v_metaData_posters is None):
                    made = listed_poster(o_metaData_poster)
                    if made is not None: v_metaData_posters = made; o_metaData_poster = UNSET; moved |= 16384; moved |= 32768
                if o_metaData_poster:
                    v_metaData_poster_url = o_metaData_poster.url
                    v_metaData_poster_width = o_metaData_poster.width
                    v_metaData_poster_height = o_metaData_poster.height
                o_metaData_link = o_metaData.link
                if o_metaData_link and o_metaData_link.type and is_none(o_metaData_link.type):
                    if is_no_link(to_builtins(o_metaData_link)): o_metaData_link = UNSET
                if o_metaData_link:
                    v_metaData_link_data = o_metaData_link.data
                    v_metaData_link_url = o_metaData_link.url
                    v_metaData_link_type = o_metaData_link.type
                    v_metaData_link_target = o_metaData_link.target
                    v_metaData_link_title = o_metaData_link.title
                    v_metaData_link_targetBlank = o_metaData_link.targetBlank
                    v_metaData_link_text = o_metaData_link.text
                    if not (v_metaData_link_title is v_metaData_link_targetBlank is UNSET):
                        if v_metaData_link_title is not UNSET and v_metaData_link_title is not None and holds_anything(v_metaData_link_title): mask |= 35184372088832
                        if v_metaData_link_targetBlank is not UNSET and v_metaData_link_targetBlank is not None and holds_anything(v_metaData_link_targetBlank): mask |= 70368744177664
                    if v_metaData_link_data and not (of_text or is_plain(v_metaData_link_data)): outs.append(None); masks.append(-1); continue
                    if not ((not (o_metaData_link)) or (v_metaData_link_url and leads(v_metaData_link_url))): mask |= 4096
                    if not (((v_metaData_link_url and v_metaData_link_url.startswith(('https://', 'http://', '/'))) or (not v_metaData_link_url or _is_harmless(v_metaData_link_url))) and (not v_metaData_link_data or _is_harmless(v_metaData_link_data))): mask |= 32768
                    if v_metaData_link_type and link_type_tells(v_metaData_link_type): mask |= 131072
                    if v_metaData_link_data: mask |= 262144
                    if target_lost(v_metaData_link_target, v_metaData_link_url): mask |= 524288
                    if v_metaData_link_data and respells(v_metaData_link_data): outs.append(None); masks.append(-1); continue
                    t_link_url = (v_metaData_link_url if leads2(v_metaData_link_url) else UNSET)
                    t_link_target = (v_metaData_link_target if v_metaData_link_target and leads2(v_metaData_link_url) else UNSET)
                    t_link = (OutLink(v_metaData_link_text, t_link_url, t_link_target) if v_metaData_link_text is not UNSET or t_link_url is not UNSET or t_link_target is not UNSET else UNSET)
                o_metaData_sharpParams = o_metaData.sharpParams
                if o_metaData_sharpParams:
                    o_metaData_sharpParams_L = o_metaData_sharpParams.L
                    if o_metaData_sharpParams_L:
                        v_metaData_sharpParams_L_overrideQuality = o_metaData_sharpParams_L.overrideQuality
                        v_metaData_sharpParams_L_overrideUsm = o_metaData_sharpParams_L.overrideUsm
                        v_metaData_sharpParams_L_quality = o_metaData_sharpParams_L.quality
                        if v_metaData_sharpParams_L_overrideQuality is False: outs.append(None); masks.append(-1); continue
                        if v_metaData_sharpParams_L_overrideUsm is False: outs.append(None); masks.append(-1); continue
                        o_metaData_sharpParams_L_usm = o_metaData_sharpParams_L.usm
                        if o_metaData_sharpParams_L_usm:
                            v_metaData_sharpParams_L_usm_usm_a = o_metaData_sharpParams_L_usm.usm_a
                            v_metaData_sharpParams_L_usm_usm_r = o_metaData_sharpParams_L_usm.usm_r
                            v_metaData_sharpParams_L_usm_usm_t = o_metaData_sharpParams_L_usm.usm_t
                            if not (v_metaData_sharpParams_L_usm_usm_a is v_metaData_sharpParams_L_usm_usm_r is v_metaData_sharpParams_L_usm_usm_t is UNSET):
                                if v_metaData_sharpParams_L_usm_usm_a is not UNSET and v_metaData_sharpParams_L_usm_usm_a is not None and holds_anything(v_metaData_sharpParams_L_usm_usm_a): mask |= 9903520314283042199192993792
                                if v_metaData_sharpParams_L_usm_usm_r is not UNSET and v_metaData_sharpParams_L_usm_usm_r is not None and holds_anything(v_metaData_sharpParams_L_usm_usm_r): mask |= 19807040628566084398385987584
                                if v_metaData_sharpParams_L_usm_usm_t is not UNSET and v_metaData_sharpParams_L_usm_usm_t is not None and holds_anything(v_metaData_sharpParams_L_usm_usm_t): mask |= 39614081257132168796771975168
                        if not (v_metaData_sharpParams_L_quality is v_metaData_sharpParams_L_overrideQuality is v_metaData_sharpParams_L_overrideUsm is UNSET):
                            if v_metaData_sharpParams_L_quality is not UNSET and v_metaData_sharpParams_L_quality is not None and holds_anything(v_metaData_sharpParams_L_quality): mask |= 4951760157141521099596496896
                            if v_metaData_sharpParams_L_overrideQuality is not UNSET and v_metaData_sharpParams_L_overrideQuality is not None and holds_anything(v_metaData_sharpParams_L_overrideQuality): mask |= 140737488355328
                            if v_metaData_sharpParams_L_overrideUsm is not UNSET and v_metaData_sharpParams_L_overrideUsm is not None and holds_anything(v_metaData_sharpParams_L_overrideUsm): mask |= 281474976710656
                o_metaData_textStyle = o_metaData.textStyle
                if o_metaData_textStyle:
                    v_metaData_textStyle_backgroundColor = o_metaData_textStyle.backgroundColor
                    if not (v_metaData_textStyle_backgroundColor is UNSET):
                        if v_metaData_textStyle_backgroundColor is not UNSET and v_metaData_textStyle_backgroundColor is not None and holds_anything(v_metaData_textStyle_backgroundColor): mask |= 274877906944
                if not (v_metaData_alt is v_metaData_html is v_metaData_editorHtml is v_metaData_backgroundColor is v_metaData_focalPoint is v_metaData_exif is UNSET):
                    if v_metaData_alt is not UNSET and v_metaData_alt is not None and holds_anything(v_metaData_alt): mask |= 618970019642690137449562112
                    if v_metaData_html is not UNSET and v_metaData_html is not None and holds_anything(v_metaData_html): mask |= 1073741824
                    if v_metaData_editorHtml is not UNSET and v_metaData_editorHtml is not None and holds_anything(v_metaData_editorHtml): mask |= 2147483648
                    if v_metaData_backgroundColor is not UNSET and v_metaData_backgroundColor is not None and holds_anything(v_metaData_backgroundColor): mask |= 8589934592
                    if v_metaData_focalPoint is not UNSET and v_metaData_focalPoint is not None and holds_anything(v_metaData_focalPoint): mask |= 1237940039285380274899124224
                    if v_metaData_exif is not UNSET and v_metaData_exif is not None and holds_anything(v_metaData_exif): mask |= 2475880078570760549798248448
                if v_metaData_exif and not (of_text or is_plain(v_metaData_exif)): outs.append(None); masks.append(-1); continue
            o_secondaryMedia = item.secondaryMedia
            if not (v_file_url is v_url is v_src is v_photoId is v_id is v_html is v_text is v_directLink is v_directShareLink is v_isVideoPlaceholder is UNSET):
                if v_file_url is not UNSET and v_file_url is not None and holds_anything(v_file_url): mask |= 1048576
                if v_url is not UNSET and v_url is not None and holds_anything(v_url): mask |= 2097152
                if v_src is not UNSET and v_src is not None and holds_anything(v_src): mask |= 4194304
                if v_photoId is not UNSET and v_photoId is not None and holds_anything(v_photoId): mask |= 8388608
                if v_id is not UNSET and v_id is not None and holds_anything(v_id): mask |= 16777216
                if v_html is not UNSET and v_html is not None and holds_anything(v_html): mask |= 33554432
                if v_text is not UNSET and v_text is not None and holds_anything(v_text): mask |= 67108864
                if v_directLink is not UNSET and v_directLink is not None and holds_anything(v_directLink): mask |= 134217728
                if v_directShareLink is not UNSET and v_directShareLink is not None and holds_anything(v_directShareLink): mask |= 268435456
                if v_isVideoPlaceholder is not UNSET and v_isVideoPlaceholder is not None and holds_anything(v_isVideoPlaceholder): mask |= 536870912
            if o_secondaryMedia or o_secondaryMedia is None: outs.append(None); masks.append(-1); continue
            if v_directLink and not (of_text or is_plain(v_directLink)): outs.append(None); masks.append(-1); continue
            m_clip = carry_clip(v_mediaUrl, (v_metaData_fileName, v_metaData_qualities, v_metaData_posters, v_metaData_poster_url)) if v_mediaUrl else None
            if m_clip is None: outs.append(None); masks.append(-1); continue
            m_clip_value, found, m_clip_says, m_clip_poster = m_clip
            mask |= found
            if (v_itemId) and (not ((all_itemId and not moved) or is_guid(v_itemId))): mask |= 2048
            if o_metaData_customPoster and not o_metaData_poster: outs.append(None); masks.append(-1); continue
            if untyped: mask |= 309485009821345068724781056
            if not (((v_mediaUrl))): mask |= 8192
            if v_metadata: outs.append(None); masks.append(-1); continue
            if v_metaData_videoUrl is not UNSET or v_metaData_isExternal is not UNSET or v_metaData_width is not UNSET or v_metaData_height is not UNSET or v_metaData_poster_width is not UNSET or v_metaData_poster_height is not UNSET:
                t_page, t_external, t_width, t_height = told_at_address(v_mediaUrl, (v_metaData_fileName, v_metaData_qualities, v_metaData_posters, v_metaData_poster_url))
                if v_metaData_videoUrl is not UNSET and v_metaData_videoUrl is not None and v_metaData_videoUrl != t_page: mask |= 4294967296
                if v_metaData_isExternal is not UNSET and v_metaData_isExternal is not None and v_metaData_isExternal != t_external: mask |= 17179869184
                if v_metaData_width is not UNSET and v_metaData_width is not None and (type(v_metaData_width) is not int or v_metaData_width != t_width): mask |= 79228162514264337593543950336
                if v_metaData_height is not UNSET and v_metaData_height is not None and (type(v_metaData_height) is not int or v_metaData_height != t_height): mask |= 158456325028528675187087900672
                if v_metaData_poster_width is not UNSET and v_metaData_poster_width is not None and (type(v_metaData_poster_width) is not int or v_metaData_poster_width != t_width): mask |= 1099511627776
                if v_metaData_poster_height is not UNSET and v_metaData_poster_height is not None and (type(v_metaData_poster_height) is not int or v_metaData_poster_height != t_height): mask |= 2199023255552
            t_video_type = (m_clip_says or UNSET)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_itemId if v_itemId and ((all_itemId and not moved) or is_guid(v_itemId)) else UNSET), UNSET, UNSET, v_orderIndex, v_metaData_title, v_metaData_description, (t_link if o_metaData_link is not None else None), 'VIDEO', UNSET, (OutVideo(t_video_type, m_clip_value, v_metaData_duration) if t_video_type is not UNSET or m_clip_value is not UNSET or v_metaData_duration is not UNSET else UNSET), UNSET, (OutTags(v_metaData_tags) if v_metaData_tags is not UNSET else UNSET))); masks.append(mask); continue
        elif kind in ('text', 'html', 'h'):
            moved = 0
            o_metaData_textStyle = o_metaData_link = o_metaData_sharpParams = o_metaData_sharpParams_L = o_metaData_poster = o_metaData_customPoster = o_metaData_sharpParams_L_usm = v_metaData_html = v_metaData_title = v_metaData_description = t_link = v_metaData_backgroundColor = v_metaData_width = v_metaData_height = v_metaData_editorHtml = v_metaData_tags = UNSET
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
            v_directShareLink = item.directShareLink
            v_isVideoPlaceholder = item.isVideoPlaceholder
            v_orderIndex = item.orderIndex
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
                v_metaData_alt = o_metaData.alt
                v_metaData_fileName = o_metaData.fileName
                v_metaData_videoUrl = o_metaData.videoUrl
                v_metaData_focalPoint = o_metaData.focalPoint
                v_metaData_isExternal = o_metaData.isExternal
                v_metaData_duration = o_metaData.duration
                v_metaData_qualities = o_metaData.qualities
                v_metaData_posters = o_metaData.posters
                v_metaData_title = o_metaData.title
                v_metaData_description = o_metaData.description
                v_metaData_tags = o_metaData.tags
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
                    if not (v_metaData_textStyle_backgroundColor is UNSET):
                        if v_metaData_textStyle_backgroundColor is not UNSET and v_metaData_textStyle_backgroundColor is not None and holds_anything(v_metaData_textStyle_backgroundColor): mask |= 274877906944
                o_metaData_link = o_metaData.link
                if o_metaData_link and o_metaData_link.type and is_none(o_metaData_link.type):
                    if is_no_link(to_builtins(o_metaData_link)): o_metaData_link = UNSET
                if o_metaData_link:
                    v_metaData_link_data = o_metaData_link.data
                    v_metaData_link_url = o_metaData_link.url
                    v_metaData_link_type = o_metaData_link.type
                    v_metaData_link_target = o_metaData_link.target
                    v_metaData_link_title = o_metaData_link.title
                    v_metaData_link_targetBlank = o_metaData_link.targetBlank
                    v_metaData_link_text = o_metaData_link.text
                    if not (v_metaData_link_title is v_metaData_link_targetBlank is UNSET):
                        if v_metaData_link_title is not UNSET and v_metaData_link_title is not None and holds_anything(v_metaData_link_title): mask |= 35184372088832
                        if v_metaData_link_targetBlank is not UNSET and v_metaData_link_targetBlank is not None and holds_anything(v_metaData_link_targetBlank): mask |= 70368744177664
                    if v_metaData_link_data and not (of_text or is_plain(v_metaData_link_data)): outs.append(None); masks.append(-1); continue
                    if not ((not (o_metaData_link)) or (v_metaData_link_url and leads(v_metaData_link_url))): mask |= 4096
                    if not (((v_metaData_link_url and v_metaData_link_url.startswith(('https://', 'http://', '/'))) or (not v_metaData_link_url or _is_harmless(v_metaData_link_url))) and (not v_metaData_link_data or _is_harmless(v_metaData_link_data))): mask |= 32768
                    if v_metaData_link_type and link_type_tells(v_metaData_link_type): mask |= 131072
                    if v_metaData_link_data: mask |= 262144
                    if target_lost(v_metaData_link_target, v_metaData_link_url): mask |= 524288
                    if v_metaData_link_data and respells(v_metaData_link_data): outs.append(None); masks.append(-1); continue
                    t_link_url = (v_metaData_link_url if leads2(v_metaData_link_url) else UNSET)
                    t_link_target = (v_metaData_link_target if v_metaData_link_target and leads2(v_metaData_link_url) else UNSET)
                    t_link = (OutLink(v_metaData_link_text, t_link_url, t_link_target) if v_metaData_link_text is not UNSET or t_link_url is not UNSET or t_link_target is not UNSET else UNSET)
                o_metaData_sharpParams = o_metaData.sharpParams
                if o_metaData_sharpParams:
                    o_metaData_sharpParams_L = o_metaData_sharpParams.L
                    if o_metaData_sharpParams_L:
                        v_metaData_sharpParams_L_overrideQuality = o_metaData_sharpParams_L.overrideQuality
                        v_metaData_sharpParams_L_overrideUsm = o_metaData_sharpParams_L.overrideUsm
                        v_metaData_sharpParams_L_quality = o_metaData_sharpParams_L.quality
                        if v_metaData_sharpParams_L_overrideQuality is False: outs.append(None); masks.append(-1); continue
                        if v_metaData_sharpParams_L_overrideUsm is False: outs.append(None); masks.append(-1); continue
                        o_metaData_sharpParams_L_usm = o_metaData_sharpParams_L.usm
                        if o_metaData_sharpParams_L_usm:
                            v_metaData_sharpParams_L_usm_usm_a = o_metaData_sharpParams_L_usm.usm_a
                            v_metaData_sharpParams_L_usm_usm_r = o_metaData_sharpParams_L_usm.usm_r
                            v_metaData_sharpParams_L_usm_usm_t = o_metaData_sharpParams_L_usm.usm_t
                            if not (v_metaData_sharpParams_L_usm_usm_a is v_metaData_sharpParams_L_usm_usm_r is v_metaData_sharpParams_L_usm_usm_t is UNSET):
                                if v_metaData_sharpParams_L_usm_usm_a is not UNSET and v_metaData_sharpParams_L_usm_usm_a is not None and holds_anything(v_metaData_sharpParams_L_usm_usm_a): mask |= 9903520314283042199192993792
                                if v_metaData_sharpParams_L_usm_usm_r is not UNSET and v_metaData_sharpParams_L_usm_usm_r is not None and holds_anything(v_metaData_sharpParams_L_usm_usm_r): mask |= 19807040628566084398385987584
                                if v_metaData_sharpParams_L_usm_usm_t is not UNSET and v_metaData_sharpParams_L_usm_usm_t is not None and holds_anything(v_metaData_sharpParams_L_usm_usm_t): mask |= 39614081257132168796771975168
                        if not (v_metaData_sharpParams_L_quality is v_metaData_sharpParams_L_overrideQuality is v_metaData_sharpParams_L_overrideUsm is UNSET):
                            if v_metaData_sharpParams_L_quality is not UNSET and v_metaData_sharpParams_L_quality is not None and holds_anything(v_metaData_sharpParams_L_quality): mask |= 4951760157141521099596496896
                            if v_metaData_sharpParams_L_overrideQuality is not UNSET and v_metaData_sharpParams_L_overrideQuality is not None and holds_anything(v_metaData_sharpParams_L_overrideQuality): mask |= 140737488355328
                            if v_metaData_sharpParams_L_overrideUsm is not UNSET and v_metaData_sharpParams_L_overrideUsm is not None and holds_anything(v_metaData_sharpParams_L_overrideUsm): mask |= 281474976710656
                o_metaData_poster = o_metaData.poster
                if o_metaData_poster:
                    v_metaData_poster_url = o_metaData_poster.url
                    v_metaData_poster_width = o_metaData_poster.width
                    v_metaData_poster_height = o_metaData_poster.height
                    if not (v_metaData_poster_url is v_metaData_poster_width is v_metaData_poster_height is UNSET):
                        if v_metaData_poster_url is not UNSET and v_metaData_poster_url is not None and holds_anything(v_metaData_poster_url): mask |= 549755813888
                        if v_metaData_poster_width is not UNSET and v_metaData_poster_width is not None and holds_anything(v_metaData_poster_width): mask |= 1099511627776
                        if v_metaData_poster_height is not UNSET and v_metaData_poster_height is not None and holds_anything(v_metaData_poster_height): mask |= 2199023255552
                o_metaData_customPoster = o_metaData.customPoster
                if o_metaData_customPoster:
                    v_metaData_customPoster_url = o_metaData_customPoster.url
                    v_metaData_customPoster_width = o_metaData_customPoster.width
                    v_metaData_customPoster_height = o_metaData_customPoster.height
                    if not (v_metaData_customPoster_url is v_metaData_customPoster_width is v_metaData_customPoster_height is UNSET):
                        if v_metaData_customPoster_url is not UNSET and v_metaData_customPoster_url is not None and holds_anything(v_metaData_customPoster_url): mask |= 4398046511104
                        if v_metaData_customPoster_width is not UNSET and v_metaData_customPoster_width is not None and holds_anything(v_metaData_customPoster_width): mask |= 8796093022208
                        if v_metaData_customPoster_height is not UNSET and v_metaData_customPoster_height is not None and holds_anything(v_metaData_customPoster_height): mask |= 17592186044416
                if not (v_metaData_alt is v_metaData_fileName is v_metaData_videoUrl is v_metaData_focalPoint is v_metaData_exif is v_metaData_isExternal is v_metaData_duration is v_metaData_qualities is v_metaData_posters is UNSET):
                    if v_metaData_alt is not UNSET and v_metaData_alt is not None and holds_anything(v_metaData_alt): mask |= 618970019642690137449562112
                    if v_metaData_fileName is not UNSET and v_metaData_fileName is not None and holds_anything(v_metaData_fileName): mask |= 316912650057057350374175801344
                    if v_metaData_videoUrl is not UNSET and v_metaData_videoUrl is not None and holds_anything(v_metaData_videoUrl): mask |= 4294967296
                    if v_metaData_focalPoint is not UNSET and v_metaData_focalPoint is not None and holds_anything(v_metaData_focalPoint): mask |= 1237940039285380274899124224
                    if v_metaData_exif is not UNSET and v_metaData_exif is not None and holds_anything(v_metaData_exif): mask |= 2475880078570760549798248448
                    if v_metaData_isExternal is not UNSET and v_metaData_isExternal is not None and holds_anything(v_metaData_isExternal): mask |= 17179869184
                    if v_metaData_duration is not UNSET and v_metaData_duration is not None and holds_anything(v_metaData_duration): mask |= 34359738368
                    if v_metaData_qualities is not UNSET and v_metaData_qualities is not None and holds_anything(v_metaData_qualities): mask |= 68719476736
                    if v_metaData_posters is not UNSET and v_metaData_posters is not None and holds_anything(v_metaData_posters): mask |= 137438953472
                if v_metaData_exif and not (of_text or is_plain(v_metaData_exif)): outs.append(None); masks.append(-1); continue
                if not ((not v_html or runs_nothing(v_html)) and (not v_metaData_editorHtml or runs_nothing(v_metaData_editorHtml))): mask |= 65536
            o_secondaryMedia = item.secondaryMedia
            if not (v_mediaUrl is v_file_url is v_url is v_src is v_photoId is v_id is v_text is v_directLink is v_directShareLink is v_isVideoPlaceholder is UNSET):
                if v_mediaUrl is not UNSET and v_mediaUrl is not None and holds_anything(v_mediaUrl): mask |= 1125899906842624
                if v_file_url is not UNSET and v_file_url is not None and holds_anything(v_file_url): mask |= 1048576
                if v_url is not UNSET and v_url is not None and holds_anything(v_url): mask |= 2097152
                if v_src is not UNSET and v_src is not None and holds_anything(v_src): mask |= 4194304
                if v_photoId is not UNSET and v_photoId is not None and holds_anything(v_photoId): mask |= 8388608
                if v_id is not UNSET and v_id is not None and holds_anything(v_id): mask |= 16777216
                if v_text is not UNSET and v_text is not None and holds_anything(v_text): mask |= 67108864
                if v_directLink is not UNSET and v_directLink is not None and holds_anything(v_directLink): mask |= 134217728
                if v_directShareLink is not UNSET and v_directShareLink is not None and holds_anything(v_directShareLink): mask |= 268435456
                if v_isVideoPlaceholder is not UNSET and v_isVideoPlaceholder is not None and holds_anything(v_isVideoPlaceholder): mask |= 536870912
            if o_secondaryMedia or o_secondaryMedia is None: outs.append(None); masks.append(-1); continue
            if v_directLink and not (of_text or is_plain(v_directLink)): outs.append(None); masks.append(-1); continue
            if (v_itemId) and (not ((all_itemId and not moved) or is_guid(v_itemId))): mask |= 2048
            if not ((v_html)): mask |= 8192
            if v_metadata: outs.append(None); masks.append(-1); continue
            if v_metaData_html is not UNSET and v_metaData_html is not None:
                made = shown_text(v_html)
                if v_metaData_html is not UNSET and v_metaData_html is not None and (type(v_metaData_html) is not type(made) or v_metaData_html != made): mask |= 1073741824
            t_text_css = free_object(backgroundColor=v_metaData_backgroundColor, width=v_metaData_width, height=v_metaData_height)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_itemId if v_itemId and ((all_itemId and not moved) or is_guid(v_itemId)) else UNSET), UNSET, UNSET, v_orderIndex, v_metaData_title, v_metaData_description, (t_link if o_metaData_link is not None else None), 'TEXT', UNSET, UNSET, (OutText(v_html, t_text_css, v_metaData_editorHtml) if v_html is not UNSET or t_text_css is not UNSET or v_metaData_editorHtml is not UNSET else UNSET), (OutTags(v_metaData_tags) if v_metaData_tags is not UNSET else UNSET))); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
