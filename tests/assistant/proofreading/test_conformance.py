"""Our server beside LanguageTool's own: the same requests, the same statuses, answers of the same shape."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assistant.proofreading.test_server import serving

SCHEMA = json.loads(Path(__file__).with_name("languagetool").joinpath("response.json").read_text("utf-8"))
WRONG = "Nghành giáo dục đạt 800ha; bảo đảm nứơc sạch."

REQUESTS = (
    "text=Chào&language=vi",
    "text=&language=vi",
    "text=Chào",
    "text=Chào&language=",
    "text=Chào&language=xx",
    "language=vi",
    "text=a&data={}&language=vi",
    "data={}&language=vi",
    "data=x&language=vi",
    "data=[]&language=vi",
    'data={"text":"a"}&language=vi',
    'data={"text":"a","annotation":[]}&language=vi',
    'data={"annotation":[]}&language=vi',
    'data={"annotation":[{"text":"a"},{"markup":"<p>","interpretAs":"  "}]}&language=vi',
    'data={"annotation":[{"text":"a","markup":"b"}]}&language=vi',
    'data={"annotation":[{"text":"a","interpretAs":"b"}]}&language=vi',
    'data={"annotation":[{"other":"a"}]}&language=vi',
    "text=a&language=vi&enabledOnly=true",
    "text=a&language=vi&enabledOnly=yes&enabledRules=A&disabledRules=B",
    "text=a&language=vi&enabledOnly=true&enabledRules=A",
    "text=a&language=vi&enabledOnly=true&enabledCategories=TYPOS&disabledCategories=STYLE",
    "text=a&language=vi&disabledRules=&enabledRules=",
    "text=a&language=vi&level=picky",
    "text=a&language=vi&level=default",
    "text=a&language=vi&level=other",
    "text=a&language=vi&preferredVariants=en-GB",
    "text=a&language=auto&preferredVariants=en",
    "text=a&language=vi&motherTongue=en",
    "text=a&language=vi&useragent=test&allowIncompleteResults=true",
)
PATHS = (
    "/", "/v2", "/v2/", "/else", "/v2/nothing", "/v2/check", "/v2/check?text=a&language=vi", "/v2/languages", "/v2/info",
    "/v2/healthcheck", "/v2/maxtextlength", "/v2/configinfo", "/v2/configinfo?language=vi", "/v2/words",
)  # fmt: skip


@pytest.fixture(scope="module")
def ours() -> Iterator[str]:
    with serving() as port:
        yield f"http://127.0.0.1:{port}"


def ask(server: str, path: str, body: bytes | None = None) -> tuple[int, str, str]:
    """Status, content type and text of an answer."""
    request = urllib.request.Request(server + path, body)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers.get_content_type(), refused.read().decode()


def check(server: str, **form: str) -> dict[str, Any]:
    status, _, text = ask(server, "/v2/check", urllib.parse.urlencode({"language": "vi", **form}).encode())
    assert status == 200, text
    answer: dict[str, Any] = json.loads(text)
    return answer


def shape(value: Any) -> Any:
    """The keys of an answer at every depth, and the kinds of its values."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def missing(theirs: Any, ours: Any, where: str = "") -> list[str]:
    """What an answer of LanguageTool has and ours has not."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        gone = [f"{where}.{key}" for key in theirs if key not in ours]
        return gone + [m for key in theirs if key in ours for m in missing(theirs[key], ours[key], f"{where}.{key}")]
    if isinstance(theirs, list) and isinstance(ours, list):
        return missing(theirs[0], ours[0], f"{where}[]") if theirs and ours else []
    return [] if theirs == ours else [f"{where}: {theirs}, not {ours}"]


@pytest.mark.parametrize("body", REQUESTS)
def test_a_request_is_taken_or_refused_as_by_languagetool(languagetool: str, ours: str, body: str) -> None:
    theirs = ask(languagetool, "/v2/check", body.encode())
    here = ask(ours, "/v2/check", body.encode())
    assert (here[0], here[2].startswith("Error: ")) == (theirs[0], theirs[2].startswith("Error: ")), theirs[2][:200]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_answers_with_the_status_of_languagetool(languagetool: str, ours: str, path: str) -> None:
    assert ask(ours, path)[0] == ask(languagetool, path)[0]


@pytest.mark.parametrize("path", ["/v2/languages", "/v2/info", "/v2/configinfo?language=vi"])
def test_what_there_is_to_know_is_told_in_the_same_shape(languagetool: str, ours: str, path: str) -> None:
    theirs, here = ask(languagetool, path), ask(ours, path)
    assert here[1] == theirs[1] == "application/json"
    lacking = missing(shape(json.loads(theirs[2])), shape(json.loads(here[2])))
    # Which commit they were built from, and that their one rule is a spelling dictionary.
    assert set(lacking) <= {".software.commit", ".rules[].isDictionaryBasedSpellingRule"}


def test_an_answer_has_all_that_languagetools_has(languagetool: str, ours: str) -> None:
    theirs, here = check(languagetool, text=WRONG), check(ours, text=WRONG)
    assert theirs["matches"]
    assert here["matches"]
    assert set(missing(shape(theirs), shape(here))) <= {
        # They have a speller for this language and no more; sentences are cut by clients as they like.
        ".language.spellCheckOnly",
        ".language.detectedLanguage.spellCheckOnly",
        ".extendedSentenceRanges",
    }


def test_the_schema_of_our_tests_is_that_of_languagetool(languagetool: str) -> None:
    jsonschema.validate(check(languagetool, text=WRONG), SCHEMA)


def test_markup_is_placed_as_languagetool_places_it(languagetool: str, ours: str) -> None:
    data = json.dumps(
        {
            "annotation": [
                {"text": "😀 Chào "},
                {"markup": "<b>"},
                {"text": "luât"},
                {"markup": "</b>"},
                {"markup": "<p>", "interpretAs": "\n\n"},
                {"text": "Nghành giáo dục"},
            ]
        }
    )
    theirs = {(match["offset"], match["length"]) for match in check(languagetool, data=data)["matches"]}
    here = {(match["offset"], match["length"]) for match in check(ours, data=data)["matches"]}
    assert here == theirs == {(11, 4), (22, 6)}


def test_languagetool_knows_vietnamese_by_the_dictionary_we_export(languagetool: str) -> None:
    text = "Nghành giáo dục bản Kơxia hoà bình, hòa bình, UBND xã."
    assert [match["context"]["offset"] for match in check(languagetool, text=text)["matches"]] == [0]


annotation = st.lists(
    st.one_of(
        st.fixed_dictionaries({"text": st.text(max_size=60) | st.just(WRONG)}),
        st.fixed_dictionaries({"markup": st.text(max_size=12)}, optional={"interpretAs": st.text(max_size=4)}),
    ),
    max_size=6,
)


def assert_sound(ours: str, sent: str, **form: str) -> None:
    """A match lies in the text, and its context shows what it marks."""
    answer = check(ours, **form, level="picky")
    jsonschema.validate(answer, SCHEMA)
    units = sent.encode("utf-16-le")
    for match in answer["matches"]:
        start, end = match["offset"] * 2, (match["offset"] + match["length"]) * 2
        assert end <= len(units)
        shown = match["context"]["text"].encode("utf-16-le")
        begin = match["context"]["offset"] * 2
        within = shown[begin : begin + match["context"]["length"] * 2].decode("utf-16-le")
        assert within == units[start:end].decode("utf-16-le").replace("\n", " ")


@given(st.text(max_size=300) | st.text(max_size=40).map(lambda text: f"{text}{WRONG}{text}"))
def test_any_text_gets_an_answer_of_the_schema(ours: str, text: str) -> None:
    assert_sound(ours, text, text=text)


@given(annotation)
def test_any_annotation_gets_an_answer_of_the_schema(ours: str, items: list[dict[str, str]]) -> None:
    sent = "".join(item.get("text", item.get("markup", "")) for item in items)
    assert_sound(ours, sent, data=json.dumps({"annotation": items}))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "markup", "annotation", "interpretAs", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


heads = st.sampled_from(
    [
        b"text=",
        b"data=",
        b"text=a&language=vi&",
        b'data={"text":"\\ud800"}&language=vi&',
        b"text=\xc4\x91&language=vi&level=",
    ]
)
bodies = st.one_of(
    st.binary(max_size=200),
    st.builds(bytes.__add__, heads, st.binary(max_size=100)),
    json_values.map(lambda value: b"language=vi&data=" + json.dumps(value).encode()),
)


@given(bodies)
def test_no_request_makes_the_server_fail(ours: str, body: bytes) -> None:
    status, _, text = ask(ours, "/v2/check", body)
    assert status in (200, 400)
    assert (status == 200) != text.startswith("Error: ")


def test_many_clients_at_once_each_get_their_own_answer(ours: str) -> None:
    answers: dict[int, str] = {}

    def one(number: int) -> None:
        text = f"Đơn vị {number} đạt 80{number}ha."
        (match,) = check(ours, text=text, enabledOnly="true", enabledRules="VI_UNIT_SPACING")["matches"]
        answers[number] = match["context"]["text"]

    threads = [threading.Thread(target=one, args=(number,)) for number in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == {number: f"Đơn vị {number} đạt 80{number}ha." for number in range(40)}
