"""The corpus: sample directives that ship, the office's own past directives, and the search over both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assistant import store
from assistant.index import Filters, Hit, Index, IndexDamaged, Near, SectionRecord
from assistant.index.tokens import key
from assistant.precedent import ID, Precedent, Provenance, records
from checks.errors import UserError
from checks.reading.source import quoted

if TYPE_CHECKING:
    from assistant.intake import AddReport


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
    """The sample directives: packed into an installed wheel, else at the top of the checkout."""
    packed = Path(__file__).parent / "_data" / "corpus"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "corpus"


def open_corpus() -> Corpus:
    """The corpus as the office has set it up."""
    from assistant.settings import load

    settings = load()
    return Corpus(settings.data, shipped(), settings.index)


class Corpus:
    """Two folders of precedents and their index. The folders are the truth, the index a cache beside them."""

    def __init__(self, data: Path, samples: Path | None = None, engine: str = "embedded") -> None:
        self._data = data
        self._own = data / "corpus"
        self._samples = samples
        self._engine = engine
        self._index: Index | None = None

    def add(self, paths: Iterable[Path], progress: Progress = unseen, processes: int = 0) -> AddReport:
        """Store directives from files and folders. What ``progress`` has told of is safe on disk."""
        from assistant.intake import Intake

        return Intake(self).take_all(paths, progress, processes)

    def rebuild(self, progress: Progress = unseen) -> int:
        """Empty the index and fill it from the files; how many sections it holds then."""
        index = self._open_index()
        index.clear()
        self.close()
        self._index = self._caught_up(index, progress)
        return index.count()

    def list_(self, filters: Filters = Filters()) -> list[Precedent]:  # noqa: B008 frozen
        """Precedents that meet ``filters`` (``role`` asks nothing here), newest first."""
        found = [precedent for precedent in self._readable() if _meets(precedent, filters)]
        return sorted(found, key=lambda p: (-(p.year or 0), key(p.issuer), p.id))

    def damaged(self) -> list[str]:
        """A sentence for each precedent whose files cannot be read."""
        return [str(problem) for problem in self._loaded() if isinstance(problem, UserError)]

    def show(self, identifier: str) -> Precedent:
        """The precedent of that id. Raises UserError when there is none."""
        for root, provenance in self._places():
            if ID.fullmatch(identifier) and identifier in store.ids(root):
                return store.load(root, identifier, provenance)
        raise UserError(f"Kho không có văn bản {quoted(identifier)}: hãy xem các mã đang có bằng “chithi corpus list”.")

    def remove(self, identifier: str) -> None:
        """Remove one of the office's own. Raises UserError for a sample or an unknown id."""
        if not ID.fullmatch(identifier) or identifier not in store.ids(self._own):
            sample = self.show(identifier)
            raise UserError(f"“{sample.id}” là văn bản mẫu đi kèm chương trình nên không xóa được.")
        with store.locked(self._own):
            if identifier in store.ids(self._own):
                store.remove(self._own, identifier)
        self.index.remove(identifier)

    def search(
        self,
        query: str,
        filters: Filters = Filters(),  # noqa: B008 frozen
        limit: int = 10,
        near: Near = Near(),  # noqa: B008 frozen
    ) -> list[Hit]:
        """The best sections for ``query`` among all precedents."""
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
        """Let go of the index."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def hold(self, sections: Iterable[SectionRecord]) -> None:
        """Make new sections findable. Call it with the own folder locked."""
        try:
            self.index.add(sections)
        except IndexDamaged:
            self._index = None  # filled from the files, the new ones included, when next asked for

    @property
    def own(self) -> Path:
        """Folder of the office's own precedents."""
        return self._own

    def _places(self) -> Iterator[tuple[Path, Provenance]]:
        yield self._own, "own"
        if self._samples is not None:
            yield self._samples, "sample"

    def _loaded(self) -> Iterator[Precedent | UserError]:
        """Every precedent, or why it cannot be read. An own one hides a sample of the same id."""
        seen: set[str] = set()
        for root, provenance in self._places():
            for identifier in store.ids(root):
                if identifier in seen:
                    continue
                seen.add(identifier)
                try:
                    yield store.load(root, identifier, provenance)
                except UserError as problem:
                    yield problem

    def _readable(self) -> Iterator[Precedent]:
        return (found for found in self._loaded() if isinstance(found, Precedent))

    def _open_index(self) -> Index:
        from assistant.index import engines

        return engines.opened(self._engine, self._data)

    def _caught_up(self, index: Index, progress: Progress = unseen) -> Index:
        # Asked before the folders are read: what another process adds meanwhile must not look removed.
        held = index.stamps()
        present: set[str] = set()
        stale: list[tuple[Path, str, Provenance]] = []
        for root, provenance in self._places():
            for identifier in store.ids(root):
                if identifier in present:
                    continue
                present.add(identifier)
                if held.get(identifier) != store.stamp(root, identifier):
                    stale.append((root, identifier, provenance))
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


def _meets(precedent: Precedent, filters: Filters) -> bool:
    return (
        (not filters.issuer or f" {key(filters.issuer)} " in f" {key(precedent.issuer)} ")
        and (not filters.level or filters.level == precedent.level)
        and (not filters.province or key(filters.province) == key(precedent.province))
        and (filters.year is None or filters.year == precedent.year)
        and (not filters.kind or key(filters.kind) == key(precedent.kind))
    )
