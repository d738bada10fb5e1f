"""The conversion of usual items from velo to frontend.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.carrying import USUAL_PICTURE as usual_picture
from gallery_lens.compiled.columns import all_guids
from gallery_lens.compiled.plain import is_plain
from gallery_lens.dialects.noise import leads as leads2
from gallery_lens.dialects.noise import link_target_tells
from gallery_lens.dialects.noise import link_type_tells
from gallery_lens.dialects.noise import tags_tell
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
    ('dimensions-missing', ('image', 'imageInfo'), None),
    ('type-inferred', (), 0),
    ('id-not-guid', ('_id',), None),
    ('description-truncated', ('description',), 0),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
    ('dates-dropped', ('_createdDate',), None),
    ('dates-dropped', ('_updatedDate',), None),
    ('sort-order-dropped', ('sortOrder',), None),
    ('link-text-dropped', ('link', 'text'), None),
    ('link-details-dropped', ('link', 'target'), None),
    ('link-details-dropped', ('link', 'type'), None),
    ('link-details-dropped', ('link', 'rel'), None),
    ('link-details-dropped', ('link', 'wixLinkData'), None),
    ('unknown-field-dropped', ('image', 'type'), None),
    ('focal-point-dropped', ('image', 'focalPoint'), None),
    ('exif-dropped', ('image', 'exif'), None),
    ('image-settings-dropped', ('image', 'quality'), None),
    ('image-settings-dropped', ('image', 'unsharpMasking'), None),
    ('tags-dropped', ('tags', 'values'), None),
    ('legacy-uri', ('video', 'videoInfo'), 0),
    ('filename-missing', ('video', 'videoInfo'), None),
    ('dimensions-missing', ('video', 'videoInfo'), None),
    ('type-inferred', (), 1),
    ('unknown-field-dropped', ('video', 'type'), None),
    ('duration-dropped', ('video', 'durationInMillis'), None),
    ('duration-dropped', ('video', 'duration'), None),
    ('text-item-dropped', (), None),
)
PLACED = 16384


def bind(bound):
    global carry_picture, Out, carry_clip
    carry_picture = bound.carrier('carry_picture', into=False, at=('image', 'imageInfo'), parts=False, details=(), flat=True, to_backend=False, same=False, alt=(), formats=False)
    Out = bound.into[()]
    carry_clip = bound.carrier('carry_clip', into=False, at=('video', 'videoInfo'), parts=False, details=(), flat=True, to_backend=False, same=False, alt=(), formats=False)


def batch(items, outs, masks, of_text):
    all__id = all_guids([item._id for item in items])
    for item in items:
        mask = 0
        kind = item.type
        untyped = kind is UNSET
        if untyped: kind = {'IMAGE': 'IMAGE', 'VIDEO': 'VIDEO'}.get(kind_of_branches(item.image, item.video, item.text))
        if kind == 'IMAGE':
            m_picture_value = None
            v_image_imageInfo = o_image_focalPoint = o_image_unsharpMasking = v_link_url = UNSET
            v__id = item._id
            v_description = item.description
            v__createdDate = item._createdDate
            v__updatedDate = item._updatedDate
            v_sortOrder = item.sortOrder
            v_title = item.title
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
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 128
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 1024
                if v_link_text: mask |= 32768
                if v_link_target and link_target_tells(v_link_target): mask |= 65536
                if v_link_type and link_type_tells(v_link_type): mask |= 131072
                if v_link_rel: mask |= 262144
                if v_link_wixLinkData: mask |= 524288
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
                    if not ((v_image_focalPoint_x is None or v_image_focalPoint_x is UNSET or 0 <= v_image_focalPoint_x <= 1) and (v_image_focalPoint_y is None or v_image_focalPoint_y is UNSET or 0 <= v_image_focalPoint_y <= 1)): mask |= 512
                    if ((v_image_focalPoint_x is not None and v_image_focalPoint_x is not UNSET) or (v_image_focalPoint_y is not None and v_image_focalPoint_y is not UNSET)) and (not ((v_image_focalPoint_x in (0.5,)) and (v_image_focalPoint_y in (0.5,)))): mask |= 2097152
                o_image_unsharpMasking = o_image.unsharpMasking
                if o_image_unsharpMasking:
                    v_image_unsharpMasking_amount = o_image_unsharpMasking.amount
                    v_image_unsharpMasking_radius = o_image_unsharpMasking.radius
                    v_image_unsharpMasking_threshold = o_image_unsharpMasking.threshold
                    if (v_image_unsharpMasking_amount is not None and v_image_unsharpMasking_amount is not UNSET) or (v_image_unsharpMasking_radius is not None and v_image_unsharpMasking_radius is not UNSET) or (v_image_unsharpMasking_threshold is not None and v_image_unsharpMasking_threshold is not UNSET): mask |= 16777216
                if v_image_exif and not (of_text or is_plain(v_image_exif)): outs.append(None); masks.append(-1); continue
                if v_image_imageInfo and usual_picture(v_image_imageInfo): m_picture_value = v_image_imageInfo; m_picture_says = 'WIX_MEDIA'
                else:
                    m_picture = carry_picture(v_image_imageInfo, None) if v_image_imageInfo else None
                    if m_picture is None: outs.append(None); masks.append(-1); continue
                    m_picture_value, found, m_picture_says, m_picture_poster = m_picture
                    mask |= found
                if v_image_type and v_image_type != m_picture_says: mask |= 1048576
                if v_image_exif: mask |= 4194304
                if v_image_quality is not None and v_image_quality is not UNSET: mask |= 8388608
            o_video = item.video
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            o_tags = item.tags
            if o_tags:
                v_tags_values = o_tags.values
                if (v_tags_values) and (tags_tell(v_tags_values)): mask |= 33554432
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 32
            if v_description and len(v_description) > 100: mask |= 64
            if v__createdDate: mask |= 4096
            if v__updatedDate: mask |= 8192
            if v_sortOrder is not None and v_sortOrder is not UNSET: mask |= 16384
            if m_picture_value is None: outs.append(None); masks.append(-1); continue
            if untyped: mask |= 16
            if not (((v_image_imageInfo))): mask |= 256
            outs.append(Out('image', (v__id or UNSET), m_picture_value, (v_title or UNSET), (v_description or UNSET), (v_link_url if leads2(v_link_url) else UNSET))); masks.append(mask); continue
        elif kind == 'VIDEO':
            m_clip_value = None
            v_video_videoInfo = v_link_url = UNSET
            v__id = item._id
            v_description = item.description
            v__createdDate = item._createdDate
            v__updatedDate = item._updatedDate
            v_sortOrder = item.sortOrder
            v_title = item.title
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
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 128
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 1024
                if v_link_text: mask |= 32768
                if v_link_target and link_target_tells(v_link_target): mask |= 65536
                if v_link_type and link_type_tells(v_link_type): mask |= 131072
                if v_link_rel: mask |= 262144
                if v_link_wixLinkData: mask |= 524288
            o_image = item.image
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            o_video = item.video
            if o_video:
                v_video_videoInfo = o_video.videoInfo
                v_video_type = o_video.type
                v_video_durationInMillis = o_video.durationInMillis
                v_video_duration = o_video.duration
                m_clip = carry_clip(v_video_videoInfo, None) if v_video_videoInfo else None
                if m_clip is None: outs.append(None); masks.append(-1); continue
                m_clip_value, found, m_clip_says, m_clip_poster = m_clip
                mask |= found
                if v_video_type and v_video_type != m_clip_says: mask |= 1073741824
                if v_video_durationInMillis is not None and v_video_durationInMillis is not UNSET: mask |= 2147483648
                if v_video_duration is not None and v_video_duration is not UNSET: mask |= 4294967296
            o_tags = item.tags
            if o_tags:
                v_tags_values = o_tags.values
                if (v_tags_values) and (tags_tell(v_tags_values)): mask |= 33554432
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 32
            if v_description and len(v_description) > 100: mask |= 64
            if v__createdDate: mask |= 4096
            if v__updatedDate: mask |= 8192
            if v_sortOrder is not None and v_sortOrder is not UNSET: mask |= 16384
            if m_clip_value is None: outs.append(None); masks.append(-1); continue
            if untyped: mask |= 536870912
            if not (((v_video_videoInfo))): mask |= 256
            outs.append(Out('video', (v__id or UNSET), m_clip_value, (v_title or UNSET), (v_description or UNSET), (v_link_url if leads2(v_link_url) else UNSET), UNSET, UNSET, m_clip_poster)); masks.append(mask); continue
        elif kind == 'TEXT':
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_wixLinkData = o_link.wixLinkData
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
            o_text = item.text
            if o_text:
                v_text_css = o_text.css
                v_text_html = o_text.html
                v_text_editorHtml = o_text.editorHtml
                if v_text_css and not (of_text or is_plain(v_text_css)): outs.append(None); masks.append(-1); continue
                if not ((not v_text_html or runs_nothing(v_text_html)) and (not v_text_editorHtml or runs_nothing(v_text_editorHtml))): mask |= 2048
            o_image = item.image
            o_video = item.video
            o_secondaryMedia = item.secondaryMedia
            if item.text is UNSET: outs.append(None); masks.append(-1); continue
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            outs.append(None); masks.append(mask | 8589934592); continue
        outs.append(None); masks.append(-1); continue
