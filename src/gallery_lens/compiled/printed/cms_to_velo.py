"""The conversion of usual items from cms to velo.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.carrying import USUAL_PICTURE as usual_picture
from gallery_lens.compiled.carrying import told_by_clip
from gallery_lens.compiled.carrying import told_by_picture
from gallery_lens.compiled.columns import all_guids
from gallery_lens.compiled.plain import is_plain
from gallery_lens.dialects.addresses import kind_of_source
from gallery_lens.dialects.noise import leads as leads2
from gallery_lens.dialects.rows import holds_anything
from gallery_lens.rules.guid import is_guid
from gallery_lens.rules.l105_link_url_missing import leads
from gallery_lens.rules.x101_unsafe_link import _is_harmless
from msgspec import UNSET

FOUND = (
    ('legacy-uri', ('src',), 0),
    ('filename-missing', ('src',), None),
    ('dimensions-missing', ('src',), None),
    ('external-image', ('src',), None),
    ('alt-text-dropped', ('alt',), None),
    ('type-inferred', (), 0),
    ('slug-not-guid', ('slug',), None),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('unknown-field-dropped', ('thumbnail',), None),
    ('unknown-field-dropped', ('id',), None),
    ('unknown-field-dropped', ('fileName',), None),
    ('unknown-field-dropped', ('settings', 'width'), None),
    ('unknown-field-dropped', ('settings', 'height'), None),
    ('type-inferred', (), 1),
    ('unknown-field-dropped', ('alt',), None),
    ('unknown-field-dropped', ('settings', 'focalPoint', 'x'), None),
    ('unknown-field-dropped', ('settings', 'focalPoint', 'y'), None),
)
PLACED = 0


def bind(bound):
    global carry_picture, OutLink, OutImageFocalpoint, OutImage, Out, move, carry_clip, OutVideo
    carry_picture = bound.carrier('carry_picture', into=False, at=('src',), parts=False, details=(), flat=False, to_backend=True, same=False, alt=('alt',), formats=False)
    OutLink = bound.into[('link',)]
    OutImageFocalpoint = bound.into[('image', 'focalPoint')]
    OutImage = bound.into[('image',)]
    Out = bound.into[()]
    move = bound.move
    carry_clip = bound.carrier('carry_clip', into=False, at=('src',), parts=False, details=(), flat=False, to_backend=True, same=False, alt=(), formats=False)
    OutVideo = bound.into[('video',)]


def batch(items, outs, masks, of_text):
    all_slug = all_guids([item.slug for item in items])
    for item in items:
        mask = 0
        kind = item.type
        untyped = kind is UNSET
        if untyped: kind = {'IMAGE': 'image', 'VIDEO': 'video'}.get(kind_of_source(item.src))
        if kind in ('image', 'Image', 'IMAGE'):
            moved = 0
            m_picture_value = None
            o_settings_focalPoint = v_settings_width = v_settings_height = t_image_focalPoint = UNSET
            v_slug = item.slug
            v_id = item.id
            v_src = item.src
            v_alt = item.alt
            v_link = item.link
            v_thumbnail = item.thumbnail
            v_fileName = item.fileName
            v_title = item.title
            v_description = item.description
            if v_id and not (v_slug):
                if v_slug == '': outs.append(None); masks.append(-1); continue
                v_slug = v_id; v_id = UNSET; moved |= 1
            o_settings = item.settings
            if o_settings:
                v_settings_width = o_settings.width
                v_settings_height = o_settings.height
                o_settings_focalPoint = o_settings.focalPoint
                if o_settings_focalPoint:
                    v_settings_focalPoint_x = o_settings_focalPoint.x
                    v_settings_focalPoint_y = o_settings_focalPoint.y
                    if not ((v_settings_focalPoint_x is None or v_settings_focalPoint_x is UNSET or 0 <= v_settings_focalPoint_x <= 1) and (v_settings_focalPoint_y is None or v_settings_focalPoint_y is UNSET or 0 <= v_settings_focalPoint_y <= 1)): mask |= 1024
                    t_image_focalPoint = (OutImageFocalpoint(v_settings_focalPoint_x, v_settings_focalPoint_y) if v_settings_focalPoint_x is not UNSET or v_settings_focalPoint_y is not UNSET else UNSET)
            if not (v_thumbnail is UNSET):
                if v_thumbnail is not UNSET and v_thumbnail is not None and holds_anything(v_thumbnail): mask |= 4096
            if v_src and not v_alt and usual_picture(v_src): m_picture_value = v_src; m_picture_says = 'WIX_MEDIA'
            else:
                m_picture = carry_picture(v_src, v_alt) if v_src else None
                if m_picture is None: outs.append(None); masks.append(-1); continue
                m_picture_value, found, m_picture_says, m_picture_poster = m_picture
                mask |= found
            if (v_slug) and (not ((all_slug and not moved) or is_guid(v_slug))): mask |= 128
            if not ((not (v_link is not UNSET)) or (v_link and leads(v_link))): mask |= 256
            if not (((v_link and v_link.startswith(('https://', 'http://', '/'))) or (not v_link or _is_harmless(v_link)))): mask |= 2048
            if v_alt == 'undefined': outs.append(None); masks.append(-1); continue
            if untyped: mask |= 64
            if not (((v_src))): mask |= 512
            if v_id is not UNSET and v_id is not None and v_id != v_slug: mask |= 8192
            if v_fileName is not UNSET or v_settings_width is not UNSET or v_settings_height is not UNSET:
                t_filename, t_width, t_height = told_by_picture(v_src)
                if v_fileName is not UNSET and v_fileName is not None and v_fileName != t_filename: mask |= 16384
                if v_settings_width is not UNSET and v_settings_width is not None and (type(v_settings_width) is not int or v_settings_width != t_width): mask |= 32768
                if v_settings_height is not UNSET and v_settings_height is not None and (type(v_settings_height) is not int or v_settings_height != t_height): mask |= 65536
            t_link_url = (v_link if leads2(v_link) else UNSET)
            t_image_focalPoint = (t_image_focalPoint if o_settings_focalPoint is not None else None)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_slug if v_slug and ((all_slug and not moved) or is_guid(v_slug)) else UNSET), UNSET, UNSET, UNSET, v_title, v_description, (OutLink(UNSET, t_link_url) if t_link_url is not UNSET else UNSET), 'IMAGE', (OutImage(m_picture_value, UNSET, t_image_focalPoint) if m_picture_value is not UNSET or t_image_focalPoint is not UNSET else UNSET))); masks.append(mask); continue
        elif kind in ('video', 'Video', 'VIDEO'):
            moved = 0
            m_clip_value = None
            o_settings_focalPoint = v_settings_width = v_settings_height = UNSET
            v_slug = item.slug
            v_id = item.id
            v_src = item.src
            v_thumbnail = item.thumbnail
            v_link = item.link
            v_alt = item.alt
            v_fileName = item.fileName
            v_title = item.title
            v_description = item.description
            if v_id and not (v_slug):
                if v_slug == '': outs.append(None); masks.append(-1); continue
                v_slug = v_id; v_id = UNSET; moved |= 1
            o_settings = item.settings
            if o_settings:
                v_settings_width = o_settings.width
                v_settings_height = o_settings.height
                o_settings_focalPoint = o_settings.focalPoint
                if o_settings_focalPoint:
                    v_settings_focalPoint_x = o_settings_focalPoint.x
                    v_settings_focalPoint_y = o_settings_focalPoint.y
                    if not (v_settings_focalPoint_x is v_settings_focalPoint_y is UNSET):
                        if v_settings_focalPoint_x is not UNSET and v_settings_focalPoint_x is not None and holds_anything(v_settings_focalPoint_x): mask |= 524288
                        if v_settings_focalPoint_y is not UNSET and v_settings_focalPoint_y is not None and holds_anything(v_settings_focalPoint_y): mask |= 1048576
            if not (v_alt is UNSET):
                if v_alt is not UNSET and v_alt is not None and holds_anything(v_alt): mask |= 262144
            m_clip = carry_clip(v_src, v_thumbnail) if v_src else None
            if m_clip is None: outs.append(None); masks.append(-1); continue
            m_clip_value, found, m_clip_says, m_clip_poster = m_clip
            mask |= found
            if (v_slug) and (not ((all_slug and not moved) or is_guid(v_slug))): mask |= 128
            if not ((not (v_link is not UNSET)) or (v_link and leads(v_link))): mask |= 256
            if not (((v_link and v_link.startswith(('https://', 'http://', '/'))) or (not v_link or _is_harmless(v_link)))): mask |= 2048
            if untyped: mask |= 131072
            if not (((v_src))): mask |= 512
            if v_id is not UNSET and v_id is not None and v_id != v_slug: mask |= 8192
            if v_fileName is not UNSET or v_settings_width is not UNSET or v_settings_height is not UNSET:
                t_filename, t_width, t_height = told_by_clip(v_src)
                if v_fileName is not UNSET and v_fileName is not None and v_fileName != t_filename: mask |= 16384
                if v_settings_width is not UNSET and v_settings_width is not None and (type(v_settings_width) is not int or v_settings_width != t_width): mask |= 32768
                if v_settings_height is not UNSET and v_settings_height is not None and (type(v_settings_height) is not int or v_settings_height != t_height): mask |= 65536
            t_link_url = (v_link if leads2(v_link) else UNSET)
            t_video_type = (m_clip_says or UNSET)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_slug if v_slug and ((all_slug and not moved) or is_guid(v_slug)) else UNSET), UNSET, UNSET, UNSET, v_title, v_description, (OutLink(UNSET, t_link_url) if t_link_url is not UNSET else UNSET), 'VIDEO', UNSET, (OutVideo(t_video_type, m_clip_value) if t_video_type is not UNSET or m_clip_value is not UNSET else UNSET))); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
