"""Every line of the lexicon is two tests: written right it is silent, with one syllable wrong it is found."""

from __future__ import annotations

import random

import pytest

from checks.language.confusables import cost
from checks.language.confusions import confusions, lines, lone, wrong_phrases
from checks.language.lexicon import FUNCTION_WORDS, Phrase, data_lines, parse_phrase, shipped
from checks.language.missing import missing_syllables
from checks.language.near_miss import EDGE, INSIDE, WORD, like, near_misses
from checks.language.slips import foreign, slips
from checks.language.syllables import is_syllable
from checks.language.tokens import tokens

LINES = data_lines("phrases.txt")
CARRIER = "Yêu cầu: {}; báo cáo kết quả."


def findings(text: str) -> list[object]:
    read, lexicon = tokens(text), shipped()
    return [
        *near_misses(read, lexicon),
        *slips(read, lexicon),
        *wrong_phrases(read, lexicon),
        *missing_syllables(read, lexicon),
    ]


def test_there_are_seven_thousand_phrases_of_two_syllables_and_more() -> None:
    phrases = [parse_phrase(line) for line in LINES]
    assert len(phrases) >= 7000
    assert all(len(phrase.keys) > 1 for phrase in phrases)


def test_no_phrase_stands_twice() -> None:
    keys = [(phrase.keys, phrase.obligatory) for phrase in map(parse_phrase, LINES)]
    assert len(set(keys)) == len(keys)


def test_every_phrase_is_silent_where_it_is_right() -> None:
    loud = [line for line in LINES if findings(CARRIER.format(line.replace("!", "")))]
    assert loud == []


def corruptions(phrase: Phrase, chance: random.Random) -> list[str]:
    """The phrase with one syllable confused, four times."""
    lexicon = shipped()
    found = []
    for at in chance.sample(range(len(phrase.keys)), len(phrase.keys)):
        limit = WORD if len(phrase.keys) == 2 else EDGE if at in (0, len(phrase.keys) - 1) else INSIDE
        if phrase.keys[at] in FUNCTION_WORDS:
            limit = WORD
        near = [other for other in sorted(lexicon.near(phrase.keys[at])) if 0 < cost(other, phrase.keys[at]) <= limit]
        near = [other for other in near if is_syllable(other) and other not in FUNCTION_WORDS]
        if near:
            words = list(phrase.words)
            words[at] = like(words[at], chance.choice(near))
            found.append(" ".join(words))
    return found[:4]


def test_nine_tenths_of_the_confusions_of_long_phrases_are_found() -> None:
    chance = random.Random(7)
    long = [phrase for phrase in map(parse_phrase, LINES) if len(phrase.keys) > 3]
    wrong = [text for phrase in long[::3] for text in corruptions(phrase, chance)]
    missed = [text for text in wrong if not findings(CARRIER.format(text))]
    assert len(missed) < 0.1 * len(wrong), missed[:40]


@pytest.mark.parametrize("line", [line for line in LINES if "!" in line])
def test_every_obligatory_syllable_is_missed(line: str) -> None:
    words = line.split()
    for at in (at for at, word in enumerate(words) if word[0] == "!"):
        text = CARRIER.format(" ".join(words[:at] + words[at + 1 :]).replace("!", ""))
        assert list(missing_syllables(tokens(text), shipped())), text


@pytest.mark.parametrize("wrong", [*lone(), *(" ".join(one.wrong) for pair in lines() for one in confusions(pair))])
def test_every_confusion_is_found_and_repaired(wrong: str) -> None:
    text = f"Hôm nay: {wrong}."
    assert [text[w.start : w.end] for w in wrong_phrases(tokens(text), shipped())] == [wrong]


def test_no_confusion_is_a_phrase_of_the_lexicon() -> None:
    text = "\n".join(f"{line};" for line in LINES).replace("!", "")
    assert list(wrong_phrases(tokens(text), shipped())) == []


def test_the_compounds_are_sorted_and_each_first_syllable_has_one_line() -> None:
    lines = data_lines("compounds.txt")
    assert lines == sorted(lines)
    assert len({line.split()[0] for line in lines}) == len(lines)
    assert sum(len(line.split()) - 1 for line in lines) >= 4000


def test_no_foreign_word_is_a_syllable_that_needs_no_excuse() -> None:
    assert sum(is_syllable(word) for word in foreign()) < 0.2 * len(foreign())
