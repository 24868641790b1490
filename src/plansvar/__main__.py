"""`python -m plansvar` does the same as `plansvar`."""

import sys

from plansvar.cli import main

if __name__ == "__main__":
    sys.exit(main())
