"""The conversion of usual items from velo to component.

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
from gallery_lens.dialects.tolerance import is_no_link
from gallery_lens.dialects.tolerance import is_none
from gallery_lens.model import kind_of_branches
from gallery_lens.rules.guid import is_guid
from gallery_lens.rules.l105_link_url_missing import leads
from gallery_lens.rules.x101_unsafe_link import _is_harmless
from gallery_lens.rules.x102_unsafe_html import runs_nothing
from msgspec import UNSET
from msgspec import to_builtins

FOUND = (
    ('legacy-uri', ('image', 'imageInfo'), 0),
    ('filename-missing', ('image', 'imageInfo'), None),
    ('video-quality-guessed', ('image', 'imageInfo'), None),
    ('dimensions-missing', ('image', 'imageInfo'), None),
    ('watermark-dropped', ('image', 'imageInfo'), None),
    ('type-inferred', (), 0),
    ('id-not-guid', ('_id',), None),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
    ('dates-dropped', ('_createdDate',), None),
    ('dates-dropped', ('_updatedDate',), None),
    ('link-text-dropped', ('link', 'text'), None),
    ('link-details-dropped', ('link', 'target'), None),
    ('link-details-dropped', ('link', 'type'), None),
    ('link-details-dropped', ('link', 'rel'), None),
    ('link-details-dropped', ('link', 'wixLinkData'), None),
    ('unknown-field-dropped', ('image', 'type'), None),
    ('focal-point-dropped', ('image', 'focalPoint'), None),
    ('legacy-uri', ('video', 'videoInfo'), 0),
    ('filename-missing', ('video', 'videoInfo'), None),
    ('video-quality-guessed', ('video', 'videoInfo'), None),
    ('dimensions-missing', ('video', 'videoInfo'), None),
    ('watermark-dropped', ('video', 'videoInfo'), None),
    ('type-inferred', (), 1),
    ('unknown-field-dropped', ('video', 'type'), None),
    ('duration-renamed', ('video', 'duration'), None),
    ('duration-dropped', ('video', 'duration'), None),
    ('unknown-field-dropped', ('text', 'editorFontId'), None),
)
PLACED = 0


def bind(bound):
    global carry_picture_address, respells, OutMetadataSharpparamsLUsm, OutMetadataSharpparamsL, OutMetadataSharpparams, OutMetadataLink, OutMetadata, Out, carry_clip_address, OutMetadataPoster, find_text_css
    carry_picture_address = bound.carrier('carry_picture_address', into=False, at=('image', 'imageInfo'), parts=False, details=(), flat=False, to_backend=False, same=False, alt=(), formats=False)
    respells = bound.respelling(False)
    OutMetadataSharpparamsLUsm = bound.into[('metaData', 'sharpParams', 'L', 'usm')]
    OutMetadataSharpparamsL = bound.into[('metaData', 'sharpParams', 'L')]
    OutMetadataSharpparams = bound.into[('metaData', 'sharpParams')]
    OutMetadataLink = bound.into[('metaData', 'link')]
    OutMetadata = bound.into[('metaData',)]
    Out = bound.into[()]
    carry_clip_address = bound.carrier('carry_clip_address', into=False, at=('video', 'videoInfo'), parts=False, details=(), flat=False, to_backend=False, same=False, alt=(), formats=False)
    OutMetadataPoster = bound.into[('metaData', 'poster')]
    find_text_css = bound.finder('text.css', at=('text', 'css'))


def batch(items, outs, masks, of_text):
    all__id = all_guids([item._id for item in items])
    for item in items:
        mask = 0
        kind = item.type
        untyped = kind is UNSET
        if untyped: kind = {'IMAGE': 'IMAGE', 'VIDEO': 'VIDEO'}.get(kind_of_branches(item.image, item.video, item.text))
        if kind == 'IMAGE':
            m_picture_value = None
            v_image_imageInfo = o_image_focalPoint = t_metaData_focalPoint = v_image_exif = v_image_quality = t_metaData_sharpParams_L_overrideQuality = o_image_unsharpMasking = t_metaData_sharpParams_L_usm = t_metaData_sharpParams_L_overrideUsm = v_tags_values = t_metaData_link = UNSET
            v__id = item._id
            v__createdDate = item._createdDate
            v__updatedDate = item._updatedDate
            v_title = item.title
            v_description = item.description
            v_sortOrder = item.sortOrder
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_wixLinkData = o_link.wixLinkData
                v_link_url = o_link.url
                v_link_text = o_link.text
                v_link_target = o_link.target
                v_link_type = o_link.type
                v_link_rel = o_link.rel
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 256
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 2048
                if (v_link_text) and (not (v_link_url and leads2(v_link_url))): mask |= 32768
                if target_lost(v_link_target, v_link_url): mask |= 65536
                if v_link_type and link_type_tells(v_link_type): mask |= 131072
                if v_link_rel: mask |= 262144
                if v_link_wixLinkData: mask |= 524288
                if v_link_wixLinkData and respells(v_link_wixLinkData): outs.append(None); masks.append(-1); continue
                t_metaData_link_url = (v_link_url if leads2(v_link_url) else UNSET)
                t_metaData_link_text = (v_link_text if v_link_text and leads2(v_link_url) else UNSET)
                t_metaData_link_target = (v_link_target if v_link_target and leads2(v_link_url) else UNSET)
                t_metaData_link = (OutMetadataLink(t_metaData_link_url, t_metaData_link_text, t_metaData_link_target) if t_metaData_link_url is not UNSET or t_metaData_link_text is not UNSET or t_metaData_link_target is not UNSET else UNSET)
            o_image = item.image
            if o_image:
                v_image_exif = o_image.exif
                v_image_imageInfo = o_image.imageInfo
                v_image_type = o_image.type
                v_image_quality = o_image.quality
                o_image_focalPoint = o_image.focalPoint
                if o_image_focalPoint:
                    v_image_focalPoint_x = o_image_focalPoint.x
                    v_image_focalPoint_y = o_image_focalPoint.y
                    if not ((v_image_focalPoint_x is None or v_image_focalPoint_x is UNSET or 0 <= v_image_focalPoint_x <= 1) and (v_image_focalPoint_y is None or v_image_focalPoint_y is UNSET or 0 <= v_image_focalPoint_y <= 1)): mask |= 1024
                    if ((v_image_focalPoint_x is not None and v_image_focalPoint_x is not UNSET) or (v_image_focalPoint_y is not None and v_image_focalPoint_y is not UNSET)) and (not (are_finite(v_image_focalPoint_x, v_image_focalPoint_y))): mask |= 2097152
                    t_metaData_focalPoint = pair_of(v_image_focalPoint_x, v_image_focalPoint_y)
                    if t_metaData_focalPoint is None: t_metaData_focalPoint = UNSET
                o_image_unsharpMasking = o_image.unsharpMasking
                if o_image_unsharpMasking:
                    v_image_unsharpMasking_amount = o_image_unsharpMasking.amount
                    v_image_unsharpMasking_radius = o_image_unsharpMasking.radius
                    v_image_unsharpMasking_threshold = o_image_unsharpMasking.threshold
                    t_metaData_sharpParams_L_usm_usm_a = (v_image_unsharpMasking_amount if v_image_unsharpMasking_amount is not None else UNSET)
                    t_metaData_sharpParams_L_usm_usm_r = (v_image_unsharpMasking_radius if v_image_unsharpMasking_radius is not None else UNSET)
                    t_metaData_sharpParams_L_usm_usm_t = (v_image_unsharpMasking_threshold if v_image_unsharpMasking_threshold is not None else UNSET)
                    t_metaData_sharpParams_L_usm = (OutMetadataSharpparamsLUsm(t_metaData_sharpParams_L_usm_usm_a, t_metaData_sharpParams_L_usm_usm_r, t_metaData_sharpParams_L_usm_usm_t) if t_metaData_sharpParams_L_usm_usm_a is not UNSET or t_metaData_sharpParams_L_usm_usm_r is not UNSET or t_metaData_sharpParams_L_usm_usm_t is not UNSET else UNSET)
                    t_metaData_sharpParams_L_overrideUsm = sharpening_switch(v_image_unsharpMasking_amount, v_image_unsharpMasking_radius, v_image_unsharpMasking_threshold)
                    if t_metaData_sharpParams_L_overrideUsm is None: t_metaData_sharpParams_L_overrideUsm = UNSET
                if v_image_exif and not (of_text or is_plain(v_image_exif)): outs.append(None); masks.append(-1); continue
                m_picture = carry_picture_address(v_image_imageInfo, None) if v_image_imageInfo else None
                if m_picture is None: outs.append(None); masks.append(-1); continue
                m_picture_value, found, m_picture_says, m_picture_width, m_picture_height, m_picture_name, m_picture_alt = m_picture
                mask |= found
                if v_image_type and v_image_type != m_picture_says: mask |= 1048576
                if v_image_exif and respells(v_image_exif): outs.append(None); masks.append(-1); continue
                t_metaData_sharpParams_L_overrideQuality = quality_switch(v_image_quality) if v_image_quality is not UNSET else UNSET
                if t_metaData_sharpParams_L_overrideQuality is None: t_metaData_sharpParams_L_overrideQuality = UNSET
            o_video = item.video
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            o_tags = item.tags
            if o_tags:
                v_tags_values = o_tags.values
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 128
            if v__createdDate: mask |= 8192
            if v__updatedDate: mask |= 16384
            if m_picture_value is None: outs.append(None); masks.append(-1); continue
            if untyped: mask |= 64
            if not (((v_image_imageInfo))): mask |= 512
            t_metaData_sharpParams_L_quality = (v_image_quality if v_image_quality is not None else UNSET)
            t_metaData_sharpParams_L = (OutMetadataSharpparamsL(t_metaData_sharpParams_L_quality, t_metaData_sharpParams_L_overrideQuality, t_metaData_sharpParams_L_usm, t_metaData_sharpParams_L_overrideUsm) if t_metaData_sharpParams_L_quality is not UNSET or t_metaData_sharpParams_L_overrideQuality is not UNSET or t_metaData_sharpParams_L_usm is not UNSET or t_metaData_sharpParams_L_overrideUsm is not UNSET else UNSET)
            outs.append(Out((v__id or UNSET), OutMetadata('image', UNSET, UNSET, UNSET, UNSET, UNSET, m_picture_width, m_picture_height, m_picture_name, UNSET, UNSET, UNSET, UNSET, m_picture_alt, t_metaData_focalPoint, (v_image_exif if v_image_exif is not None else UNSET), (OutMetadataSharpparams(t_metaData_sharpParams_L) if t_metaData_sharpParams_L is not UNSET else UNSET), (v_title or UNSET), (v_description or UNSET), (v_tags_values if v_tags_values is not None else UNSET), t_metaData_link), UNSET, m_picture_value, (v_sortOrder if v_sortOrder is not None else UNSET))); masks.append(mask); continue
        elif kind == 'VIDEO':
            m_clip_value = None
            v_video_videoInfo = t_metaData_duration = v_tags_values = t_metaData_link = UNSET
            v__id = item._id
            v__createdDate = item._createdDate
            v__updatedDate = item._updatedDate
            v_title = item.title
            v_description = item.description
            v_sortOrder = item.sortOrder
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_wixLinkData = o_link.wixLinkData
                v_link_url = o_link.url
                v_link_text = o_link.text
                v_link_target = o_link.target
                v_link_type = o_link.type
                v_link_rel = o_link.rel
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 256
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 2048
                if (v_link_text) and (not (v_link_url and leads2(v_link_url))): mask |= 32768
                if target_lost(v_link_target, v_link_url): mask |= 65536
                if v_link_type and link_type_tells(v_link_type): mask |= 131072
                if v_link_rel: mask |= 262144
                if v_link_wixLinkData: mask |= 524288
                if v_link_wixLinkData and respells(v_link_wixLinkData): outs.append(None); masks.append(-1); continue
                t_metaData_link_url = (v_link_url if leads2(v_link_url) else UNSET)
                t_metaData_link_text = (v_link_text if v_link_text and leads2(v_link_url) else UNSET)
                t_metaData_link_target = (v_link_target if v_link_target and leads2(v_link_url) else UNSET)
                t_metaData_link = (OutMetadataLink(t_metaData_link_url, t_metaData_link_text, t_metaData_link_target) if t_metaData_link_url is not UNSET or t_metaData_link_text is not UNSET or t_metaData_link_target is not UNSET else UNSET)
            o_image = item.image
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            o_video = item.video
            if o_video:
                v_video_videoInfo = o_video.videoInfo
                v_video_type = o_video.type
                v_video_duration = o_video.duration
                v_video_durationInMillis = o_video.durationInMillis
                m_clip = carry_clip_address(v_video_videoInfo, None) if v_video_videoInfo else None
                if m_clip is None: outs.append(None); masks.append(-1); continue
                m_clip_value, found, m_clip_says, m_clip_page, m_clip_external, m_clip_width, m_clip_height, m_clip_name, m_clip_qualities, m_clip_posters, m_clip_poster = m_clip
                mask |= found
                if v_video_type and v_video_type != m_clip_says: mask |= 268435456
                if renames_duration(v_video_duration, v_video_durationInMillis): mask |= 536870912
                if (v_video_duration is not None and v_video_duration is not UNSET) and (loses_duration(v_video_duration, v_video_durationInMillis)): mask |= 1073741824
                t_metaData_duration = known_millis(v_video_durationInMillis, v_video_duration)
                if t_metaData_duration is None: t_metaData_duration = UNSET
            o_tags = item.tags
            if o_tags:
                v_tags_values = o_tags.values
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 128
            if v__createdDate: mask |= 8192
            if v__updatedDate: mask |= 16384
            if m_clip_value is None: outs.append(None); masks.append(-1); continue
            if untyped: mask |= 134217728
            if not (((v_video_videoInfo))): mask |= 512
            outs.append(Out((v__id or UNSET), OutMetadata('video', UNSET, UNSET, UNSET, m_clip_page, m_clip_external, m_clip_width, m_clip_height, m_clip_name, m_clip_qualities, t_metaData_duration, m_clip_posters, (OutMetadataPoster(m_clip_poster, m_clip_width, m_clip_height) if m_clip_poster is not UNSET or m_clip_width is not UNSET or m_clip_height is not UNSET else UNSET), UNSET, UNSET, UNSET, UNSET, (v_title or UNSET), (v_description or UNSET), (v_tags_values if v_tags_values is not None else UNSET), t_metaData_link), UNSET, m_clip_value, (v_sortOrder if v_sortOrder is not None else UNSET))); masks.append(mask); continue
        elif kind == 'TEXT':
            v_text_html = t_metaData_html = v_text_editorHtml = t_metaData_backgroundColor = t_metaData_width = t_metaData_height = v_tags_values = t_metaData_link = UNSET
            v__id = item._id
            v__createdDate = item._createdDate
            v__updatedDate = item._updatedDate
            v_title = item.title
            v_description = item.description
            v_sortOrder = item.sortOrder
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_wixLinkData = o_link.wixLinkData
                v_link_url = o_link.url
                v_link_text = o_link.text
                v_link_target = o_link.target
                v_link_type = o_link.type
                v_link_rel = o_link.rel
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 256
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 2048
                if (v_link_text) and (not (v_link_url and leads2(v_link_url))): mask |= 32768
                if target_lost(v_link_target, v_link_url): mask |= 65536
                if v_link_type and link_type_tells(v_link_type): mask |= 131072
                if v_link_rel: mask |= 262144
                if v_link_wixLinkData: mask |= 524288
                if v_link_wixLinkData and respells(v_link_wixLinkData): outs.append(None); masks.append(-1); continue
                t_metaData_link_url = (v_link_url if leads2(v_link_url) else UNSET)
                t_metaData_link_text = (v_link_text if v_link_text and leads2(v_link_url) else UNSET)
                t_metaData_link_target = (v_link_target if v_link_target and leads2(v_link_url) else UNSET)
                t_metaData_link = (OutMetadataLink(t_metaData_link_url, t_metaData_link_text, t_metaData_link_target) if t_metaData_link_url is not UNSET or t_metaData_link_text is not UNSET or t_metaData_link_target is not UNSET else UNSET)
            o_text = item.text
            if o_text:
                v_text_css = o_text.css
                v_text_html = o_text.html
                v_text_editorHtml = o_text.editorHtml
                v_text_editorFontId = o_text.editorFontId
                if v_text_css and not (of_text or is_plain(v_text_css)): outs.append(None); masks.append(-1); continue
                if not ((not v_text_html or runs_nothing(v_text_html)) and (not v_text_editorHtml or runs_nothing(v_text_editorHtml))): mask |= 4096
                found = find_text_css(v_text_css) if v_text_css else 0
                if found is None: outs.append(None); masks.append(-1); continue
                mask |= found
                if v_text_editorFontId: mask |= 2147483648
                t_metaData_html = shown_text(v_text_html) if v_text_html is not UNSET else UNSET
                if t_metaData_html is None: t_metaData_html = UNSET
                t_metaData_backgroundColor = shown_text(v_text_css.get('backgroundColor')) if v_text_css else UNSET
                if t_metaData_backgroundColor is None: t_metaData_backgroundColor = UNSET
                t_metaData_width = shown_size(v_text_css.get('width')) if v_text_css else UNSET
                if t_metaData_width is None: t_metaData_width = UNSET
                t_metaData_height = shown_size(v_text_css.get('height')) if v_text_css else UNSET
                if t_metaData_height is None: t_metaData_height = UNSET
            o_image = item.image
            o_video = item.video
            o_secondaryMedia = item.secondaryMedia
            o_tags = item.tags
            if o_tags:
                v_tags_values = o_tags.values
            if item.text is UNSET: outs.append(None); masks.append(-1); continue
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 128
            if v__createdDate: mask |= 8192
            if v__updatedDate: mask |= 16384
            if not ((v_text_html)): mask |= 512
            outs.append(Out((v__id or UNSET), OutMetadata('text', t_metaData_html, (v_text_editorHtml or UNSET), t_metaData_backgroundColor, UNSET, UNSET, t_metaData_width, t_metaData_height, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, (v_title or UNSET), (v_description or UNSET), (v_tags_values if v_tags_values is not None else UNSET), t_metaData_link), (v_text_html or UNSET), UNSET, (v_sortOrder if v_sortOrder is not None else UNSET))); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
