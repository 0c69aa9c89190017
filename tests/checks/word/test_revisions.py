"""What others left in a draft is told."""

from __future__ import annotations

import pytest

from checks.errors import UserError
from checks.word.revisions import comments, pending
from tests.checks.reading.make import deleted, directive, inserted, p, package, run, text_box

AUTHOR = 'w:id="3" w:author="Lê Thị Mẫu" w:date="2026-11-01T09:00:00Z"'


def told(data: bytes) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in pending(data)]


def test_insertions_and_deletions_are_told_with_author_and_date() -> None:
    first, second = pending(directive(marked_up=True))
    assert first == ("Trần Văn Bút", "2026-11-20T08:00:00Z", "deleted", "các")
    assert second == ("Trần Văn Bút", "2026-11-20T08:00:00Z", "inserted", "cách")


def test_neighbours_of_one_author_are_one_change() -> None:
    assert told(package(p(inner=inserted("một ") + inserted("hai") + run(" ba ") + inserted("bốn")))) == [
        ("inserted", "một hai"),
        ("inserted", "bốn"),
    ]


def test_a_deleted_paragraph_end_is_shown_as_its_sign() -> None:
    assert told(package(p("một").replace("</w:pPr>", f"<w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>"))) == [
        ("deleted", "¶")
    ]


def test_changed_formatting_is_told_with_its_words() -> None:
    data = package(p(inner=run("chữ đậm", f"<w:b/><w:rPrChange {AUTHOR}><w:rPr/></w:rPrChange>")))
    assert told(data) == [("formatted", "chữ đậm")]


def test_moved_words_are_told_twice() -> None:
    moved = f"<w:moveFrom {AUTHOR}>{run('chuyển')}</w:moveFrom>{run(' ')}<w:moveTo {AUTHOR}>{run('chuyển')}</w:moveTo>"
    assert told(package(p(inner=moved))) == [("moved-from", "chuyển"), ("moved-to", "chuyển")]


def test_a_text_box_written_twice_is_told_once() -> None:
    data = package(
        p(
            inner=text_box("x")
            .replace("<w:r><w:rPr></w:rPr>", f"<w:ins {AUTHOR}><w:r>")
            .replace("</w:t></w:r>", "</w:t></w:r></w:ins>")
        )
    )
    assert told(data) == [("inserted", "x")]


def test_comments_are_told_with_the_words_they_stand_at() -> None:
    (comment,) = comments(directive(marked_up=True))
    assert (comment.author, comment.text, comment.quote) == ("Trần Văn Bút", "Đã sửa", "Đẩy mạnh cải cách hành chính.")


def test_deleted_words_are_not_quoted() -> None:
    body = p(inner=f'<w:commentRangeStart w:id="0"/>{run("một ")}{deleted("hai")}<w:commentRangeEnd w:id="0"/>')
    data = package(body, comments=f"<w:comment w:id='0' w:author='A'>{p('Sao?')}</w:comment>")
    assert [one.quote for one in comments(data)] == ["một"]


def test_a_file_without_either_has_none() -> None:
    data = package(p("một"))
    assert (pending(data), comments(data)) == ((), ())


def test_what_is_not_a_word_file_is_refused() -> None:
    with pytest.raises(UserError):
        pending(b"PK\x03\x04")
