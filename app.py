"""Serves the page: the same as `plansvar serve`."""

import sys

from plansvar.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
