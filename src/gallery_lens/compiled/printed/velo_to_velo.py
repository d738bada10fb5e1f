"""The conversion of usual items from velo to velo.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.carrying import USUAL_PICTURE as usual_picture
from gallery_lens.compiled.columns import all_guids
from gallery_lens.compiled.plain import is_plain
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
    ('id-not-guid', ('_id',), None),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unsafe-html', ('', 'asked'), None),
    ('legacy-uri', ('video', 'videoInfo'), 0),
    ('filename-missing', ('video', 'videoInfo'), None),
    ('dimensions-missing', ('video', 'videoInfo'), None),
)
PLACED = 0


def bind(bound):
    global carry_picture, carry_clip
    carry_picture = bound.carrier('carry_picture', into=False, at=('image', 'imageInfo'), parts=False, details=(), flat=False, to_backend=False, same=True, alt=(), formats=False)
    carry_clip = bound.carrier('carry_clip', into=False, at=('video', 'videoInfo'), parts=False, details=(), flat=False, to_backend=False, same=True, alt=(), formats=False)


def batch(items, outs, masks, of_text):
    all__id = all_guids([item._id for item in items])
    for item in items:
        mask = 0
        kind = item.type
        untyped = kind is UNSET
        if untyped: kind = {'IMAGE': 'IMAGE', 'VIDEO': 'VIDEO', 'TEXT': 'TEXT'}.get(kind_of_branches(item.image, item.video, item.text))
        if kind == 'IMAGE':
            m_picture_value = None
            v_image_imageInfo = o_image_focalPoint = UNSET
            v__id = item._id
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_wixLinkData = o_link.wixLinkData
                v_link_url = o_link.url
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 32
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 256
            o_image = item.image
            if o_image:
                v_image_exif = o_image.exif
                v_image_imageInfo = o_image.imageInfo
                o_image_focalPoint = o_image.focalPoint
                if o_image_focalPoint:
                    v_image_focalPoint_x = o_image_focalPoint.x
                    v_image_focalPoint_y = o_image_focalPoint.y
                    if not ((v_image_focalPoint_x is None or v_image_focalPoint_x is UNSET or 0 <= v_image_focalPoint_x <= 1) and (v_image_focalPoint_y is None or v_image_focalPoint_y is UNSET or 0 <= v_image_focalPoint_y <= 1)): mask |= 128
                if v_image_exif and not (of_text or is_plain(v_image_exif)): outs.append(None); masks.append(-1); continue
                if v_image_imageInfo and usual_picture(v_image_imageInfo): m_picture_value = v_image_imageInfo; m_picture_says = 'WIX_MEDIA'
                else:
                    m_picture = carry_picture(v_image_imageInfo, None) if v_image_imageInfo else None
                    if m_picture is None: outs.append(None); masks.append(-1); continue
                    m_picture_value, found, m_picture_says, m_picture_poster = m_picture
                    mask |= found
            o_video = item.video
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 16
            if m_picture_value is None: outs.append(None); masks.append(-1); continue
            if not (((v_image_imageInfo))): mask |= 64
            outs.append(item); masks.append(mask); continue
        elif kind == 'VIDEO':
            m_clip_value = None
            v_video_videoInfo = UNSET
            v__id = item._id
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_wixLinkData = o_link.wixLinkData
                v_link_url = o_link.url
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 32
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 256
            o_image = item.image
            o_text = item.text
            o_secondaryMedia = item.secondaryMedia
            o_video = item.video
            if o_video:
                v_video_videoInfo = o_video.videoInfo
                m_clip = carry_clip(v_video_videoInfo, None) if v_video_videoInfo else None
                if m_clip is None: outs.append(None); masks.append(-1); continue
                m_clip_value, found, m_clip_says, m_clip_poster = m_clip
                mask |= found
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_text: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 16
            if m_clip_value is None: outs.append(None); masks.append(-1); continue
            if not (((v_video_videoInfo))): mask |= 64
            outs.append(item); masks.append(mask); continue
        elif kind == 'TEXT':
            v_text_html = UNSET
            v__id = item._id
            o_link = item.link
            if o_link and o_link.type and is_none(o_link.type):
                if is_no_link(to_builtins(o_link)): o_link = UNSET
            if o_link:
                v_link_wixLinkData = o_link.wixLinkData
                v_link_url = o_link.url
                if v_link_wixLinkData and not (of_text or is_plain(v_link_wixLinkData)): outs.append(None); masks.append(-1); continue
                if not ((not (o_link)) or (v_link_url and leads(v_link_url))): mask |= 32
                if not (((v_link_url and v_link_url.startswith(('https://', 'http://', '/'))) or (not v_link_url or _is_harmless(v_link_url))) and (not v_link_wixLinkData or _is_harmless(v_link_wixLinkData))): mask |= 256
            o_text = item.text
            if o_text:
                v_text_css = o_text.css
                v_text_html = o_text.html
                v_text_editorHtml = o_text.editorHtml
                if v_text_css and not (of_text or is_plain(v_text_css)): outs.append(None); masks.append(-1); continue
                if not ((not v_text_html or runs_nothing(v_text_html)) and (not v_text_editorHtml or runs_nothing(v_text_editorHtml))): mask |= 512
            o_image = item.image
            o_video = item.video
            o_secondaryMedia = item.secondaryMedia
            if item.text is UNSET: outs.append(None); masks.append(-1); continue
            if o_secondaryMedia: outs.append(None); masks.append(-1); continue
            if o_video: outs.append(None); masks.append(-1); continue
            if o_image: outs.append(None); masks.append(-1); continue
            if (v__id) and (not (all__id or is_guid(v__id))): mask |= 16
            if not ((v_text_html)): mask |= 64
            outs.append(item); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
