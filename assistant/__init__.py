"""The drafting. It stands on the checker, which tells an outdated Python so."""

import checks  # noqa: F401
