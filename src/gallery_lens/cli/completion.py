"""``gallery-lens completion``: scripts that complete commands, options and values in a shell."""

import click

from gallery_lens.cli.shared.command import Command
from gallery_lens.cli.shared.parameters import Choice
from gallery_lens.cli.shared.settings import Settings


@click.command("completion", cls=Command, short_help="Print a shell completion script.")
@click.argument("shell", metavar="bash|zsh|fish", type=Choice("bash", "zsh", "fish"))
@click.pass_obj
def command(settings: Settings, /, shell: str) -> int:
    r"""Print the script that completes commands, options and values in a shell.

    The script is static: pressing the tab key does not start Python.

    \b
      bash  gallery-lens completion bash > ~/.local/share/bash-completion/completions/gallery-lens
      zsh   gallery-lens completion zsh > DIR/_gallery-lens, where DIR is one of $fpath
      fish  gallery-lens completion fish > ~/.config/fish/completions/gallery-lens.fish
    """
    from importlib.resources import files

    from gallery_lens.cli._rule_pages import emit

    emit((files("gallery_lens") / "completions" / f"gallery-lens.{shell}").read_bytes())
    return 0
