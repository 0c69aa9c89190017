"""Which engine holds the index, as CHITHI_INDEX says; extras are imported only when they are asked for."""

from __future__ import annotations

from pathlib import Path

from assistant.index import Index
from checks.errors import UserError
from checks.reading.source import quoted

DISTRIBUTED = ("opensearch://", "opensearch+https://")


def opened(engine: str, data: Path) -> Index:
    """The index of that name. Raises UserError when there is none, or what it needs is not installed."""
    if engine == "embedded":
        return _embedded(data / "index.sqlite")
    if engine == "tantivy":
        return _tantivy(data)
    if engine.startswith(DISTRIBUTED):
        return _opensearch(engine)
    raise UserError(
        f"Không có máy tìm kiếm {quoted(engine)}: hãy bỏ biến CHITHI_INDEX hoặc đặt là “embedded”, “tantivy” hay "
        "“opensearch://máy-chủ:9200/tên”."
    )


def _embedded(path: Path) -> Index:
    from assistant.index.embedded import EmbeddedIndex

    try:
        return EmbeddedIndex(path)
    except OSError:  # a folder that cannot be written still has samples to search
        return EmbeddedIndex()


def _tantivy(data: Path) -> Index:
    try:
        from assistant.index.tantivy import TantivyIndex
    except ModuleNotFoundError as error:
        raise _missing("tantivy") from error
    return TantivyIndex(data)


def _opensearch(url: str) -> Index:
    try:
        from assistant.index.opensearch import OpenSearchIndex
    except ModuleNotFoundError as error:
        raise _missing("opensearch") from error
    return OpenSearchIndex(url)


def _missing(extra: str) -> UserError:
    return UserError(
        f"Máy tìm kiếm “{extra}” chưa được cài: hãy chạy “pip install '.[{extra}]'” trong thư mục chương trình rồi thử lại."
    )
