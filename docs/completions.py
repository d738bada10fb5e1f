"""Writes the completion scripts that come with the package, from the commands themselves. A test compares."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs
import click

from gallery_lens import schemas
from gallery_lens.cli import group
from gallery_lens.rules import RULES, all_rules

FOLDER: Final = Path(__file__).parents[1] / "src" / "gallery_lens" / "completions"
TEMPLATES: Final = Path(__file__).parent / "templates"
PROGRAM: Final = "gallery-lens"
MADE: Final = "# Made by docs/completions.py from the commands themselves."

#: What an option or argument takes if it is not a file.
NO_FILES: Final = frozenset(("N", "NAME", "CODES", "ID", "SELECTOR"))


def named_values() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the values of arguments that are names of something, by command and argument."""
    codes = sorted({each.code for each in all_rules()} | set(RULES))
    return {("rule", "name"): tuple(codes), ("schema", "name"): schemas.names()}


@attrs.frozen
class Option:
    """An option of a command: its spellings, and what follows it."""

    names: tuple[str, ...]
    help: str
    metavar: str  #: empty for one that takes no value
    values: tuple[str, ...] = ()

    @property
    def takes_files(self) -> bool:
        """Whether its value may be a file."""
        return bool(self.metavar) and not self.values and self.metavar not in NO_FILES


@attrs.frozen
class Shape:
    """What a command takes; the program itself is the one without a name."""

    name: str
    help: str
    options: tuple[Option, ...]
    values: tuple[str, ...] = ()  #: of its argument
    takes_files: bool = False


def shapes() -> list[Shape]:
    """Return the program, and all commands in the order in which it lists them."""
    context = click.Context(group.root, info_name=PROGRAM, **group.root.context_settings)
    made = [Shape("", "", _options(group.root, context))]
    for name in sorted(group.COMMANDS):
        command = group.root.get_command(context, name)
        if command is not None:
            made.append(_shape(name, command, click.Context(command, context, name)))
    return made


def _shape(name: str, command: click.Command, context: click.Context) -> Shape:
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    values = [value for each in arguments for value in _values(name, each)]
    files = bool(arguments) and not values
    return Shape(name, command.short_help or "", _options(command, context), tuple(values), files)


def _values(command: str, argument: click.Argument) -> tuple[str, ...]:
    known = named_values().get((command, argument.name or ""))
    return known or _choices(argument)


def _options(command: click.Command, context: click.Context) -> tuple[Option, ...]:
    helped = command.get_help_option(context)
    params = [*command.params, *([helped] if helped and helped not in command.params else [])]
    return tuple(
        _option(each, context) for each in params if isinstance(each, click.Option) and not each.hidden
    )


def _option(option: click.Option, context: click.Context) -> Option:
    values = _choices(option)
    takes = not option.is_flag and not option.count
    metavar = (option.metavar or ("VALUE" if values else "N")) if takes else ""
    names = (*option.opts, *option.secondary_opts)
    return Option(names, _sentence(option.help or ""), metavar, values)


def _choices(param: click.Parameter) -> tuple[str, ...]:
    return tuple(param.type.choices) if isinstance(param.type, click.Choice) else ()


def _sentence(help: str) -> str:
    """Return the first sentence of a help text, without its full stop and without defaults."""
    return help.partition("  [")[0].strip("[]").partition(". ")[0].removesuffix(".").replace("\n", " ")


def _filled(shell: str, **parts: str) -> str:
    """Return the template of *shell* with its parts, each of which has a line to itself or to begin on."""
    text = (TEMPLATES / f"completion.{shell}").read_text("utf-8")
    for name, part in {"made": MADE, **parts}.items():
        text = text.replace(f"@{name}@", part)
    return text


# ---------------------------------------------------------------- bash


def bash() -> str:
    """Return the script for bash, version 3.2 and newer."""
    program, *commands = shapes()
    skipped = "|".join(name for option in program.options if option.metavar for name in option.names)
    cases = [line for shape in (program, *commands) for line in _bash_values(shape)]
    options = [_bash_case(shape.name, _names(shape)) for shape in (program, *commands)]
    words = [_bash_case("", [command.name for command in commands])]
    words += [_bash_case(shape.name, shape.values) for shape in commands if shape.values]
    words += [f'            "{each.name}") files=no ;;' for each in commands if _takes_nothing(each)]
    return _filled(
        "bash",
        skipped=skipped,
        values="\n".join(cases),
        options="\n".join(options),
        words="\n".join(words),
    )


