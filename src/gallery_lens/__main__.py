"""``python -m gallery_lens`` is the command."""

import sys

from gallery_lens.cli import main

if __name__ == "__main__":
    sys.exit(main())
