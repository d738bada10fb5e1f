"""The conversion of usual items from cms to component.

Printed from the tables and the rules by ``make generate``: change those instead.
"""

from gallery_lens.compiled.carrying import told_by_clip
from gallery_lens.compiled.carrying import told_by_picture
from gallery_lens.compiled.plain import is_plain
from gallery_lens.dialects.addresses import kind_of_source
from gallery_lens.dialects.component_values import are_finite
from gallery_lens.dialects.component_values import known_millis
from gallery_lens.dialects.component_values import pair_of
from gallery_lens.dialects.component_values import quality_switch
from gallery_lens.dialects.component_values import sharpening_switch
from gallery_lens.dialects.noise import leads as leads2
from gallery_lens.dialects.rows import holds_anything
from gallery_lens.rules.l105_link_url_missing import leads
from gallery_lens.rules.x101_unsafe_link import _is_harmless
from msgspec import UNSET

FOUND = (
    ('legacy-uri', ('src',), 0),
    ('filename-missing', ('src',), None),
    ('video-quality-guessed', ('src',), None),
    ('dimensions-missing', ('src',), None),
    ('watermark-dropped', ('src',), None),
    ('type-inferred', (), 0),
    ('link-url-missing', ('', 'asked'), None),
    ('media-missing', ('', 'asked'), None),
    ('focal-point-outside', ('', 'asked'), None),
    ('unsafe-link', ('', 'asked'), None),
    ('focal-point-dropped', ('settings', 'focalPoint'), None),
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
    global carry_picture_address, OutMetadataLink, OutMetadata, Out, move, carry_clip_address, OutMetadataPoster
    carry_picture_address = bound.carrier('carry_picture_address', into=False, at=('src',), parts=False, details=(), flat=False, to_backend=False, same=False, alt=('alt',), formats=False)
    OutMetadataLink = bound.into[('metaData', 'link')]
    OutMetadata = bound.into[('metaData',)]
    Out = bound.into[()]
    move = bound.move
    carry_clip_address = bound.carrier('carry_clip_address', into=False, at=('src',), parts=False, details=(), flat=False, to_backend=False, same=False, alt=(), formats=False)
    OutMetadataPoster = bound.into[('metaData', 'poster')]


def batch(items, outs, masks, of_text):
    for item in items:
        mask = 0
        kind = item.type
        untyped = kind is UNSET
        if untyped: kind = {'IMAGE': 'image', 'VIDEO': 'video'}.get(kind_of_source(item.src))
        if kind in ('image', 'Image', 'IMAGE'):
            moved = 0
            m_picture_value = None
            o_settings_focalPoint = v_settings_width = v_settings_height = t_metaData_focalPoint = UNSET
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
                    if not ((v_settings_focalPoint_x is None or v_settings_focalPoint_x is UNSET or 0 <= v_settings_focalPoint_x <= 1) and (v_settings_focalPoint_y is None or v_settings_focalPoint_y is UNSET or 0 <= v_settings_focalPoint_y <= 1)): mask |= 512
                    if ((v_settings_focalPoint_x is not None and v_settings_focalPoint_x is not UNSET) or (v_settings_focalPoint_y is not None and v_settings_focalPoint_y is not UNSET)) and (not (are_finite(v_settings_focalPoint_x, v_settings_focalPoint_y))): mask |= 2048
                    t_metaData_focalPoint = pair_of(v_settings_focalPoint_x, v_settings_focalPoint_y)
                    if t_metaData_focalPoint is None: t_metaData_focalPoint = UNSET
            if not (v_thumbnail is UNSET):
                if v_thumbnail is not UNSET and v_thumbnail is not None and holds_anything(v_thumbnail): mask |= 4096
            m_picture = carry_picture_address(v_src, v_alt) if v_src else None
            if m_picture is None: outs.append(None); masks.append(-1); continue
            m_picture_value, found, m_picture_says, m_picture_width, m_picture_height, m_picture_name, m_picture_alt = m_picture
            mask |= found
            if not ((not (v_link is not UNSET)) or (v_link and leads(v_link))): mask |= 128
            if not (((v_link and v_link.startswith(('https://', 'http://', '/'))) or (not v_link or _is_harmless(v_link)))): mask |= 1024
            if v_alt == 'undefined': outs.append(None); masks.append(-1); continue
            if untyped: mask |= 64
            if not (((v_src))): mask |= 256
            if v_id is not UNSET and v_id is not None and v_id != v_slug: mask |= 8192
            if v_fileName is not UNSET or v_settings_width is not UNSET or v_settings_height is not UNSET:
                t_filename, t_width, t_height = told_by_picture(v_src)
                if v_fileName is not UNSET and v_fileName is not None and v_fileName != t_filename: mask |= 16384
                if v_settings_width is not UNSET and v_settings_width is not None and (type(v_settings_width) is not int or v_settings_width != t_width): mask |= 32768
                if v_settings_height is not UNSET and v_settings_height is not None and (type(v_settings_height) is not int or v_settings_height != t_height): mask |= 65536
            t_metaData_link_url = (v_link if leads2(v_link) else UNSET)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_slug or UNSET), OutMetadata('image', UNSET, UNSET, UNSET, UNSET, UNSET, m_picture_width, m_picture_height, m_picture_name, UNSET, UNSET, UNSET, UNSET, m_picture_alt, t_metaData_focalPoint, UNSET, UNSET, (v_title or UNSET), (v_description or UNSET), UNSET, (OutMetadataLink(t_metaData_link_url) if t_metaData_link_url is not UNSET else UNSET)), UNSET, m_picture_value)); masks.append(mask); continue
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
            m_clip = carry_clip_address(v_src, v_thumbnail) if v_src else None
            if m_clip is None: outs.append(None); masks.append(-1); continue
            m_clip_value, found, m_clip_says, m_clip_page, m_clip_external, m_clip_width, m_clip_height, m_clip_name, m_clip_qualities, m_clip_posters, m_clip_poster = m_clip
            mask |= found
            if not ((not (v_link is not UNSET)) or (v_link and leads(v_link))): mask |= 128
            if not (((v_link and v_link.startswith(('https://', 'http://', '/'))) or (not v_link or _is_harmless(v_link)))): mask |= 1024
            if untyped: mask |= 131072
            if not (((v_src))): mask |= 256
            if v_id is not UNSET and v_id is not None and v_id != v_slug: mask |= 8192
            if v_fileName is not UNSET or v_settings_width is not UNSET or v_settings_height is not UNSET:
                t_filename, t_width, t_height = told_by_clip(v_src)
                if v_fileName is not UNSET and v_fileName is not None and v_fileName != t_filename: mask |= 16384
                if v_settings_width is not UNSET and v_settings_width is not None and (type(v_settings_width) is not int or v_settings_width != t_width): mask |= 32768
                if v_settings_height is not UNSET and v_settings_height is not None and (type(v_settings_height) is not int or v_settings_height != t_height): mask |= 65536
            t_metaData_link_url = (v_link if leads2(v_link) else UNSET)
            if moved: mask = move(mask, moved)
            outs.append(Out((v_slug or UNSET), OutMetadata('video', UNSET, UNSET, UNSET, m_clip_page, m_clip_external, m_clip_width, m_clip_height, m_clip_name, m_clip_qualities, UNSET, m_clip_posters, (OutMetadataPoster(m_clip_poster, m_clip_width, m_clip_height) if m_clip_poster is not UNSET or m_clip_width is not UNSET or m_clip_height is not UNSET else UNSET), UNSET, UNSET, UNSET, UNSET, (v_title or UNSET), (v_description or UNSET), UNSET, (OutMetadataLink(t_metaData_link_url) if t_metaData_link_url is not UNSET else UNSET)), UNSET, m_clip_value)); masks.append(mask); continue
        outs.append(None); masks.append(-1); continue
