"""LibreOffice with a macro that settles all changes of a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.checks.word import office

Settle = Callable[..., bytes]


SettleAll = Callable[[list[tuple[bytes, bool]]], list[bytes]]


@pytest.fixture(scope="session")
def settle_all(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> SettleAll:
    """`settle_all([(data, True), …])`: the files as LibreOffice saves them with every change accepted, or rejected."""
    profile = tmp_path_factory.mktemp("marks-profile")
    office.prepare(soffice, profile)
    return lambda files: office.settled(soffice, profile, tmp_path_factory.mktemp("marks"), files)


@pytest.fixture(scope="session")
def settle(settle_all: SettleAll) -> Settle:
    """`settle(data, accept=True)`: one file."""
    return lambda data, *, accept: settle_all([(data, accept)])[0]
