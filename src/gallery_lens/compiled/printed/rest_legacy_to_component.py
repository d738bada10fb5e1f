"""The conversion of usual items from rest-legacy to component.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.columns import all_guids
from gallery_lens.compiled.plain import is_plain
from gallery_lens.dialects.component_values import are_finite
from gallery_lens.dialects.component_values import known_millis
from gallery_lens.dialects.component_values import loses_duration
from gallery_lens.dialects.component_values import pair_of
from gallery_lens.dialects.component_values import quality_switch
from gallery_lens.dialects.component_values import renames_duration
from gallery_lens.dialects.component_values import sharpening_switch
from gallery_lens.dialects.component_values import shown_size
from gallery_lens.dialects.component_values import shown_text
from gallery_lens.dialects.noise import leads as leads2
from gallery_lens.dialects.noise import link_type_tells
from gallery_lens.dialects.noise import target_lost
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
    ('image-url-dropped', ('mediaUrl',), None),
    ('filename-missing', ('mediaUrl',), None),
    ('video-quality-guessed', ('mediaUrl',), None),
    ('dimensions-missing', ('mediaUrl',), None),
    ('watermark-dropped', ('mediaUrl',), None),
    ('id-not-guid', ('id',), None),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
    ('dates-dropped', ('createdDate',), None),
    ('dates-dropped', ('updatedDate',), None),
    ('link-text-dropped', ('link', 'text'), None),
    ('link-details-dropped', ('link', 'target'), None),
    ('link-details-dropped', ('link', 'type'), None),
    ('link-details-dropped', ('link', 'rel'), None),
    ('link-details-dropped', ('link', 'wixLinkData'), None),
    ('unknown-field-dropped', ('photoMetadata', 'type'), None),
    ('focal-point-dropped', ('photoMetadata', 'focalPoint'), None),
    ('unknown-field-dropped', ('orderIndex',), None),
    ('unknown-field-dropped', ('name',), None),
    ('unknown-field-dropped', ('mediaOwner',), None),
    ('unknown-field-dropped', ('isSecure',), None),
    ('unknown-field-dropped', ('link', 'calculatedUrl'), None),
    ('unknown-field-dropped', ('mediaUrl',), None),
    ('external-video-details-dropped', ('videoMetadata', 'resolutions'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 0, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 0, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 0, 'filename'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 1, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 1, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 1, 'filename'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 2, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 2, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 2, 'filename'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 3, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 3, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 3, 'filename'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 4, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 4, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 4, 'filename'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 5, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 5, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 5, 'filename'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 6, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 6, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 6, 'filename'), None),
    ('alt-text-dropped', ('videoMetadata', 'posters', 7, 'altText'), None),
    ('image-url-dropped', ('videoMetadata', 'posters', 7, 'url'), None),
    ('unknown-field-dropped', ('videoMetadata', 'posters', 7, 'filename'), None),
    ('resolutions-dropped', ('videoMetadata', 'resolutions'), None),
    ('unknown-field-dropped', ('videoMetadata', 'type'), None),
    ('duration-renamed', ('videoMetadata', 'duration'), None),
    ('duration-dropped', ('videoMetadata', 'duration'), None),
    ('unknown-field-dropped', ('alt',), None),
    ('unknown-field-dropped', ('videoMetadata', 'source'), None),
    ('unknown-field-dropped', ('videoMetadata', 'externalId'), None),
    ('unknown-field-dropped', ('videoMetadata', 'width'), None),
    ('unknown-field-dropped', ('videoMetadata', 'height'), None),
    ('unknown-field-dropped', ('textMetadata', 'editorFontId'), None),
    ('unknown-field-dropped', ('fileName',), None),
    ('unknown-field-dropped', ('textMetadata', 'style'), None),
)
PLACED = 0


def bind(bound):
    global GivenTags, carry_picture_address, OutMetadataSharpparamsLUsm, OutMetadataSharpparamsL, OutMetadataSharpparams, OutMetadataLink, OutMetadata, Out, move, carry_clip_address, OutMetadataPoster, find_textMetadata_css
    GivenTags = bound.given[('tags',)]
    carry_picture_address = bound.carrier('carry_picture_address', into=False, at=('mediaUrl',), parts=True, details=(('width', ('photoMetadata', 'width')), ('height', ('photoMetadata', 'height')), ('filename', ('fileName',)), ('altText', ('alt',))), flat=False, to_backend=False, same=False, alt=('alt',), formats=False)
    OutMetadataSharpparamsLUsm = bound.into[('metaData', 'sharpParams', 'L', 'usm')]
    OutMetadataSharpparamsL = bound.into[('metaData', 'sharpParams', 'L')]
    OutMetadataSharpparams = bound.into[('metaData', 'sharpParams')]
    OutMetadataLink = bound.into[('metaData', 'link')]
    OutMetadata = bound.into[('metaData',)]
    Out = bound.into[()]
    move = bound.move
    carry_clip_address = bound.carrier('carry_clip_address', into=False, at=('mediaUrl',), parts=True, details=(('filename', ('fileName',)), ('resolutions', ('videoMetadata', 'resolutions')), ('posters', ('videoMetadata', 'posters'))), flat=False, to_backend=False, same=False, alt=(), formats=False)
    OutMetadataPoster = bound.into[('metaData', 'poster')]
    find_textMetadata_css = bound.finder('text.css', at=('textMetadata', 'css'))


def batch(items, outs, masks, of_text):
    all_id = all_guids([item.id for item in items])
    for item in items:
        mask = 0
        kind = item.dataType
        if kind in ('PHOTO', 'Photo', 'photo', 'IMAGE', 'Image', 'image'):
            moved = 0
            m_picture_value = None
            v_photoMetadata_width = v_photoMetadata_height = o_photoMetadata_focalPoint = v_photoMetadata_type = t_metaData_focalPoint = v_photoMetadata_exif = v_photoMetadata_quality = t_metaData_sharpParams_L_overrideQuality = o_photoMetadata_unsharpMasking = t_metaData_sharpParams_L_usm = t_metaData_sharpParams_L_overrideUsm = v_tags_tags = t_metaData_link = UNSET
            v_sortOrder = item.sortOrder
            v_orderIndex = item.orderIndex
            v_fileName = item.fileName
            v_name = item.name
            v_mediaUrl = item.mediaUrl
            v_alt = item.alt
            v_id = item.id
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
            v_mediaOwner = item.mediaOwner
            v_isSecure = item.isSecure
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
                    if v_link_calculatedUrl is not UNSET and v_link_calculatedUrl is not None and holds_anything(v_link_calculatedUrl): mask |= 33554432
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 128
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 1024
                if (v_link_text) and (not (v_link_url and leads2(v_link_url))): mask |= 16384
                if target_lost(v_link_target, v_link_url): mask |= 32768
                if v_link_type and link_type_tells(v_link_type): mask |= 65536
                if v_link_rel: mask |= 131072
                if v_link_wixLinkData: mask |= 262144
                t_metaData_link_url = (v_link_url if leads2(v_link_url) else UNSET)
                t_metaData_link_text = (v_link_text if v_link_text and leads2(v_link_url) else UNSET)
                t_metaData_link_target = (v_link_target if v_link_target and leads2(v_link_url) else UNSET)
                t_metaData_link = (OutMetadataLink(t_metaData_link_url, t_metaData_link_text, t_metaData_link_target) if t_metaData_link_url is not UNSET or t_metaData_link_text is not UNSET or t_metaData_link_target is not UNSET else UNSET)
            o_tags = item.tags
            if type(o_tags) is list: o_tags = GivenTags(o_tags); moved |= 32
            elif o_tags and o_tags.tags is UNSET: o_tags = UNSET
            if o_tags:
                v_tags_tags = o_tags.tags
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
                    if not ((v_photoMetadata_focalPoint_x is None or v_photoMetadata_focalPoint_x is UNSET or 0 <= v_photoMetadata_focalPoint_x <= 1) and (v_photoMetadata_focalPoint_y is None or v_photoMetadata_focalPoint_y is UNSET or 0 <= v_photoMetadata_focalPoint_y <= 1)): mask |= 512
                    if ((v_photoMetadata_focalPoint_x is not None and v_photoMetadata_focalPoint_x is not UNSET) or (v_photoMetadata_focalPoint_y is not None and v_photoMetadata_focalPoint_y is not UNSET)) and (not (are_finite(v_photoMetadata_focalPoint_x, v_photoMetadata_focalPoint_y))): mask |= 1048576
                    t_metaData_focalPoint = pair_of(v_photoMetadata_focalPoint_x, v_photoMetadata_focalPoint_y)
                    if t_metaData_focalPoint is None: t_metaData_focalPoint = UNSET
                o_photoMetadata_unsharpMasking = o_photoMetadata.unsharpMasking
                if o_photoMetadata_unsharpMasking:
                    v_photoMetadata_unsharpMasking_amount = o_photoMetadata_unsharpMasking.amount
                    v_photoMetadata_unsharpMasking_radius = o_photoMetadata_unsharpMasking.radius
                    v_photoMetadata_unsharpMasking_threshold = o_photoMetadata_unsharpMasking.threshold
                    t_metaData_sharpParams_L_usm_usm_a = (v_photoMetadata_unsharpMasking_amount if v_photoMetadata_unsharpMasking_amount is not None else UNSET)
                    t_metaData_sharpParams_L_usm_usm_r = (v_photoMetadata_unsharpMasking_radius if v_photoMetadata_unsharpMasking_radius is not None else UNSET)
                    t_metaData_sharpParams_L_usm_usm_t = (v_photoMetadata_unsharpMasking_threshold if v_photoMetadata_unsharpMasking_threshold is not None else UNSET)
                    t_metaData_sharpParams_L_usm = (OutMetadataSharpparamsLUsm(t_metaData_sharpParams_L_usm_usm_a, t_metaData_sharpParams_L_usm_usm_r, t_metaData_sharpParams_L_usm_usm_t) if t_metaData_sharpParams_L_usm_usm_a is not UNSET or t_metaData_sharpParams_L_usm_usm_r is not UNSET or t_metaData_sharpParams_L_usm_usm_t is not UNSET else UNSET)
                    t_metaData_sharpParams_L_overrideUsm = sharpening_switch(v_photoMetadata_unsharpMasking_amount, v_photoMetadata_unsharpMasking_radius, v_photoMetadata_unsharpMasking_threshold)
                    if t_metaData_sharpParams_L_overrideUsm is None: t_metaData_sharpParams_L_overrideUsm = UNSET
                if v_photoMetadata_exif and not (of_text or is_plain(v_photoMetadata_exif)): outs.append(None); masks.append(-1); continue
                t_metaData_sharpParams_L_overrideQuality = quality_switch(v_photoMetadata_quality) if v_photoMetadata_quality is not UNSET else UNSET
                if t_metaData_sharpParams_L_overrideQuality is None: t_metaData_sharpParams_L_overrideQuality = UNSET
            o_videoMetadata = item.videoMetadata
            o_textMetadata = item.textMetadata
            if not (v_orderIndex is v_name is v_mediaOwner is v_isSecure is UNSET):
                if v_orderIndex is not UNSET and v_orderIndex is not None and holds_anything(v_orderIndex): mask |= 2097152
                if v_name is not UNSET and v_name is not None and holds_anything(v_name): mask |= 4194304
                if v_mediaOwner is not UNSET and v_mediaOwner is not None and holds_anything(v_mediaOwner): mask |= 8388608
                if v_isSecure is not UNSET and v_isSecure is not None and holds_anything(v_isSecure): mask |= 16777216
            if o_textMetadata: outs.append(None); masks.append(-1); continue
            if o_videoMetadata: outs.append(None); masks.append(-1); continue
            m_picture = carry_picture_address(v_mediaUrl, (v_photoMetadata_width, v_photoMetadata_height, v_fileName, v_alt)) if v_mediaUrl else None
            if m_picture is None: outs.append(None); masks.append(-1); continue
            m_picture_value, found, m_picture_says, m_picture_width, m_picture_height, m_picture_name, m_picture_alt = m_picture
            mask |= found
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 64
            if v_createdDate: mask |= 4096
            if v_updatedDate: mask |= 8192
            if not (((v_mediaUrl))): mask |= 256
            if v_photoMetadata_type and v_photoMetadata_type != m_picture_says: mask |= 524288
            t_metaData_sharpParams_L_quality = (v_photoMetadata_quality if v_photoMetadata_quality is not None else UNSET)
            t_metaData_sharpParams_L = (OutMetadataSharpparamsL(t_metaData_sharpParams_L_quality, t_metaData_sharpParams_L_overrideQuality, t_metaData_sharpParams_L_usm, t_metaData_sharpParams_L_overrideUsm) if t_metaData_sharpParams_L_quality is not UNSET or t_metaData_sharpParams_L_overrideQuality is not UNSET or t_metaData_sharpParams_L_usm is not UNSET or t_metaData_sharpParams_L_overrideUsm is not UNSET else UNSET)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_id or UNSET), OutMetadata('image', UNSET, UNSET, UNSET, UNSET, UNSET, m_picture_width, m_picture_height, m_picture_name, UNSET, UNSET, UNSET, UNSET, m_picture_alt, t_metaData_focalPoint, (v_photoMetadata_exif if v_photoMetadata_exif is not None else UNSET), (OutMetadataSharpparams(t_metaData_sharpParams_L) if t_metaData_sharpParams_L is not UNSET else UNSET), (v_title or UNSET), (v_description or UNSET), (v_tags_tags if v_tags_tags is not None else UNSET), t_metaData_link), UNSET, m_picture_value, (v_sortOrder if v_sortOrder is not None else UNSET))); masks.append(mask); continue
        elif kind in ('VIDEO', 'Video', 'video'):
            moved = 0
            m_clip_value = None
            v_videoMetadata_resolutions = v_videoMetadata_posters = v_videoMetadata_type = t_metaData_duration = v_tags_tags = t_metaData_link = UNSET
            v_sortOrder = item.sortOrder
            v_orderIndex = item.orderIndex
            v_fileName = item.fileName
            v_name = item.name
            v_mediaUrl = item.mediaUrl
            v_id = item.id
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
            v_alt = item.alt
            v_mediaOwner = item.mediaOwner
            v_isSecure = item.isSecure
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
                    if v_link_calculatedUrl is not UNSET and v_link_calculatedUrl is not None and holds_anything(v_link_calculatedUrl): mask |= 33554432
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 128
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 1024
                if (v_link_text) and (not (v_link_url and leads2(v_link_url))): mask |= 16384
                if target_lost(v_link_target, v_link_url): mask |= 32768
                if v_link_type and link_type_tells(v_link_type): mask |= 65536
                if v_link_rel: mask |= 131072
                if v_link_wixLinkData: mask |= 262144
                t_metaData_link_url = (v_link_url if leads2(v_link_url) else UNSET)
                t_metaData_link_text = (v_link_text if v_link_text and leads2(v_link_url) else UNSET)
                t_metaData_link_target = (v_link_target if v_link_target and leads2(v_link_url) else UNSET)
                t_metaData_link = (OutMetadataLink(t_metaData_link_url, t_metaData_link_text, t_metaData_link_target) if t_metaData_link_url is not UNSET or t_metaData_link_text is not UNSET or t_metaData_link_target is not UNSET else UNSET)
            o_videoMetadata = item.videoMetadata
            if o_videoMetadata:
                v_videoMetadata_type = o_videoMetadata.type
                v_videoMetadata_source = o_videoMetadata.source
                v_videoMetadata_resolutions = o_videoMetadata.resolutions
                v_videoMetadata_posters = o_videoMetadata.posters
                v_videoMetadata_duration = o_videoMetadata.duration
                v_videoMetadata_durationInMillis = o_videoMetadata.durationInMillis
                v_videoMetadata_externalId = o_videoMetadata.externalId
                v_videoMetadata_width = o_videoMetadata.width
                v_videoMetadata_height = o_videoMetadata.height
                if v_videoMetadata_source and (v_videoMetadata_type is UNSET or v_videoMetadata_type is None):
                    made = video_type(v_videoMetadata_source)
                    if made is not None: v_videoMetadata_type = made; v_videoMetadata_source = UNSET; moved |= 16
                if not (v_videoMetadata_source is v_videoMetadata_externalId is v_videoMetadata_width is v_videoMetadata_height is UNSET):
                    if v_videoMetadata_source is not UNSET and v_videoMetadata_source is not None and holds_anything(v_videoMetadata_source): mask |= 144115188075855872
                    if v_videoMetadata_externalId is not UNSET and v_videoMetadata_externalId is not None and holds_anything(v_videoMetadata_externalId): mask |= 288230376151711744
                    if v_videoMetadata_width is not UNSET and v_videoMetadata_width is not None and holds_anything(v_videoMetadata_width): mask |= 576460752303423488
                    if v_videoMetadata_height is not UNSET and v_videoMetadata_height is not None and holds_anything(v_videoMetadata_height): mask |= 1152921504606846976
                if renames_duration(v_videoMetadata_duration, v_videoMetadata_durationInMillis): mask |= 18014398509481984
                if (v_videoMetadata_duration is not None and v_videoMetadata_duration is not UNSET) and (loses_duration(v_videoMetadata_duration, v_videoMetadata_durationInMillis)): mask |= 36028797018963968
                t_metaData_duration = known_millis(v_videoMetadata_durationInMillis, v_videoMetadata_duration)
                if t_metaData_duration is None: t_metaData_duration = UNSET
            o_tags = item.tags
            if type(o_tags) is list: o_tags = GivenTags(o_tags); moved |= 32
            elif o_tags and o_tags.tags is UNSET: o_tags = UNSET
            if o_tags:
                v_tags_tags = o_tags.tags
            o_photoMetadata = item.photoMetadata
            o_textMetadata = item.textMetadata
            if not (v_orderIndex is v_alt is v_name is v_mediaOwner is v_isSecure is UNSET):
                if v_orderIndex is not UNSET and v_orderIndex is not None and holds_anything(v_orderIndex): mask |= 2097152
                if v_alt is not UNSET and v_alt is not None and holds_anything(v_alt): mask |= 72057594037927936
                if v_name is not UNSET and v_name is not None and holds_anything(v_name): mask |= 4194304
                if v_mediaOwner is not UNSET and v_mediaOwner is not None and holds_anything(v_mediaOwner): mask |= 8388608
                if v_isSecure is not UNSET and v_isSecure is not None and holds_anything(v_isSecure): mask |= 16777216
            if o_textMetadata: outs.append(None); masks.append(-1); continue
            if o_photoMetadata: outs.append(None); masks.append(-1); continue
            m_clip = carry_clip_address(v_mediaUrl, (v_fileName, v_videoMetadata_resolutions, v_videoMetadata_posters, UNSET)) if v_mediaUrl else None
            if m_clip is None: outs.append(None); masks.append(-1); continue
            m_clip_value, found, m_clip_says, m_clip_page, m_clip_external, m_clip_width, m_clip_height, m_clip_name, m_clip_qualities, m_clip_posters, m_clip_poster = m_clip
            mask |= found
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 64
            if v_createdDate: mask |= 4096
            if v_updatedDate: mask |= 8192
            if not (((v_mediaUrl))): mask |= 256
            if v_videoMetadata_type and v_videoMetadata_type != m_clip_says: mask |= 9007199254740992
            if moved: mask = move(mask, moved)
            outs.append(Out((v_id or UNSET), OutMetadata('video', UNSET, UNSET, UNSET, m_clip_page, m_clip_external, m_clip_width, m_clip_height, m_clip_name, m_clip_qualities, t_metaData_duration, m_clip_posters, (OutMetadataPoster(m_clip_poster, m_clip_width, m_clip_height) if m_clip_poster is not UNSET or m_clip_width is not UNSET or m_clip_height is not UNSET else UNSET), UNSET, UNSET, UNSET, UNSET, (v_title or UNSET), (v_description or UNSET), (v_tags_tags if v_tags_tags is not None else UNSET), t_metaData_link), UNSET, m_clip_value, (v_sortOrder if v_sortOrder is not None else UNSET))); masks.append(mask); continue
        elif kind in ('TEXT', 'Text', 'text'):
            moved = 0
            v_textMetadata_html = t_metaData_html = v_textMetadata_editorHtml = t_metaData_backgroundColor = t_metaData_width = t_metaData_height = v_tags_tags = t_metaData_link = UNSET
            v_sortOrder = item.sortOrder
            v_orderIndex = item.orderIndex
            v_fileName = item.fileName
            v_name = item.name
            v_id = item.id
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
            v_mediaUrl = item.mediaUrl
            v_alt = item.alt
            v_mediaOwner = item.mediaOwner
            v_isSecure = item.isSecure
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
                    if v_link_calculatedUrl is not UNSET and v_link_calculatedUrl is not None and holds_anything(v_link_calculatedUrl): mask |= 33554432
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 128
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 1024
                if (v_link_text) and (not (v_link_url and leads2(v_link_url))): mask |= 16384
                if target_lost(v_link_target, v_link_url): mask |= 32768
                if v_link_type and link_type_tells(v_link_type): mask |= 65536
                if v_link_rel: mask |= 131072
                if v_link_wixLinkData: mask |= 262144
                t_metaData_link_url = (v_link_url if leads2(v_link_url) else UNSET)
                t_metaData_link_text = (v_link_text if v_link_text and leads2(v_link_url) else UNSET)
                t_metaData_link_target = (v_link_target if v_link_target and leads2(v_link_url) else UNSET)
                t_metaData_link = (OutMetadataLink(t_metaData_link_url, t_metaData_link_text, t_metaData_link_target) if t_metaData_link_url is not UNSET or t_metaData_link_text is not UNSET or t_metaData_link_target is not UNSET else UNSET)
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
                    if v_textMetadata_style is not UNSET and v_textMetadata_style is not None and holds_anything(v_textMetadata_style): mask |= 9223372036854775808
                if v_textMetadata_css and not (of_text or is_plain(v_textMetadata_css)): outs.append(None); masks.append(-1); continue
                if v_textMetadata_style and not (of_text or is_plain(v_textMetadata_style)): outs.append(None); masks.append(-1); continue
                if not ((not v_textMetadata_html or runs_nothing(v_textMetadata_html)) and (not v_textMetadata_editorHtml or runs_nothing(v_textMetadata_editorHtml))): mask |= 2048
                found = find_textMetadata_css(v_textMetadata_css) if v_textMetadata_css else 0
                if found is None: outs.append(None); masks.append(-1); continue
                mask |= found
                if v_textMetadata_editorFontId: mask |= 2305843009213693952
                t_metaData_html = shown_text(v_textMetadata_html) if v_textMetadata_html is not UNSET else UNSET
                if t_metaData_html is None: t_metaData_html = UNSET
                t_metaData_backgroundColor = shown_text(v_textMetadata_css.get('backgroundColor')) if v_textMetadata_css else UNSET
                if t_metaData_backgroundColor is None: t_metaData_backgroundColor = UNSET
                t_metaData_width = shown_size(v_textMetadata_css.get('width')) if v_textMetadata_css else UNSET
                if t_metaData_width is None: t_metaData_width = UNSET
                t_metaData_height = shown_size(v_textMetadata_css.get('height')) if v_textMetadata_css else UNSET
                if t_metaData_height is None: t_metaData_height = UNSET
            o_tags = item.tags
            if type(o_tags) is list: o_tags = GivenTags(o_tags); moved |= 32
            elif o_tags and o_tags.tags is UNSET: o_tags = UNSET
            if o_tags:
                v_tags_tags = o_tags.tags
            o_photoMetadata = item.photoMetadata
            o_videoMetadata = item.videoMetadata
            if not (v_orderIndex is v_mediaUrl is v_fileName is v_alt is v_name is v_mediaOwner is v_isSecure is UNSET):
                if v_orderIndex is not UNSET and v_orderIndex is not None and holds_anything(v_orderIndex): mask |= 2097152
                if v_mediaUrl is not UNSET and v_mediaUrl is not None and holds_anything(v_mediaUrl): mask |= 67108864
                if v_fileName is not UNSET and v_fileName is not None and holds_anything(v_fileName): mask |= 4611686018427387904
                if v_alt is not UNSET and v_alt is not None and holds_anything(v_alt): mask |= 72057594037927936
                if v_name is not UNSET and v_name is not None and holds_anything(v_name): mask |= 4194304
                if v_mediaOwner is not UNSET and v_mediaOwner is not None and holds_anything(v_mediaOwner): mask |= 8388608
                if v_isSecure is not UNSET and v_isSecure is not None and holds_anything(v_isSecure): mask |= 16777216
            if o_videoMetadata: outs.append(None); masks.append(-1); continue
            if o_photoMetadata: outs.append(None); masks.append(-1); continue
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 64
            if v_createdDate: mask |= 4096
            if v_updatedDate: mask |= 8192
            if not ((v_textMetadata_html)): mask |= 256
            if moved: mask = move(mask, moved)
            outs.append(Out((v_id or UNSET), OutMetadata('text', t_metaData_html, (v_textMetadata_editorHtml or UNSET), t_metaData_backgroundColor, UNSET, UNSET, t_metaData_width, t_metaData_height, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, (v_title or UNSET), (v_description or UNSET), (v_tags_tags if v_tags_tags is not None else UNSET), t_metaData_link), (v_textMetadata_html or UNSET), UNSET, (v_sortOrder if v_sortOrder is not None else UNSET))); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
