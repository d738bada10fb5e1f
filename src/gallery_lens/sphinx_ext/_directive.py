"""The base of the directives: an example that does not work is reported, and fails the build."""

from abc import abstractmethod
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from gallery_lens.sphinx_ext.running import ExampleError

#: Beside what a page says about itself, which goes from one process to another and is kept between builds.
_BROKEN: Final = "gallery-lens-broken"

_LOG = logging.getLogger(__name__)


class ExampleDirective(SphinxDirective):
    """A directive whose ``example`` may raise ``ExampleError``."""

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the example, or of the error."""
        try:
            shown = self.example()
        except ExampleError as error:
            tell(error, self.env, self.get_location())
            shown = nodes.literal_block(str(error), str(error), language="text")
        self.set_source_info(shown)
        return [shown]

    @abstractmethod
    def example(self) -> nodes.Element:
        """Run the example and return what is shown; raises ``ExampleError`` if it does not work."""


def tell(error: ExampleError, env: BuildEnvironment, location: Any) -> None:
    """Log that an example of the page that is being read does not work, and remember it."""
    env.metadata[env.docname][_BROKEN] = True
    _LOG.error("this example does not work: %s", error, location=location)


def fail(app: Sphinx, exception: Exception | None) -> None:
    """Let the build fail if there is any page with an example that does not work."""
    if any(_BROKEN in said for said in app.env.metadata.values()):
        app.statuscode = 1
