"""Our index as a LangChain retriever, for those who build chains; imported only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.index import ALL, NOBODY, Filters, Hit, Near

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

    from assistant.precedents.corpus import Corpus

FEW = 5


def retriever(
    corpus: Corpus,
    k: int = FEW,
    filters: Filters = ALL,
    near: Near = NOBODY,
) -> BaseRetriever:
    """A retriever over the sections of ``corpus``: at most ``k`` documents, best first; ``invoke(query, k=…)`` too."""
    from assistant.settings import forbid_tracing

    forbid_tracing()
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever

    class CorpusRetriever(BaseRetriever):
        """Sections of directives by meaning, issuer, level and year."""

        k: int = FEW

        def _get_relevant_documents(
            self,
            query: str,
            *,
            run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 of the interface
            k: int | None = None,
            **_: Any,
        ) -> list[Document]:
            hits = corpus.search(query, filters, self.k if k is None else k, near)
            return [Document(page_content=hit.record.text, metadata=metadata(hit), id=place(hit)) for hit in hits]

    return CorpusRetriever(k=k)


def place(hit: Hit) -> str:
    """One section's name: “tinh-son-thuy-2026#3”."""
    return f"{hit.record.precedent_id}#{hit.record.position}"


def metadata(hit: Hit) -> dict[str, Any]:
    """What is known of a section, and why it ranks where it does."""
    record = hit.record
    names = ("precedent_id", "position", "role", "heading", "issuer", "level", "province", "year", "kind")
    return {**{name: getattr(record, name) for name in names}, "score": hit.score, "why": list(hit.why)}
