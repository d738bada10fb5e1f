"""Reports as they are outside of CI."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="module")
def _no_ci() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
            patched.delenv(name, raising=False)
        yield
