"""The conversion of usual items from frontend to frontend.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.carrying import USUAL_PICTURE as usual_picture
from gallery_lens.compiled.plain import is_plain
from gallery_lens.dialects.addresses import kind_of_source
from gallery_lens.rules.l105_link_url_missing import leads
from gallery_lens.rules.x101_unsafe_link import _is_harmless
from msgspec import UNSET

FOUND = (
    ('legacy-uri', ('src',), 0),
    ('filename-missing', ('src',), None),
    ('dimensions-missing', ('src',), None),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
)
PLACED = 0


def bind(bound):
    global carry_picture, carry_clip
    carry_picture = bound.carrier('carry_picture', into=False, at=('src',), parts=False, details=(), flat=True, to_backend=False, same=True, alt=(), formats=False)
    carry_clip = bound.carrier('carry_clip', into=False, at=('src',), parts=False, details=(), flat=True, to_backend=False, same=True, alt=(), formats=False)


def batch(items, outs, masks, of_text):
    for item in items:
        mask = 0
        kind = item.type
        untyped = kind is UNSET
        if untyped: kind = {'IMAGE': 'image', 'VIDEO': 'video'}.get(kind_of_source(item.src))
        if kind in ('image', 'Image', 'IMAGE'):
            m_picture_value = None
            o_settings_focalPoint = UNSET
            v_style = item.style
            v_src = item.src
            v_alt = item.alt
            v_link = item.link
            v_target = item.target
            o_settings = item.settings
            if o_settings:
                o_settings_focalPoint = o_settings.focalPoint
                if o_settings_focalPoint:
                    v_settings_focalPoint_x = o_settings_focalPoint.x
                    v_settings_focalPoint_y = o_settings_focalPoint.y
                    if not ((v_settings_focalPoint_x is None or v_settings_focalPoint_x is UNSET or 0 <= v_settings_focalPoint_x <= 1) and (v_settings_focalPoint_y is None or v_settings_focalPoint_y is UNSET or 0 <= v_settings_focalPoint_y <= 1)): mask |= 64
            if v_style and not (of_text or is_plain(v_style)): outs.append(None); masks.append(-1); continue
            if v_src and usual_picture(v_src): m_picture_value = v_src; m_picture_says = 'WIX_MEDIA'
            else:
                m_picture = carry_picture(v_src, None) if v_src else None
                if m_picture is None: outs.append(None); masks.append(-1); continue
                m_picture_value, found, m_picture_says, m_picture_poster = m_picture
                mask |= found
            if not ((not (v_link is not UNSET or v_target is not UNSET)) or (v_link and leads(v_link))): mask |= 16
            if not (((v_link and v_link.startswith(('https://', 'http://', '/'))) or (not v_link or _is_harmless(v_link)))): mask |= 128
            if v_alt == 'undefined': outs.append(None); masks.append(-1); continue
            if not (((v_src))): mask |= 32
            outs.append(item); masks.append(mask); continue
        elif kind in ('video', 'Video', 'VIDEO'):
            m_clip_value = None
            v_style = item.style
            v_src = item.src
            v_link = item.link
            v_target = item.target
            if v_style and not (of_text or is_plain(v_style)): outs.append(None); masks.append(-1); continue
            m_clip = carry_clip(v_src, None) if v_src else None
            if m_clip is None: outs.append(None); masks.append(-1); continue
            m_clip_value, found, m_clip_says, m_clip_poster = m_clip
            mask |= found
            if not ((not (v_link is not UNSET or v_target is not UNSET)) or (v_link and leads(v_link))): mask |= 16
            if not (((v_link and v_link.startswith(('https://', 'http://', '/'))) or (not v_link or _is_harmless(v_link)))): mask |= 128
            if not (((v_src))): mask |= 32
            outs.append(item); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
