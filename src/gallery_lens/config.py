"""Config files: ``gallery-lens.toml``, and ``[tool.gallery-lens]`` in ``pyproject.toml``.

The nearest one counts, sought from a folder upwards; in one folder ``gallery-lens.toml`` comes first.
What is in it is checked against ``schemas/config.schema.json``. Nothing is imported for that unless
there is one.
"""

import os
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from gallery_lens import schemas
from gallery_lens.diagnostics import Severity
from gallery_lens.errors import ConfigError, UsageError, reason
from gallery_lens.linting.selection import RuleChoice, selection
from gallery_lens.values import Record, Value, fresh
from gallery_lens.words import Profile, SourceName, TargetName, closest

if TYPE_CHECKING:
    from pathlib import Path

OWN: Final = "gallery-lens.toml"
SHARED: Final = "pyproject.toml"
TABLE: Final = "gallery-lens"

#: How many bytes a config file may have, and how many characters of a wrong value are shown.
_LARGEST: Final = 1_000_000
_SHOWN: Final = 80


class Config(Value, Record, kw_only=True):
    """The content of a config file; None, or empty, for absent keys."""

    path: str | None = None  #: absolute; None if there is no file
    source: SourceName | None = None
    target: TargetName | None = None
    profile: Profile | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = fresh(factory=dict)
    severity: Mapping[str, Severity] = fresh(factory=dict)
    fail_on: str | None = None
    max_warnings: int | None = None
    output_format: str | None = None
    baseline: str | None = None  #: relative to the folder
    exclude: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder that paths and patterns of the file are relative to."""
        return os.path.dirname(self.path) if self.path else os.getcwd()

    @property
    def known(self) -> "Path | None":
        """The baseline.

        Raises:
            ConfigError: It is something else than a file below the folder; what it is, is not told.
        """
        if self.baseline is None:
            return None
        from pathlib import Path  # few files name one

        folder = Path(self.folder)
        known = folder / self.baseline
        try:
            real = known.resolve()  # links are followed
            inside = real.is_relative_to(folder.resolve())
            is_safe = inside and (real.is_file() or not real.exists())
        except (OSError, ValueError, RuntimeError):  # no such name, or links in a circle
            is_safe = False
        if not is_safe:
            raise ConfigError(
                f"{_shown(self.path)}: baseline has to be a regular file below the folder of this file."
            )
        return known

    @property
    def choice(self) -> RuleChoice:
        """The selection of rules in the file."""
        return RuleChoice(
            select=self.select,
            extend_select=self.extend_select,
            ignore=self.ignore,
            per_file_ignores=self.per_file_ignores,
            severity=self.severity,
            source=_shown(self.path) if self.path else None,
        )

    def relative(self, path: str) -> str:
        """Return *path* as patterns of the file have it: relative to its folder, with forward slashes."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


class Configs:
    """The config files of one run; each is read once."""

    def __init__(self, given: str | None = None) -> None:
        """Begin with nothing read; the file *given*, if any, is the only one.

        Raises:
            ConfigError: The file given cannot be read or followed.
        """
        self._known: dict[str, Config] = {}
        self._only: Config | None = None
        if given is not None:
            path = absolute(given)
            table = _parsed(_text(path), path)
            if os.path.basename(path) == SHARED and _own_table(table) is None:
                raise ConfigError(f"{_shown(path)} has no [tool.{TABLE}] to follow.")
            self._only = _config(path, table)

    def at(self, folder: str) -> Config:
        """Return the config that counts in *folder*, which says nothing if there is no file.

        Raises:
            ConfigError: It cannot be read or followed.
        """
        return self._only or self._nearest(absolute(folder))

    def _nearest(self, folder: str) -> Config:
        if folder not in self._known:
            above = os.path.dirname(folder)
            found = _in_folder(folder)
            self._known[folder] = found or (Config() if above == folder else self._nearest(above))
        return self._known[folder]


def _in_folder(folder: str) -> Config | None:
    own, shared = os.path.join(folder, OWN), os.path.join(folder, SHARED)
    if os.path.isfile(own):
        return _config(own, _parsed(_text(own), own))
    if os.path.isfile(shared) and TABLE in (text := _text(shared)):
        table = _parsed(text, shared)
        return None if _own_table(table) is None else _config(shared, table)
    return None


def absolute(path: str) -> str:
    """Return *path* from the root, without ``..``; links are not followed."""
    return os.path.abspath(path)


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ConfigError(f"{_shown(path)} is larger than 1 MB, which no config file is.")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise ConfigError(f"{_shown(path)} cannot be read: {reason(error)}.") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{_shown(path)} is not in UTF-8, as TOML is: see byte {error.start}.") from None


def _parsed(text: str, path: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # The line and column come first; the library counts none at the end of the text.
        problem, _, at = str(error).rpartition(" (at ")
        lines = text.split("\n")
        line, column = re.findall(r"\d+", at) or (len(lines), len(lines[-1]) + 1)
        clause = f"line {line}, column {column}: {problem[:1].lower()}{problem[1:]}"
        raise ConfigError(f"{_shown(path)} is no TOML: {clause}.") from None
    except RecursionError:
        raise _too_deep(path) from None
    except ValueError:  # Python's limit for turning text into integers
        raise ConfigError(f"{_shown(path)}: an integer in it has too many digits.") from None


def _too_deep(path: str) -> ConfigError:
    return ConfigError(f"{_shown(path)} is nested too deeply to be a config file.")


def _own_table(document: dict[str, Any]) -> Any:
    tools = document.get("tool")
    return tools.get(TABLE) if isinstance(tools, dict) else None


def _config(path: str, document: dict[str, Any]) -> Config:
    shared = os.path.basename(path) == SHARED
    table = _own_table(document) if shared else document
    try:
        problems = [*_problems(table, f"tool.{TABLE}." if shared else "")]
    except RecursionError:
        raise _too_deep(path) from None
    if problems:
        raise ConfigError("\n".join(f"{_shown(path)}: {problem}" for problem in problems))
    names = {"from": "source", "to": "target"}
    values = {names.get(key, key.replace("-", "_")): _frozen(key, value) for key, value in table.items()}
    config = Config(path=path, **values)
    try:
        selection(config.choice)
    except UsageError as error:
        raise ConfigError(str(error)) from None
    return config


def _frozen(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {name: Severity(held) if key == "severity" else tuple(held) for name, held in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _problems(table: Any, prefix: str) -> Iterator[str]:
    found = schemas.validator("config").iter_errors(table)
    for error in sorted(found, key=lambda error: [*map(str, error.absolute_path)]):
        place = (prefix + ".".join(map(str, error.absolute_path))).rstrip(".")
        if error.validator == "additionalProperties":
            known = error.schema["properties"]
            unknown = [key for key in table if key not in known]
            yield from (f"there is no key {prefix}{key}; {_closest(key, known)}" for key in unknown)
        elif error.validator == "enum":
            yield f"{place} cannot be {_quoted(error)}; {_closest(error.instance, error.validator_value)}"
        else:
            yield f"{place} cannot be {_quoted(error)}; it takes a {error.schema['title'].lower()}."


def _quoted(error: Any) -> str:
    text = repr(error.instance)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _closest(given: Any, known: Any) -> str:
    close = closest(str(given)[:_SHOWN].lower(), known)
    return f"did you mean {close}?" if close else f"choose one of {', '.join(known)}."


def _shown(path: str | None) -> str:
    """Name a file as briefly as is clear."""
    if path is None:
        return OWN
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here)
