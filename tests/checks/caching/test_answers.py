"""What was found is remembered as long as there is room, and never more than that."""

from __future__ import annotations

from checks.caching.answers import Answers


class Lengths(Answers[str, int]):
    room = 3
    asked = 0

    def find(self, asked: str) -> int:
        self.asked += 1
        return len(asked)


def test_an_answer_is_found_once() -> None:
    lengths = Lengths()
    assert [lengths["xã"], lengths["xã"], lengths.asked] == [2, 2, 1]


def test_never_more_is_kept_than_there_is_room_for_and_the_given_stays() -> None:
    lengths = Lengths({"thi đua": -1})
    sizes = []
    for number in range(1000):
        assert lengths["x" * number] == number
        sizes.append(len(lengths))
    assert max(sizes) == 4
    assert lengths["thi đua"] == -1


def test_what_was_forgotten_is_found_again() -> None:
    lengths = Lengths()
    assert [lengths[word] for word in ("a", "bb", "ccc", "dddd", "a")] == [1, 2, 3, 4, 1]
    assert lengths.asked == 5
