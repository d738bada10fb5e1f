"""Writes the pages that follow from the code: ``losses.md``, ``loss-table.md``. A test compares."""

from pathlib import Path

from gallery_lens.loss_table import to_markdown
from gallery_lens.rules import all_rules
from gallery_lens.rules.base import Rule

HERE = Path(__file__).parent
HEAD = """# All rules

Made by `docs/generate.py` from the rules themselves. *loses* marks the rules that speak of a value
that the output does not hold; a conversion in which none of them speaks, and no item is refused, is
lossless.

| code | name | severity | loses | |
|---|---|---|---|---|
"""


def losses() -> str:
    """Return the page of all rules, in the order of their codes."""
    return HEAD + "".join(map(_row, all_rules())) + "\n" + "\n".join(map(_section, all_rules()))


def _row(rule: Rule) -> str:
    loses = "yes" if rule.loses else ""
    anchor = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
    return f"| {anchor} | `{rule.name}` | {rule.severities} | {loses} | {rule.summary} |\n"


def _section(rule: Rule) -> str:
    # Headings go one level down: the rule's own page would have its name as title.
    body = rule.explain.strip().replace("\n## ", "\n### ")
    return f"## {rule.code} {rule.name}\n\n{body}\n{links(rule)}"


def links(rule: Rule) -> str:
    """Return links to the pages of Wix that a rule quotes, if there are any."""
    pages = ", ".join(f"[{title}]({address})" for title, address in rule.sources)
    return f"\nPages of Wix: {pages}.\n" if pages else ""


if __name__ == "__main__":
    (HERE / "losses.md").write_text(losses(), encoding="utf-8")
    (HERE / "loss-table.md").write_text(to_markdown(), encoding="utf-8")
