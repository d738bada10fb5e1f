"""The command ``schema``: list the schemas, or print one in the requested form."""

from gallery_lens import schemas
from gallery_lens.cli._rule_pages import emit, show
from gallery_lens.cli.shared.settings import Settings
from gallery_lens.draft7 import to_draft7
from gallery_lens.errors import UsageError
from gallery_lens.jsontext import write


def listing(settings: Settings, *, bundle: bool, draft: str) -> None:
    """List the names of all schemas, with what each describes.

    Raises:
        UsageError: The options ask for a schema, and none was named.
    """
    if bundle or draft != "2020-12":
        raise UsageError("Say which schema: gallery-lens schema lists their names.")
    names = schemas.names()
    longest = max(map(len, names))
    rows = (f"{name:<{longest}}  {schemas.schema(name)['title']}\n" for name in names)
    show("".join(rows), settings)


def printed(name: str, *, bundle: bool, draft: str) -> None:
    """Print one schema: its file as it is, or what was made of it.

    Raises:
        UsageError: There is no such schema.
    """
    if draft == "2020-12" and not bundle:
        emit(schemas.text(name).encode())
        return
    found = schemas.bundle(name) if bundle else schemas.schema(name)
    emit(write(to_draft7(found) if draft == "7" else found, 2))
