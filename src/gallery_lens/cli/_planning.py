"""The command ``plan``: read two galleries, and write the plan."""

import sys
from collections.abc import Callable
from typing import Any

import click

from gallery_lens import jsontext, planning
from gallery_lens.cli.convert.options import ConvertCommandOptions, indent_of
from gallery_lens.cli.io.documents import destination, read_documents
from gallery_lens.cli.io.files import STDOUT, Outputs
from gallery_lens.cli.io.inputs import Input, Unreadable, inputs
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.errors import SidecarError, UsageError
from gallery_lens.jsontext import MAX_DEPTH
from gallery_lens.planning import Plan
from gallery_lens.planning.text import render

#: The exit code of a plan with calls.
CHANGES = 3


def run(
    settings: Settings,
    *,
    current: str,
    desired: str,
    sidecar: str | None,
    at: str | None,
    output_format: str,
    output: str | None,
    indent: int | None,
) -> int:
    """Write the plan and return the exit code.

    Raises:
        UsageError: The options make no sense together, an input cannot be read, or there is no plan.
        SidecarError: The sidecar cannot be read, or is of another gallery.
        OutputError: The plan cannot be written.
    """
    paths = (current, desired, *([sidecar] if sidecar else []))
    given = inputs(paths, "auto")
    options = ConvertCommandOptions(output=output, indent=indent)
    path = destination(options, paths)
    documents = [_document(each, MAX_DEPTH + (each.path == sidecar)) for each in given]
    try:
        plan = planning.plan(*documents, at=at)
    except SidecarError as error:
        raise SidecarError(error.reason, f"{sidecar}: {error}") from None
    except RecursionError:
        raise UsageError("A document is nested too deeply to be a gallery.") from None
    written = _WRITERS[output_format](plan, settings, indent_of(options, "json", path), path)
    with Outputs() as outputs:
        outputs.open(path).write(written)
        outputs.commit()
    if output_format != "text":
        settings.tell("".join(f"{each.severity} {each.code} {each.message}\n" for each in plan.losses))
    return 0 if plan.empty else CHANGES


def _document(given: Input, depth: int) -> Any:
    try:
        (document,) = read_documents(given, depth)
    except Unreadable as error:
        raise UsageError(f"{given.name}: {error.diagnostic.message}") from None
    except jsontext.NotJson as error:
        place = f":{error.line}:{error.column}" if error.line else ""
        raise UsageError(f"{given.name}{place} is not JSON: {error}. {error.help}") from None
    except ValueError:
        raise UsageError(f"{given.name} holds several values: give one gallery.") from None
    return document.value


def _text(plan: Plan, settings: Settings, indent: int | None, path: str) -> bytes:
    coloured = settings.colours(sys.stdout if path == STDOUT else None)
    style = (lambda text, colour: click.style(text, fg=colour)) if coloured else None
    text = render(plan, style) if style else render(plan)
    return text.encode("utf-8", "backslashreplace")


_WRITERS: dict[str, Callable[[Plan, Settings, int | None, str], bytes]] = {
    "text": _text,
    "json": lambda plan, _, indent, path: jsontext.write(plan.to_dict(), indent),
    "rest": lambda plan, _, indent, path: jsontext.write(plan.to_rest(), indent),
    "velo": lambda plan, _, indent, path: plan.to_velo().encode("utf-8", "backslashreplace"),
}
