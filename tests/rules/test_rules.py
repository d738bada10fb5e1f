"""What holds for every rule: its file, its page, its words, and the examples that prove it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest

from gallery_lens import api, cloning, planning, rules
from gallery_lens.diagnostics import Diagnostic
from gallery_lens.errors import UsageError
from gallery_lens.places import resolve
from gallery_lens.rules import RETIRED, RULES, all_rules, rule
from gallery_lens.rules.base import Example, Rule

FOLDER = Path(rules.__file__).parent
SECTIONS = ["Why it matters", "What to do", "Source"]

#: What fills a message besides the value, by rule; whoever reports the rule has to give all of it.
FACTS = {
    "internal-error": {"problem"},
    "unreadable-input": {"problem"},
    "failed-answer": {"problem"},
    "dialect-mismatch": {"likely", "named"},
    "not-json": {"problem"},
    "not-an-item": {"problem"},
    "dialect-guessed": {"dialect", "others"},
    "off-schema": {"expected"},
    "unsupported-type": {"allowed"},
    "type-mismatch": {"contradiction"},
    "type-inferred": {"given", "kind"},
    "description-truncated": {"length"},
    "link-url-missing": {"given"},
    "media-missing": {"medium"},
    "malformed-uri": {"problem"},
    "legacy-uri": {"form"},
    "sort-order-duplicate": {"earlier"},
    "sort-order-mixed-units": {"unit", "other"},
    "sort-order-unsorted": {"reason"},
    "duplicate-id": {"earlier"},
    "items-incomplete": {"total", "held", "things", "here"},
    "full-page": {"held", "things", "page"},
    "page-conflict": {"thing", "kept"},
    "link-to-old-site": {"host"},
    "media-unmapped": {"ids"},
    "item-replaced": {"thing"},
    "item-kept": {"thing"},
    "item-deleted": {"thing"},
    "item-not-planned": {"problem"},
    "gallery-order-kept": {"thing"},
    "video-search-page": {"host"},
    "no-items-in-answer": {"keys"},
    "sort-order-exhausted": {"before", "room"},
    "duplicate-key": {"key", "times"},
    "misspelt-key": {"key", "meant"},
    "undocumented-form": {"fields"},
    "unsafe-link": {"scheme"},
    "unsafe-html": {"found"},
    "view-replaced": {"before", "after"},
    "old-media-field-dropped": {"field"},
    "sort-orders-rewritten": {"count", "total", "things", "reason"},
    "date-invalid": {"reason"},
    "date-respelled": {"read", "zone"},
    "value-respelled": {"read"},
}

#: Rules about something that is not there, or about the whole document: their facts say it all.
NAME_NO_VALUE = {
    "undocumented-form",
    "internal-error",
    "unreadable-input",
    "failed-answer",
    "dialect-mismatch",
    "not-json",
    "dialect-guessed",
    "type-inferred",
    "link-url-missing",
    "media-missing",
    "items-incomplete",
    "no-items-in-answer",
    "event-without-items",
    "media-unmapped",
    "item-replaced",
    "item-kept",
    "item-deleted",
    "item-not-planned",
    "gallery-order-kept",
    "full-page",
    "view-replaced",
    "item-added",
    "sort-orders-rewritten",
    "sort-order-unsorted",
}


def _module(name: str) -> ModuleType:
    return import_module(f"gallery_lens.rules.{RULES[name]}")


def _examples(kind: str) -> Iterator[Any]:
    for each in all_rules():
        for number, example in enumerate(getattr(each, kind), start=1):
            yield pytest.param(each, example, id=f"{each.code}-{kind}-{number}")


def _findings(example: Example) -> tuple[Diagnostic, ...]:
    options = dict(example.options)
    if "view" in options:
        sidecar = api.convert(example.document, source=example.source, target=example.target).sidecar
        return api.restore(options["view"], sidecar).diagnostics
    if "merge" in options:
        return api.merge(example.document).diagnostics
    if "desired" in options:
        viewed = options.get("viewed")
        sidecar = None if viewed is None else api.convert(viewed).sidecar
        return planning.plan(example.document, options["desired"], sidecar).losses
    if "media_map" in options:
        return cloning.remap(example.document, options["media_map"]).diagnostics
    if "text" in options:
        text = options.pop("text")
        return api.lint_text(text, source=example.source, target=example.target, **options).diagnostics
    return api.convert(example.document, source=example.source, target=example.target, **options).diagnostics


def _how(example: Example) -> dict[str, Any]:
    return {
        name: value for name, value in example.options.items() if name in ("order", "text_items", "profile")
    }


def _document(example: Example) -> Any:
    try:
        created = isinstance(example.document, dict) and example.document.get("items") == []
        pointed = "desired" if created else "view"
        given = example.options.get(pointed, example.document)
        return json.loads(example.options["text"]) if "text" in example.options else given
    except json.JSONDecodeError:
        return None


def _fields(message: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(message) if field is not None}


#: What is always reported beside a rule: of a view that is replaced each removed item.
BESIDE = {"view-replaced": {"I109"}, "dialect-mismatch": {"M101", "S001", "S002"}}
#: Rules that no document is known, or meant, to give.
WITHOUT = {"internal-error", "unreadable-input"}

every_rule = pytest.mark.parametrize("name", RULES)
every_bad_example = pytest.mark.parametrize(("each", "example"), [*_examples("bad")])
#: Lint looks at no views that were edited, and at one document at a time.
every_lintable_example = pytest.mark.parametrize(
    ("each", "example"),
    [
        case
        for kind in ("bad", "good")
        for case in _examples(kind)
        if not {"view", "merge", "media_map", "desired"} & case.values[1].options.keys()
    ],
)
every_good_example = pytest.mark.parametrize(("each", "example"), [*_examples("good")])


class TestFiles:
    """One rule, one file, written down in one list."""

    def test_the_list_is_the_folder(self) -> None:
        """Every file that does not begin with an underscore is in the list, and nothing else."""
        assert sorted(path.stem for path in FOLDER.glob("[a-z][0-9]*.py")) == sorted(RULES.values())

    def test_the_list_is_in_the_order_of_the_codes(self) -> None:
        """Whoever prints the list need not sort it."""
        assert sorted(RULES.values()) == list(RULES.values())

    @every_rule
    def test_a_file_is_called_by_code_and_name(self, name: str) -> None:
        """A rule is found in the folder by either."""
        found = rule(name)

        assert f"{found.code.lower()}_{found.name.replace('-', '_')}" == RULES[name]

    @every_rule
    def test_a_rule_is_listed_under_its_own_name(self, name: str) -> None:
        """The key of the list and the rule agree."""
        assert name == rule(name).name

    def test_importing_the_list_imports_no_rule(self) -> None:
        """Start-up does not pay for rules that nobody asked for."""
        code = "import sys, gallery_lens.rules; print(*sys.modules)"
        loaded = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout

        assert not {f"gallery_lens.rules.{module}" for module in RULES.values()} & set(loaded.split())


class TestNames:
    """Codes and names are an interface."""

    def test_no_code_is_given_twice(self) -> None:
        """A code says which rule it is."""
        assert len(RULES) == len({each.code for each in all_rules()})

    @every_rule
    def test_codes_and_names_are_well_formed(self, name: str) -> None:
        """A family letter and three digits; words joined by hyphens."""
        assert re.fullmatch(r"[RSLMOIX][0-9]{3} [a-z]+(-[a-z]+)+", f"{rule(name).code} {name}")

    def test_what_is_retired_is_never_used_again(self) -> None:
        """An old code or name means one thing for ever."""
        assert not set(RETIRED) & {*RULES, *(each.code for each in all_rules())}

    @pytest.mark.parametrize("asked", ["L102", "l102", "link-text-dropped"])
    def test_a_rule_is_found_by_code_and_by_name(self, asked: str) -> None:
        """The case of a code does not matter."""
        assert "link-text-dropped" == rule(asked).name

    @pytest.mark.parametrize(
        ("asked", "hint"),
        [
            ("link-text-droped", "did you mean link-text-dropped?"),
            ("Link-Text-Droped", "did you mean link-text-dropped?"),
            ("L1O2", "did you mean L1"),
            ("water", "codes look like L102"),
            ("", "codes look like L102"),
        ],
    )
    def test_an_unknown_rule_is_refused_with_a_hint(self, asked: str, hint: str) -> None:
        """The message repeats what was asked for and offers what comes closest."""
        with pytest.raises(UsageError) as refused:
            rule(asked)

        assert repr(asked) in str(refused.value)
        assert hint in str(refused.value)

    @pytest.mark.parametrize("asked", ["L999", "l999"])
    def test_a_retired_code_leads_to_its_successor(self, asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Old settings and links keep working."""
        monkeypatch.setattr(rules, "RETIRED", {"L999": "link-text-dropped"})

        assert "L102" == rule(asked).code

    def test_all_rules_come_in_the_order_of_their_codes(self) -> None:
        """The list has every rule once."""
        codes = [each.code for each in all_rules()]

        assert sorted(f"{module[:4].upper()}" for module in RULES.values()) == codes