def _takes_nothing(shape: Shape) -> bool:
    return not shape.values and not shape.takes_files


def _names(shape: Shape) -> list[str]:
    return [name for option in shape.options for name in option.names]


def _bash_values(shape: Shape) -> Iterator[str]:
    for option in shape.options:
        pattern = "|".join(f'"{shape.name} {name}"' for name in option.names)
        if option.values:
            yield f'        {pattern}) words="{" ".join(option.values)}" ;;'
        elif option.metavar:
            yield f"        {pattern}) {'return' if option.takes_files else 'files=no'} ;;"


def _bash_case(name: str, words: Iterable[str]) -> str:
    return f'            "{name}") words="{" ".join(words)}" ;;'


# ---------------------------------------------------------------- zsh


def zsh() -> str:
    """Return the script for zsh, a file of its function path."""
    program, *commands = shapes()
    described = "\n".join(f"        {_quoted(_described(each))}" for each in commands)
    cases = "\n".join(_zsh_command(each) for each in commands)
    return _filled("zsh", options=_zsh_options(program, 8), commands=described, cases=cases)


def _described(shape: Shape) -> str:
    return f"{shape.name}:{_title(shape)}"


def _title(shape: Shape) -> str:
    return shape.help.removesuffix(".")


def _zsh_command(shape: Shape) -> str:
    words = "(" + " ".join(shape.values) + ")" if shape.values else "_files"
    takes = [_quoted(f"*:argument:{words}")] if shape.values or shape.takes_files else []
    lines = [_zsh_options(shape, 20), *(" " * 20 + each + " \\" for each in takes)]
    return (
        f"            {shape.name})\n                _arguments -s \\\n"
        + "\n".join(lines)
        + "\n                    && return ;;"
    )


def _zsh_options(shape: Shape, blanks: int) -> str:
    specs = [_zsh_option(option, name) for option in shape.options for name in option.names]
    return "\n".join(" " * blanks + _quoted(spec) + " \\" for spec in specs)


def _zsh_option(option: Option, name: str) -> str:
    others = f"({' '.join(option.names)})" if len(option.names) > 1 else ""
    said = option.help
    for character in "\\[]:":
        said = said.replace(character, f"\\{character}")
    action = f"({' '.join(option.values)})" if option.values else "_files" if option.takes_files else " "
    joined = "=" if option.metavar and name.startswith("--") else ""
    return f"{others}{name}{joined}[{said}]" + (f":{option.metavar}:{action}" if option.metavar else "")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


# ---------------------------------------------------------------- fish


def fish() -> str:
    """Return the script for fish."""
    program, *commands = shapes()
    lines = [f"# Completions of {PROGRAM} for fish.", MADE, ""]
    lines += [_fish("__fish_use_subcommand", "-f"), *_fish_options(program, "__fish_use_subcommand")]
    lines += [
        _fish("__fish_use_subcommand", f"-a {each.name} -d {_fish_text(_title(each))}") for each in commands
    ]
    for each in commands:
        seen = f"__fish_seen_subcommand_from {each.name}"
        lines += ["", *_fish_options(each, seen)]
        if not each.takes_files:
            words = f" -a {_fish_words(each.values)}" if each.values else ""
            lines.append(_fish(seen, f"-f{words}"))
    return "\n".join(lines) + "\n"


def _fish(condition: str, rest: str) -> str:
    return f"complete -c {PROGRAM} -n '{condition}' {rest}"


def _fish_options(shape: Shape, condition: str) -> Iterator[str]:
    for option in shape.options:
        spelled = " ".join(
            f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
        )
        yield _fish(condition, f"{spelled}{_fish_value(option)} -d {_fish_text(option.help)}")


def _fish_value(option: Option) -> str:
    if option.values:
        return f" -x -a {_fish_words(option.values)}"
    return "" if not option.metavar else " -r -F" if option.takes_files else " -x"


def _fish_words(words: tuple[str, ...]) -> str:
    return _fish_text(" ".join(words))


def _fish_text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SCRIPTS: Final = {"bash": bash, "zsh": zsh, "fish": fish}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for shell, script in SCRIPTS.items():
        (FOLDER / f"{PROGRAM}.{shell}").write_text(script(), encoding="utf-8", newline="\n")
