"""The conversion of usual items from rest to frontend.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

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
    ('alt-text-dropped', ('image', 'imageInfo', 'altText'), None),
    ('alt-text-as-filename', ('image', 'imageInfo', 'altText'), None),
    ('filename-missing', ('image', 'imageInfo'), None),
    ('dimensions-missing', ('image', 'imageInfo'), None),
    ('image-url-dropped', ('image', 'imageInfo', 'url'), None),
    ('external-image-details-dropped', ('image', 'imageInfo', 'width'), None),
    ('external-image-details-dropped', ('image', 'imageInfo', 'height'), None),
    ('external-image-details-dropped', ('image', 'imageInfo', 'filename'), None),
    ('external-image-details-dropped', ('image', 'imageInfo', 'altText'), None),
    ('type-inferred', (), 0),
    ('id-not-guid', ('id',), None),
    ('description-truncated', ('description',), 0),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
    ('dates-dropped', ('createdDate',), None),
    ('dates-dropped', ('updatedDate',), None),
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
    ('filename-missing', ('video', 'videoInfo'), None),
    ('resolutions-dropped', ('video', 'videoInfo', 'url'), None),
    ('unknown-field-dropped', ('video', 'videoInfo', 'url'), None),
    ('resolutions-dropped', ('video', 'videoInfo', 'resolutions'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'resolutions'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'filename'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 0), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 1), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 2), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 3), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 0, 'width'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 0, 'height'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 0, 'filename'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 0, 'altText'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 1, 'width'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 1, 'height'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 1, 'filename'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 1, 'altText'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 2, 'width'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 2, 'height'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 2, 'filename'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 2, 'altText'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 3, 'width'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 3, 'height'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 3, 'filename'), None),
    ('external-video-details-dropped', ('video', 'videoInfo', 'posters', 3, 'altText'), None),
    ('extra-posters-dropped', ('video', 'videoInfo', 'posters', 0), None),
    ('extra-posters-dropped', ('video', 'videoInfo', 'posters', 1), None),
    ('extra-posters-dropped', ('video', 'videoInfo', 'posters', 2), None),
    ('extra-posters-dropped', ('video', 'videoInfo', 'posters', 3), None),
    ('alt-text-dropped', ('video', 'videoInfo', 'posters', 0, 'altText'), None),
    ('image-url-dropped', ('video', 'videoInfo', 'posters', 0, 'url'), None),
    ('unknown-field-dropped', ('video', 'videoInfo', 'posters', 0, 'filename'), None),
    ('dimensions-missing', ('video', 'videoInfo', 'posters', 0), None),
    ('alt-text-dropped', ('video', 'videoInfo', 'posters', 1, 'altText'), None),
    ('image-url-dropped', ('video', 'videoInfo', 'posters', 1, 'url'), None),
    ('unknown-field-dropped', ('video', 'videoInfo', 'posters', 1, 'filename'), None),
    ('dimensions-missing', ('video', 'videoInfo', 'posters', 1), None),
    ('type-inferred', (), 1),
    ('unknown-field-dropped', ('video', 'type'), None),
    ('duration-dropped', ('video', 'durationInMillis'), None),
    ('duration-dropped', ('video', 'duration'), None),
    ('text-item-dropped', (), None),
)
PLACED = 1048576


def bind(bound):
    global carry_picture, Out, carry_clip
    carry_picture = bound.carrier('carry_picture', into=False, at=('image', 'imageInfo'), parts=True, details=(), flat=True, to_backend=False, same=False, alt=(), formats=False)
    Out = bound.into[()]
    carry_clip = bound.carrier('carry_clip', into=False, at=('video', 'videoInfo'), parts=True, details=(), flat=True, to_backend=False, same=False, alt=(), formats=False)


def batch(items, outs, masks, of_text):
    all_id = all_guids([item.id for item in items])
    for item in items:
        mask = 0
        kind = item.type
        untyped = kind is UNSET
        if untyped: kind = {'IMAGE': 'IMAGE', 'VIDEO': 'VIDEO'}.get(kind_of_branches(item.image, item.video, item.text))
        if kind == 'IMAGE':
            m_picture_value = None
            o_image_imageInfo = o_image_focalPoint = o_image_unsharpMasking = v_link_url = UNSET
            v_id = item.id
            v_description = item.description
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
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
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 8192
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 65536
                if v_link_text: mask |= 2097152
                if v_link_target and link_target_tells(v_link_target): mask |= 4194304
                if v_link_type and link_type_tells(v_link_type): mask |= 8388608
                if v_link_rel: mask |= 16777216
                if v_link_wixLinkData: mask |= 33554432
            o_image = item.image
            if o_image:
                v_image_exif = o_image.exif
                v_image_type = o_image.type
                v_image_quality = o_image.quality
                o_image_imageInfo = o_image.imageInfo
                o_image_focalPoint = o_image.focalPoint
                if o_image_focalPoint:
                    v_image_focalPoint_x = o_image_focalPoint.x
                    v_image_focalPoint_y = o_image_focalPoint.y
                    if not ((v_image_focalPoint_x is None or v_image_focalPoint_x is UNSET or 0 <= v_image_focalPoint_x <= 1) and (v_image_focalPoint_y is None or v_image_focalPoint_y is UNSET or 0 <= v_image_focalPoint_y <= 1)): mask |= 32768
                    if ((v_image_focalPoint_x is not None and v_image_focalPoint_x is not UNSET) or (v_image_focalPoint_y is not None and v_image_focalPoint_y is not UNSET)) and (not ((v_image_focalPoint_x in (0.5,)) and (v_image_focalPoint_y in (0.5,)))): mask |= 134217728
                o_image_unsharpMasking = o_image.unsharpMasking
                if o_image_unsharpMasking:
                    v_image_unsharpMasking_amount = o_image_unsharpMasking.amount
                    v_image_unsharpMasking_radius = o_image_unsharpMasking.radius
                    v_image_unsharpMasking_threshold = o_image_unsharpMasking.threshold
                    if (v_image_unsharpMasking_amount is not None and v_image_unsharpMasking_amount is not UNSET) or (v_image_unsharpMasking_radius is not None and v_image_unsharpMasking_radius is not UNSET) or (v_image_unsharpMasking_threshold is not None and v_image_unsharpMasking_threshold is not UNSET): mask |= 1073741824
                if v_image_exif and not (of_text or is_plain(v_image_exif)): outs.append(None); masks.append(-1); continue
                m_picture = carry_picture(o_image_imageInfo, None) if o_image_imageInfo else None
                if m_picture is None: outs.append(None); masks.append(-1); continue
                m_picture_value, found, m_picture_says, m_picture_poster = m_picture
                mask |= found
                if v_image_type and v_image_type != m_picture_says: mask |= 67108864
                if v_image_exif: mask |= 268435456
                if v_image_quality is not None and v_image_quality is not UNSET: mask |= 536870912
            o_video = item.video
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            o_tags = item.tags
            if o_tags:
                v_tags_values = o_tags.values
                if (v_tags_values) and (tags_tell(v_tags_values)): mask |= 2147483648
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 2048
            if v_description and len(v_description) > 100: mask |= 4096
            if v_createdDate: mask |= 262144
            if v_updatedDate: mask |= 524288
            if v_sortOrder is not None and v_sortOrder is not UNSET: mask |= 1048576
            if m_picture_value is None: outs.append(None); masks.append(-1); continue
            if untyped: mask |= 1024
            if not (((o_image_imageInfo))): mask |= 16384
            outs.append(Out('image', (v_id or UNSET), m_picture_value, (v_title or UNSET), (v_description or UNSET), (v_link_url if leads2(v_link_url) else UNSET))); masks.append(mask); continue
        elif kind == 'VIDEO':
            m_clip_value = None
            o_video_videoInfo = v_link_url = UNSET
            v_id = item.id
            v_description = item.description
            v_createdDate = item.createdDate
            v_updatedDate = item.updatedDate
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
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 8192
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 65536
                if v_link_text: mask |= 2097152
                if v_link_target and link_target_tells(v_link_target): mask |= 4194304
                if v_link_type and link_type_tells(v_link_type): mask |= 8388608
                if v_link_rel: mask |= 16777216
                if v_link_wixLinkData: mask |= 33554432
            o_image = item.image
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            o_video = item.video
            if o_video:
                v_video_type = o_video.type
                v_video_durationInMillis = o_video.durationInMillis
                v_video_duration = o_video.duration
                o_video_videoInfo = o_video.videoInfo
                m_clip = carry_clip(o_video_videoInfo, None) if o_video_videoInfo else None
                if m_clip is None: outs.append(None); masks.append(-1); continue
                m_clip_value, found, m_clip_says, m_clip_poster = m_clip
                mask |= found
                if v_video_type and v_video_type != m_clip_says: mask |= 4722366482869645213696
                if v_video_durationInMillis is not None and v_video_durationInMillis is not UNSET: mask |= 9444732965739290427392
                if v_video_duration is not None and v_video_duration is not UNSET: mask |= 18889465931478580854784
            o_tags = item.tags
            if o_tags:
                v_tags_values = o_tags.values
                if (v_tags_values) and (tags_tell(v_tags_values)): mask |= 2147483648
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            if (v_id) and (not (all_id or is_guid(v_id))): mask |= 2048
            if v_description and len(v_description) > 100: mask |= 4096
            if v_createdDate: mask |= 262144
            if v_updatedDate: mask |= 524288
            if v_sortOrder is not None and v_sortOrder is not UNSET: mask |= 1048576
            if m_clip_value is None: outs.append(None); masks.append(-1); continue
            if untyped: mask |= 2361183241434822606848
            if not (((o_video_videoInfo))): mask |= 16384
            outs.append(Out('video', (v_id or UNSET), m_clip_value, (v_title or UNSET), (v_description or UNSET), (v_link_url if leads2(v_link_url) else UNSET), UNSET, UNSET, m_clip_poster)); masks.append(mask); continue
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
                if not ((not v_text_html or runs_nothing(v_text_html)) and (not v_text_editorHtml or runs_nothing(v_text_editorHtml))): mask |= 131072
            o_image = item.image
            o_video = item.video
            o_secondaryMedia = item.secondaryMedia
            if item.text is UNSET: outs.append(None); masks.append(-1); continue
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            outs.append(None); masks.append(mask | 37778931862957161709568); continue
        outs.append(None); masks.append(-1); continue