class TestPages:
    """A rule's docstring is its page in the manual."""

    @every_rule
    def test_the_explanation_is_the_docstring(self, name: str) -> None:
        """It is written once."""
        assert _module(name).__doc__ == rule(name).explain

    @every_rule
    def test_the_summary_is_one_sentence(self, name: str) -> None:
        """The first line stands alone in lists."""
        summary, blank, *_ = rule(name).explain.splitlines()

        assert "" == blank
        assert rule(name).summary == summary
        assert re.fullmatch(r"[A-Z`][^.]*(\.[^ .][^.]*)*\.", summary)

    @every_rule
    def test_the_sections_come_in_order(self, name: str) -> None:
        """What it means, why it matters, what to do, where the fact comes from."""
        assert SECTIONS == re.findall(r"^## (.+)$", rule(name).explain, re.MULTILINE)

    @every_rule
    def test_every_section_says_something(self, name: str) -> None:
        """No heading stands over nothing."""
        meaning, *sections = re.split(r"^## .+\n", rule(name).explain, flags=re.MULTILINE)

        assert meaning.strip().count("\n\n") >= 1
        assert all(section.strip().endswith(".") for section in sections)


class TestWords:
    """Messages are filled from what was found, and say what to do."""

    @every_rule
    def test_a_message_asks_for_known_facts_only(self, name: str) -> None:
        """Whoever reports the rule knows what to give."""
        assert FACTS.get(name, set()) == _fields(rule(name).message) - {"value"}

    @every_rule
    def test_a_message_names_the_value(self, name: str) -> None:
        """Except where nothing is there that could be named."""
        assert (name not in NAME_NO_VALUE) == ("value" in _fields(rule(name).message))

    @every_rule
    def test_a_filled_message_is_a_sentence(self, name: str) -> None:
        """It begins with a capital or with what was found, and ends with a full stop."""
        message = rule(name).message.format(value='"x"', **dict.fromkeys(FACTS.get(name, ()), "y"))

        assert re.fullmatch(r'[A-Z"].*\.', message)

    @every_rule
    def test_the_remedy_is_one_sentence(self, name: str) -> None:
        """It fits on one line below the message."""
        assert re.fullmatch(r"[A-Z][^\n]*\.", rule(name).help)
        assert len(rule(name).help) <= 110

    @every_rule
    def test_what_is_called_dropped_is_lost(self, name: str) -> None:
        """A conversion with such a finding is not lossless."""
        assert rule(name).loses or not name.endswith("-dropped")


