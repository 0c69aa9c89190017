"""How alike two engines rank: the share of the first ten that both list, over queries as officers type them."""

from __future__ import annotations

from statistics import mean

from assistant.index import Index

QUERIES = (
    "chỉ tiêu giảm nghèo",
    "xay dung nong thon moi",
    "tổ chức thực hiện",
    "giai ngan von dau tu cong",
    "hình thức khen thưởng",
    "bao hiem y te",
    "phòng, chống thiên tai",
    "chuyển đổi số trong bệnh viện",
    "xã Hải Phước giảm nghèo",
    "thoi gian thi dua den het ngay 31 thang 12",
    "CCHC, sự hài lòng của người dân",
    "giữ gìn bản sắc văn hóa dân tộc",
)


def shared(one: Index, other: Index) -> float:
    """From 0, nothing in common, to 1, the same ten for every query."""
    return mean(len(_first(one, query) & _first(other, query)) / len(_first(one, query)) for query in QUERIES)


def _first(index: Index, query: str) -> set[tuple[str, int]]:
    return {(hit.record.precedent_id, hit.record.position) for hit in index.search(query)}
