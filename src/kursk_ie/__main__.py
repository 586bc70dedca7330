"""``python -m kursk_ie`` is ``kursk-ie``."""

import sys

from kursk_ie.cli import main

if __name__ == "__main__":
    sys.exit(main())
