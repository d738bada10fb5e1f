"""Settings of the files of a run: the command line over config files over defaults."""

import os
from collections.abc import Sequence

from gallery_lens.cli.io.inputs import STDIN
from gallery_lens.config import Config, Configs, absolute
from gallery_lens.globs import matches
from gallery_lens.linting.selection import RuleChoice, Selection, selection
from gallery_lens.values import Record
from gallery_lens.words import PROFILED, Profile, SourceName, TargetName


class FileSettings(Record, kw_only=True):
    """The settings of one file."""

    source: SourceName  #: the dialect that is read, or ``auto``
    target: TargetName
    at: str | None  #: what is looked at of the document
    profile: Profile
    selection: Selection
    path: str  #: as the patterns of its config have it


class SettingsResolver:
    """Finds what holds for each file, by the config that is nearest to it."""

    def __init__(
        self,
        configs: Configs,
        choice: RuleChoice,
        source: SourceName | None,
        target: TargetName | None,
        at: str | None = None,
        profile: Profile | None = None,
    ) -> None:
        """Begin with what the command line says; only pages have profiles.

        Raises:
            UsageError: It names a rule that there is not.
        """
        self._configs = configs
        self._choice = choice
        self._source, self._target, self._at, self._profile = source, target, at, profile
        self._selections: dict[str | None, Selection] = {None: selection(choice)}

    def of(self, path: str) -> FileSettings:
        """Return the settings of the file at *path*.

        Raises:
            ConfigError: Its config cannot be read or followed.
        """
        config = self._configs.at(os.path.dirname(path))
        target = self._target or config.target or PROFILED
        if config.path not in self._selections:
            self._selections[config.path] = selection(config.choice, self._choice)
        return FileSettings(
            source=self._source or config.source or "auto",
            target=target,
            profile=(self._profile or config.profile or "documented") if target == PROFILED else "documented",
            at=self._at,
            selection=self._selections[config.path],
            path=config.relative(path),
        )

    def excludes(self, path: str) -> bool:
        """Return whether a config excludes the file or folder at *path*."""
        config = self._configs.at(os.path.dirname(path))
        return any(matches(pattern, config.relative(path)) for pattern in config.exclude)

    def common(self, paths: Sequence[str]) -> Config:
        """Return the config of a run over *paths*: that of the folder they share, else of the one we are in.

        Raises:
            ConfigError: It cannot be read or followed.
        """
        read = [absolute(path) for path in paths if path != STDIN]
        folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in read]
        shared = self._configs.at(os.path.commonpath(folders)) if folders else Config()
        return shared if shared.path else self._configs.at(".")