def _leads(document: Any, text: str) -> bool:
    try:
        resolve(document, text)
    except LookupError:
        return False
    return True


class TestExamples:
    """Every rule proves itself."""

    @every_rule
    def test_there_are_examples_of_both_kinds(self, name: str) -> None:
        """At least one that is reported and one that is not, unless no document is known or meant."""
        assert (name not in WITHOUT) == bool(rule(name).bad)
        assert (name not in WITHOUT) == bool(rule(name).good)

    @every_bad_example
    def test_a_bad_example_is_reported_under_this_code_alone(self, each: Rule, example: Example) -> None:
        """Nothing else is wrong with it."""
        found = {found.code for found in _findings(example)}
        assert {each.code} == found - BESIDE.get(each.name, set())

    @every_bad_example
    def test_a_finding_stands_at_a_place_that_exists(self, each: Rule, example: Example) -> None:
        """Its pointer leads to a value of the document as given."""
        document = _document(example)

        assert [] == [found.pointer for found in _findings(example) if not _leads(document, found.pointer)]

    @every_bad_example
    def test_a_finding_names_its_value(self, each: Rule, example: Example) -> None:
        """The reader sees in the message what was lost or refused."""
        named = [found for found in _findings(example) if each.name not in NAME_NO_VALUE]

        assert all(json.dumps(found.value, ensure_ascii=False) in found.message for found in named)

    @every_bad_example
    def test_a_finding_has_the_words_of_its_rule(self, each: Rule, example: Example) -> None:
        """Its message is the rule's, filled, with nothing left open."""
        for found in _findings(example):
            if found.code == each.code:
                assert re.fullmatch(_pattern(each.message), found.message, re.DOTALL)

    @every_good_example
    def test_a_good_example_is_silent(self, each: Rule, example: Example) -> None:
        """The near miss is no finding, of this rule or any other."""
        assert () == _findings(example)

    @every_lintable_example
    def test_lint_says_what_a_conversion_says(self, each: Rule, example: Example) -> None:
        """A bad example has its code, a good one none, whichever way one looks at it."""
        text = example.options.get("text") or json.dumps(example.document)

        linted = api.lint_text(text, example.source, example.target, **_how(example)).diagnostics

        assert {found.code for found in _findings(example)} == {found.code for found in linted}

    @pytest.mark.parametrize(("each", "example"), [*_examples("bad"), *_examples("good")])
    def test_an_example_can_be_printed(self, each: Rule, example: Example) -> None:
        """The manual shows it as strict JSON, or as the text it is."""
        shown = json.dumps(example.document, allow_nan=False)

        assert example.document == json.loads(shown)
        assert isinstance(example.options, Mapping)


def _pattern(message: str) -> str:
    parts = Formatter().parse(message)
    return "".join(re.escape(text) + (".+" if field is not None else "") for text, field, _, _ in parts)
