"""The corpus: sample directives that ship, the office's own past directives, and the search over both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assistant import folders
from assistant.index import ALL, NOBODY, Filters, Hit, Index, IndexBusy, IndexDamaged, Near, SectionRecord
from assistant.index.ranking import CANDIDATES
from assistant.precedents import store
from assistant.precedents.catalogue import Catalogue, Choices, Place
from assistant.precedents.precedent import Precedent, Provenance, records
from checks.errors import UserError
from checks.letters import composed
from checks.reading.source import quoted

if TYPE_CHECKING:
    from assistant.precedents.intake import AddReport
    from assistant.precedents.meaning import Meaning


class Step(NamedTuple):
    """How far something long has come: files or precedents done, of how many, and the ids stored since the last step."""

    done: int
    total: int
    added: tuple[str, ...] = ()


Progress = Callable[[Step], None]


def unseen(step: Step) -> None:
    """A progress nobody watches."""


BATCH = 200
"""Precedents indexed in one transaction when the index is filled."""


def shipped() -> Path:
    """The sample directives."""
    return folders.shipped("corpus")


def open_corpus() -> Corpus:
    """The corpus as the office has set it up."""
    from assistant.settings import load

    settings = load()
    corpus = Corpus(settings.data, shipped(), settings.index)
    if settings.embedding:
        from assistant.precedents.embeddings import switched_on

        corpus.meaning = switched_on(settings)
    return corpus


class Corpus:
    """Two folders of precedents and their index. The folders are the truth, the index a cache beside them."""

    def __init__(self, data: Path, samples: Path | None = None, engine: str = "embedded") -> None:
        self._data = data
        self._own = data / "corpus"
        self._samples = samples
        self._engine = engine
        self._index: Index | None = None
        self.meaning: Meaning | None = None
        """The second order of a search, where the office has switched it on."""
        self._catalogue = Catalogue(data / "catalogue.sqlite", self._places())

    def add(self, paths: Iterable[Path], progress: Progress = unseen, processes: int = 0) -> AddReport:
        """Store directives from files and folders. What ``progress`` has told of is safe on disk."""
        from assistant.precedents.intake import Intake

        return Intake(self).take_all(paths, progress, processes)

    def rebuild(self, progress: Progress = unseen) -> int:
        """Empty the index and fill it from the files; how many sections it holds then."""
        index = self._open_index()
        try:
            index.clear()
            self.close()
            self._index = self._filled(index, progress)
        except IndexBusy as error:
            raise UserError(
                "Chỉ mục đang được một chương trình khác cập nhật: hãy đợi chương trình đó xong rồi thử lại."
            ) from error
        return index.count()

    def list_(self, filters: Filters = ALL, start: int = 0, count: int = -1) -> list[Precedent]:
        """Precedents that meet ``filters`` (``role`` asks nothing here), newest first: ``count`` from ``start`` on."""
        return self._catalogue.listed(filters, start, count)

    def count(self, filters: Filters = ALL) -> int:
        """How many precedents meet ``filters``."""
        return self._catalogue.count(filters)

    def of_issuer(self, issuer: str) -> list[Precedent]:
        """The precedents of one body, however its name is spelt."""
        return self._catalogue.of_issuer(issuer) if issuer else []

    def unchanged(self) -> AbstractContextManager[None]:
        """Within it the list is what it is at its beginning; a page that asks for much of it asks the folders once."""
        return self._catalogue.unchanged()

    def choices(self) -> Choices:
        """The years and kinds of document there are."""
        return self._catalogue.choices()

    def damaged(self) -> list[str]:
        """A sentence for each precedent whose files cannot be read."""
        return self._catalogue.problems()

    def show(self, identifier: str) -> Precedent:
        """The precedent of that id. Raises UserError when there is none."""
        for root, provenance in self._places():
            if store.holds(root, identifier):
                return store.load(root, identifier, provenance)
        raise UserError(f"Kho không có văn bản {quoted(identifier)}: hãy xem các mã đang có bằng “chithi corpus list”.")

    def remove(self, identifier: str) -> None:
        """Remove one of the office's own. Raises UserError for a sample or an unknown id."""
        if not store.holds(self._own, identifier):
            sample = self.show(identifier)
            raise UserError(f"“{sample.id}” là văn bản mẫu đi kèm chương trình nên không xóa được.")
        with store.locked(self._own):
            if store.holds(self._own, identifier):
                store.remove(self._own, identifier)
        with suppress(IndexBusy):  # it follows the files when next opened
            self.index.remove(identifier)

    def search(self, query: str, filters: Filters = ALL, limit: int = 10, near: Near = NOBODY) -> list[Hit]:
        """The best sections for ``query`` among all precedents."""
        query = composed(query)
        if self.meaning is None:
            return self._by_words(query, filters, limit, near)
        found = self._by_words(query, filters, max(limit, CANDIDATES), near)
        return self.meaning.ordered(query, found)[:limit]

    @property
    def notice(self) -> str:
        """What the officer is told of the last search: one sentence, mostly none."""
        return self.meaning.notice if self.meaning else ""

    def _by_words(self, query: str, filters: Filters, limit: int, near: Near) -> list[Hit]:
        try:
            return self.index.search(query, filters, limit, near)
        except IndexDamaged:
            self._index = None
            return self.index.search(query, filters, limit, near)

    @property
    def index(self) -> Index:
        """The index, opened and brought up to the files when first asked for."""
        if self._index is None:
            try:
                self._index = self._caught_up(self._open_index())
            except IndexDamaged:
                self._index = self._caught_up(self._open_index())
        return self._index

    def close(self) -> None:
        """Let go of the index and the vectors."""
        if self.meaning is not None:
            self.meaning.close()
            self.meaning = None
        if self._index is not None:
            self._index.close()
            self._index = None

    def hold(self, sections: Iterable[SectionRecord]) -> None:
        """Make new sections findable. Call it with the own folder locked."""
        try:
            self.index.add(sections)
        except (IndexDamaged, IndexBusy):
            self._index = None  # filled from the files, the new ones included, when next asked for

    @property
    def own(self) -> Path:
        """Folder of the office's own precedents."""
        return self._own

    def _places(self) -> Iterator[Place]:
        yield self._own, "own"
        if self._samples is not None:
            yield self._samples, "sample"

    def _open_index(self) -> Index:
        from assistant.index import engines

        return engines.opened(self._engine, self._data)

    def _caught_up(self, index: Index) -> Index:
        """``index`` as the files are; as it is while another process is filling it."""
        with suppress(IndexBusy):
            self._filled(index, unseen)
        return index

    def _filled(self, index: Index, progress: Progress) -> Index:
        # Asked before the folders are read: what another process adds meanwhile must not look removed.
        held = index.stamps()
        present: set[str] = set()
        stale: list[tuple[Path, str, Provenance]] = []
        for one in self._catalogue.held():
            present.add(one.id)
            if held.get(one.id) != one.stamp:
                stale.append((one.root, one.id, one.provenance))
        for start in range(0, len(stale), BATCH):
            batch = []
            for place in stale[start : start + BATCH]:
                try:
                    batch.append(store.load(*place))
                except UserError:  # ``damaged`` tells of it
                    present.discard(place[1])
            index.add(record for precedent in batch for record in records(precedent))
            progress(Step(min(start + BATCH, len(stale)), len(stale)))
        for identifier in held.keys() - present:
            index.remove(identifier)
        return index
