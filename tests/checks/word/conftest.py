"""LibreOffice with a macro that settles all changes of a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.checks.word import office

Settle = Callable[..., bytes]


@pytest.fixture(scope="session")
def settle(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Settle:
    """`settle(data, accept=True)`: the file as LibreOffice saves it with every change accepted, or rejected."""
    profile = tmp_path_factory.mktemp("marks-profile")
    office.prepare(soffice, profile)
    return lambda data, *, accept: office.settled(
        soffice, profile, tmp_path_factory.mktemp("marks"), data, accept=accept
    )
