"""A page for every rule, made from the rule itself: its words, and its examples as they turn out today."""

import base64
import itertools
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

import gallery_lens as gl
from gallery_lens.rules import all_rules, rule
from gallery_lens.rules.base import Example, Rule
from gallery_lens.sphinx_ext import ExampleDirective, ExampleError
from gallery_lens.sphinx_ext.nodes import listing, titled

FOLDER = "rules"


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the pages before Sphinx looks for them."""
    app.add_directive("rule-example", RuleExample)
    app.connect("builder-inited", _write)
    return {"parallel_read_safe": True}


def _write(app: Sphinx) -> None:
    folder = Path(app.srcdir, FOLDER)
    wanted = {folder / path: text for path, text in pages(all_rules())}
    for stale in {*folder.glob("**/*.md")} - wanted.keys():
        stale.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def pages(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Yield the path of every page, and its Markdown."""
    rules = list(rules)
    yield "index.md", _overview(rules)
    for each in rules:
        yield f"{_home(each)}.md", _page(each)


def _home(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}/index"


def _page(rule: Rule) -> str:
    cells = (rule.severities, _yes(rule.loses), _yes(rule.fixable), rule.family, rule.since)
    head = f"# {rule.code} {rule.name}\n\n{_FACTS}| {' | '.join(cells)} |\n\n"
    head += f"{rule.explain.strip()}\n{_links(rule)}"
    return "\n".join([head, *_examples("Reported", rule, "bad"), *_examples("Not reported", rule, "good")])


def _links(rule: Rule) -> str:
    pages = ", ".join(f"[{title}]({address})" for title, address in rule.sources)
    return f"\nPages of Wix: {pages}.\n" if pages else ""


_FACTS = "| severity | a value is lost | can be fixed | family | since |\n|---|---|---|---|---|\n"


def _yes(it: bool) -> str:
    return "yes" if it else "no"


def _examples(title: str, rule: Rule, kind: str) -> Iterator[str]:
    yield f"## {title}\n"
    for number in range(len(getattr(rule, kind))):
        yield f"```{{rule-example}} {rule.code} {kind} {number}\n```\n"


def _overview(rules: list[Rule]) -> str:
    families = itertools.groupby(rules, key=lambda each: each.family)
    sections = "\n".join(_family(name, members) for name, members in families)
    tree = "\n".join(_home(each) for each in rules)
    return f"{_HEAD}{sections}\n```{{toctree}}\n:hidden:\n\n{tree}\n```\n"


_HEAD = """# Rules

Everything that is ever said about a gallery has a code and a name, which never change, and a page here,
made from the rule itself. `gallery-lens rule CODE` prints the same in a terminal. A conversion in which
no rule speaks that loses a value, and no item is refused, is lossless.

"""


def _family(name: str, members: Iterable[Rule]) -> str:
    rows = "".join(map(_row, members))
    return f"## {name[0].upper()}{name[1:]}\n\n| rule | severity | loses | |\n|---|---|---|---|\n{rows}"


def _row(rule: Rule) -> str:
    name = f"[{rule.code} {rule.name}]({_home(rule)}.md)"
    return f"| {name} | {rule.severities} | {'yes' if rule.loses else ''} | {rule.summary} |\n"


class RuleExample(ExampleDirective):
    """Shows one example of a rule, converted now: ``L102 bad 0``."""

    required_arguments = 3
    option_spec: ClassVar = {"class": directives.class_option}

    def example(self) -> nodes.Element:
        """Return the example and what is said about it; raises ``ExampleError`` if that is not the rule."""
        code, kind, number = self.arguments
        example: Example = getattr(rule(code), kind)[int(number)]
        told = [found for found in findings(example) if found.code == code]
        if bool(told) != (kind == "bad"):
            raise ExampleError(f"{code}: the {kind} example {number} turns out otherwise.")
        account = listing(told, None) if told else nodes.paragraph("", "Nothing is said.", classes=["quiet"])
        tried = [_trial(example)] if "playground" in self.env.app.tags and not example.options else []
        shown = [*_shown(example, told), account, *tried]
        return nodes.container("", *shown, classes=["gallery-lens", "rule-example"])


def _trial(example: Example) -> nodes.Node:
    """A link that opens the example in the playground, which finds the gallery in the fragment."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(_json(example.document).encode()) + packer.flush()
    gallery = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    place = f"site:playground/index.html#from={example.source}&to={example.target}&gallery={gallery}"
    return nodes.paragraph(
        "", "", nodes.reference("", "Try it in the playground", refuri=place), classes=["trial"]
    )


def findings(example: Example) -> tuple[gl.Diagnostic, ...]:
    """Return what is said about an example under the conversion that it names."""
    options = dict(example.options)
    text = options.pop("text", None)
    if text is not None:
        return getattr(gl, "lint_text", gl.convert_text)(
            text, example.source, example.target, **options
        ).diagnostics
    if "view" in options:
        sidecar = gl.convert(example.document, example.source, example.target).sidecar
        return gl.restore(options["view"], sidecar).diagnostics
    if "merge" in options:
        return gl.merge(example.document).diagnostics
    if "desired" in options:
        viewed = options.get("viewed")
        sidecar = None if viewed is None else gl.convert(viewed).sidecar
        return gl.plan(example.document, options["desired"], sidecar).losses
    if "media_map" in options:
        return gl.remap(example.document, options["media_map"]).diagnostics
    return gl.convert(example.document, example.source, example.target, **options).diagnostics


def _shown(example: Example, told: list[gl.Diagnostic]) -> Iterator[nodes.Node]:
    """What the example is: a conversion and a document, or the text of one, and perhaps an edited view."""
    options = dict(example.options)
    conversion = f"{example.source} to {example.target}"
    if "view" in options:
        yield titled("The gallery", _json(example.document))
        yield titled("Its view, edited", _json(options["view"]), told)
        return
    if options.pop("merge", None):
        yield titled("Pages to merge", _json(example.document), told)
        return
    if "desired" in options:
        if "viewed" in options:
            yield titled("The gallery when the view was made", _json(options["viewed"]))
        yield titled("CURRENT", _json(example.document), told)
        yield titled("DESIRED", _json(options["desired"]))
        return
    if "media_map" in options:
        yield titled("The media map", _json(options["media_map"]))
        yield titled("The gallery", _json(example.document), told)
        return
    text = options.pop("text", None)
    further = "".join(f", {name} {value}" for name, value in options.items())
    yield titled(conversion + further, text or _json(example.document), told)


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
