"""``python -m checks FILE…``."""

import sys

from checks.cli import main

sys.exit(main())
