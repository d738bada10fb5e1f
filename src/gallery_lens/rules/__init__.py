"""All rules by name, written out in the order of their codes; a rule's module is imported when asked for.

A module is called ``<code>_<name>``, in lower case and with underscores; its docstring is the rule's
page in the manual. A code is never used again: what is retired points to what took its place.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from gallery_lens.errors import UsageError
from gallery_lens.words import closest

if TYPE_CHECKING:
    from gallery_lens.rules.base import Rule

#: The module of every rule, by the rule's name.
RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "id-not-guid": "i101_id_not_guid",
        "slug-not-guid": "i102_slug_not_guid",
        "duplicate-id": "i103_duplicate_id",
        "items-incomplete": "i104_items_incomplete",
        "event-without-items": "i105_event_without_items",
        "full-page": "i106_full_page",
        "page-conflict": "i107_page_conflict",
        "view-replaced": "i108_view_replaced",
        "item-removed": "i109_item_removed",
        "item-added": "i110_item_added",
        "link-to-old-site": "i111_link_to_old_site",
        "item-replaced": "i112_item_replaced",
        "item-kept": "i113_item_kept",
        "item-deleted": "i114_item_deleted",
        "item-not-planned": "i115_item_not_planned",
        "gallery-order-kept": "i116_gallery_order_kept",
        "text-item-dropped": "l101_text_item_dropped",
        "link-text-dropped": "l102_link_text_dropped",
        "link-details-dropped": "l103_link_details_dropped",
        "description-truncated": "l104_description_truncated",
        "link-url-missing": "l105_link_url_missing",
        "alt-text-dropped": "l106_alt_text_dropped",
        "alt-text-as-filename": "l107_alt_text_as_filename",
        "watermark-dropped": "l108_watermark_dropped",
        "image-url-dropped": "l109_image_url_dropped",
        "external-image-details-dropped": "l110_external_image_details_dropped",
        "external-video-details-dropped": "l111_external_video_details_dropped",
        "extra-posters-dropped": "l112_extra_posters_dropped",
        "poster-dropped": "l113_poster_dropped",
        "resolutions-dropped": "l114_resolutions_dropped",
        "thumbnail-dropped": "l115_thumbnail_dropped",
        "duration-dropped": "l116_duration_dropped",
        "focal-point-dropped": "l117_focal_point_dropped",
        "exif-dropped": "l118_exif_dropped",
        "image-settings-dropped": "l119_image_settings_dropped",
        "tags-dropped": "l120_tags_dropped",
        "dates-dropped": "l121_dates_dropped",
        "secondary-media-dropped": "l122_secondary_media_dropped",
        "sort-order-dropped": "l123_sort_order_dropped",
        "date-precision-lost": "l124_date_precision_lost",
        "unknown-field-dropped": "l125_unknown_field_dropped",
        "nested-key-renamed": "l126_nested_key_renamed",
        "text-style-dropped": "l127_text_style_dropped",
        "duration-renamed": "l128_duration_renamed",
        "link-text-kept": "l129_link_text_kept",
        "old-media-field-dropped": "l130_old_media_field_dropped",
        "address-part-dropped": "l131_address_part_dropped",
        "gallery-fields-dropped": "l132_gallery_fields_dropped",
        "media-missing": "m101_media_missing",
        "unsupported-media": "m102_unsupported_media",
        "malformed-uri": "m103_malformed_uri",
        "legacy-uri": "m104_legacy_uri",
        "filename-missing": "m105_filename_missing",
        "dimensions-missing": "m106_dimensions_missing",
        "external-image": "m107_external_image",
        "unknown-video-host": "m108_unknown_video_host",
        "video-quality-guessed": "m109_video_quality_guessed",
        "video-search-page": "m110_video_search_page",
        "focal-point-outside": "m111_focal_point_outside",
        "media-unmapped": "m112_media_unmapped",
        "sort-order-duplicate": "o101_sort_order_duplicate",
        "sort-order-text": "o102_sort_order_text",
        "sort-order-mixed-units": "o103_sort_order_mixed_units",
        "sort-order-unsorted": "o104_sort_order_unsorted",
        "sort-order-exhausted": "o105_sort_order_exhausted",
        "sort-orders-rewritten": "o106_sort_orders_rewritten",
        "sort-order-descending": "o107_sort_order_descending",
        "not-json": "r001_not_json",
        "not-an-item": "r002_not_an_item",
        "dialect-guessed": "r003_dialect_guessed",
        "duplicate-key": "r004_duplicate_key",
        "internal-error": "r005_internal_error",
        "no-items-in-answer": "r006_no_items_in_answer",
        "unreadable-input": "r007_unreadable_input",
        "failed-answer": "r008_failed_answer",
        "dialect-mismatch": "r009_dialect_mismatch",
        "off-schema": "s001_off_schema",
        "unsupported-type": "s002_unsupported_type",
        "type-mismatch": "s003_type_mismatch",
        "type-inferred": "s004_type_inferred",
        "date-invalid": "s005_date_invalid",
        "non-finite-number": "s006_non_finite_number",
        "misspelt-key": "s007_misspelt_key",
        "date-respelled": "s008_date_respelled",
        "value-respelled": "s009_value_respelled",
        "undocumented-form": "s010_undocumented_form",
        "unsafe-link": "x101_unsafe_link",
        "unsafe-html": "x102_unsafe_html",
    }
)

#: Codes and names that are no longer used, and the names of the rules that took their place.
RETIRED: Final[Mapping[str, str]] = MappingProxyType({})

_BY_CODE: Final = {module[:4].upper(): module for module in RULES.values()}


def rule(name_or_code: str) -> "Rule":
    """Return the rule of that name or code, in any case.

    Raises:
        UsageError: there is no such rule; the message says which comes closest.
    """
    if module := RULES.get(name_or_code):
        return _load(module)
    known = RETIRED.get(name_or_code, RETIRED.get(name_or_code.upper(), name_or_code))
    module = RULES.get(known.lower()) or _BY_CODE.get(known.upper())
    if module is None:
        close = closest(name_or_code.lower(), RULES) or closest(name_or_code.upper(), _BY_CODE)
        advice = f"did you mean {close}?" if close else "codes look like L102, names like link-text-dropped"
        raise UsageError(f"there is no rule {name_or_code!r}; {advice}")
    return _load(module)


def all_rules() -> "tuple[Rule, ...]":
    """Return all rules in the order of their codes."""
    return tuple(map(_load, RULES.values()))


@cache
def _load(module: str) -> "Rule":
    found: Rule = import_module(f"{__name__}.{module}").RULE
    return found
