"""``python -m checks FILE…``."""

from checks.cli import main
from checks.entry import start

start(main)
