"""Which precedents a new directive should follow: the issuer's own last one first, then the nearest of others."""

from __future__ import annotations

from typing import Protocol

from assistant.index import Filters, Hit, Near, SectionRecord
from assistant.index.passages import read, snippet, sought
from assistant.precedents.corpus import Corpus
from assistant.precedents.precedent import Precedent, heading_line
from checks.parsing import naming

OWN_SCORE = 10.0
"""Above every score of a search: the issuer's own last text is listed first, whatever its words."""
MODELS = 20
"""Sections looked at for what a draft may borrow; few are of a body of the same kind."""

ROLE_QUERIES = {
    "preface": "phát động phong trào thi đua",
    "goal": "mục tiêu, mục đích, yêu cầu",
    "targets": "chỉ tiêu phấn đấu",
    "content": "nội dung thi đua",
    "period": "thời gian thi đua",
    "implementation": "tổ chức thực hiện",
    "reward": "khen thưởng, tiêu chuẩn, hình thức",
    "scope": "phạm vi, đối tượng thi đua",
    "theme": "chủ đề thi đua",
    "means": "giải pháp thực hiện",
}


class Asking(Protocol):
    """What of a request the search needs."""

    @property
    def issuer(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def theme(self) -> str: ...


def previous_of(corpus: Corpus, issuer: str, year: int) -> Precedent | None:
    """That issuer's newest launch before ``year``; an annual one before a campaign of the same year."""
    earlier = [one for one in corpus.of_issuer(issuer) if one.year is not None and one.year < year]
    launches = [precedent for precedent in earlier if precedent.movement] or earlier
    return max(launches, key=_newest, default=None)


def nearest(asking: Asking, corpus: Corpus, role: str | None = None, limit: int = 5) -> list[Hit]:
    """Sections to follow, best first: the issuer's own of last year, then the same level, then all others."""
    previous = previous_of(corpus, asking.issuer, asking.year)
    own = _own_section(previous, asking, role) if previous and role else None
    province = previous.province if previous else naming.province((), asking.issuer, asking.issuer)
    near = Near(asking.issuer, province, asking.year, role or "")
    query = f"{asking.theme}. {ROLE_QUERIES.get(role or 'preface', '')}"
    hits = [own] if own else []
    for filters in (Filters(level=asking.level or None, role=role), Filters(role=role)):
        for hit in corpus.search(query, filters, limit + 1, near):
            if not any(_same_place(hit, taken) for taken in hits):
                hits.append(hit)
        if len(hits) >= limit:
            break
    return hits[:limit]


def models(asking: Asking, corpus: Corpus) -> list[Precedent]:
    """Directives whose contents are nearest, best first: what a draft may borrow from."""
    hits = nearest(asking, corpus, "content", MODELS)
    return [corpus.show(id_) for id_ in dict.fromkeys(hit.record.precedent_id for hit in hits)]


def _newest(precedent: Precedent) -> tuple[int, bool, str]:
    return precedent.year or 0, precedent.movement == "annual", str(precedent.issued or "")


def _same_place(hit: Hit, taken: Hit) -> bool:
    """The own section is taken whole, so its pieces are not listed again."""
    if hit.record.precedent_id != taken.record.precedent_id:
        return False
    return taken.score == OWN_SCORE or hit.record.position == taken.record.position


def _own_section(previous: Precedent, asking: Asking, role: str) -> Hit | None:
    """The whole section of the issuer's own last text, above all that is found."""
    document = previous.document
    if role == "preface":
        position, heading, span = 0, document.subject, document.preface
    else:
        section = document.section(role)
        if section is None:
            return None
        position, heading, span = 1, heading_line(section), section.body
    text = document.text[span.start : span.end].strip(" :.\n")
    record = SectionRecord(
        precedent_id=previous.id,
        position=position,
        role=role,
        heading=heading,
        text=text,
        issuer=previous.issuer,
        level=previous.level,
        province=previous.province,
        year=previous.year,
        kind=previous.kind,
        stamp=previous.stamp,
        title=previous.title,
    )
    age = "năm liền trước" if previous.year == asking.year - 1 else "văn bản gần nhất"
    looked = sought(asking.theme)
    return Hit(record, OWN_SCORE, ("cùng cơ quan", age, "cùng mục"), snippet(read(text, looked), looked))
