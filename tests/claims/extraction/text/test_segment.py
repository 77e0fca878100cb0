"""Paragraphs, sentences and quotations: offsets are exact in any quotation style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.text.segment import MAX_SENTENCE, segment


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We sold it," she said.', ["We sold it,"]),
        ("“We sold it,” she said.", ["We sold it,"]),
        ("«We sold it», she said.", ["We sold it"]),
        ("„We sold it“, she said.", ["We sold it"]),
        ("'We sold it,' she said.", ["We sold it,"]),
        ("‘We sold it,’ she said.", ["We sold it,"]),
        ('“We sold it," she said. "All of it.”', ["We sold it,", "All of it."]),
        ("She said: 'The girls' home is sold.' He left.", ["The girls' home is sold."]),
        ("The bank's offer didn't please the girls' father.", []),
        ("She wrote: “We sold it.", ["We sold it."]),
    ],
)
def test_quotations(text: str, inner: list[str]) -> None:
    page = segment(text)
    assert [text[q.inner_start : q.inner_end] for q in page.quotes] == inner


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    page = segment("He said: “We sold the mill.\n\n“We sold the farm too.”")
    assert [quote.continues for quote in page.quotes] == [None, 0]
    assert [quote.closed for quote in page.quotes] == [False, True]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. Army left. It rained.", 2),
        ('It rang at 9:40 p.m. "She was ill," he said.', 2),
        ("It rang at 9:40 p.m. Monday in Orsk.", 1),
        ("It rang at 5 p.m. The company said nothing.", 2),
        ("It rang at 5 p.m. Lund denied that.", 2),
        ("It rang at 5 p.m. Eastern Time on Friday.", 1),
        ("It rang at 5 p.m. GMT.", 1),
        ("Kellmark Inc. Lund denied that.", 2),
        ("He left Kellmark Corp. Villagers say so.", 2),
        ("Kellmark Inc. Chairman Ada Lund left.", 1),
        ("Kellmark Inc. Monday said so.", 1),
        ("He moved to Washington, D.C. The house is empty.", 2),
        ("A U.S. Army base.", 1),
        ("Mr. Dorn met Sgt. Ames on Feb. 18 in St. Gallen.", 1),
        ('"Is it sold?" he asked. "No!" she said.', 2),
        ("One line\nAnother line", 2),
        ("J. K. Dorn paid 3.5 million.", 1),
        ("He left… Nobody saw it.", 2),
        ("", 0),
        ("   \n \n", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(segment(text).sentences) == count


def test_the_sentence_at_an_offset_is_the_last_that_begins_before() -> None:
    page = segment("  One fell. Two rose.")
    assert [page.sentence_at(at) for at in (-1, 1, 2, 10, 12, 99)] == [None, None, 0, 0, 1, 1]


def test_a_sentence_without_end_is_cut() -> None:
    page = segment("word " * 20_000)
    assert max(s.end - s.start for s in page.sentences) <= MAX_SENTENCE


@given(st.text(alphabet=st.sampled_from("aB1 .!?\n\"'“”‘’«»„():,;—"), max_size=300))
def test_everything_lies_in_order_inside_the_text(text: str) -> None:
    page = segment(text)
    at = 0
    for sentence in page.sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.end
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
    at = 0
    for quote in page.quotes:
        assert at <= quote.start < quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        at = quote.end


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SEOUL, Feb 20 (Some Wire) - Russia gave a car.", "Russia gave a car."),
        ("TEXAS CITY, Texas — A man was hurt.", "A man was hurt."),
        ("BEIJING/SEOUL (Some Wire) -- Talks began.", "Talks began."),
        ("ABA, Chad: A man was hurt.", "A man was hurt."),
        ("LIMA, March 3, 2021 - A man was hurt.", "A man was hurt."),
        ("LIMA, Mar. 3, 2021 /Some Wire/ -- A man was hurt.", "A man was hurt."),
        ("Lima, 3 March 2021 – A man was hurt.", "A man was hurt."),
        ("Lima, March 3 (Some Wire) - A man was hurt.", "A man was hurt."),
        ("Lima (AFP) - A man was hurt.", "A man was hurt."),
        ("(CNN) -- A man was hurt.", "A man was hurt."),
        ("Orr (Labour) - a farmer - was hurt.", "Orr (Labour) - a farmer - was hurt."),
        ("May 5 - the day of the vote - is near.", "May 5 - the day of the vote - is near."),
        ("OTTO BRANDT: I was not there.", "OTTO BRANDT: I was not there."),
        ("NASA said on Monday - in a note - no.", "NASA said on Monday - in a note - no."),
        ("IBM -- the firm -- said so.", "IBM -- the firm -- said so."),
    ],
    ids=[
        "city, day and agency",
        "city and state",
        "two cities",
        "a colon",
        "a day with its year",
        "a wire between strokes",
        "the day first",
        "a city in small letters",
        "no day",
        "an agency alone",
        "a person's party",
        "a day alone",
        "who speaks",
        "a sentence",
        "a short name",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(text: str, first: str) -> None:
    sentence = segment(text).sentences[0]
    assert text[sentence.start : sentence.end] == first


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("It was TMZ.com that had it.", "TMZ.com"),
        ("Ask telmark-herald.co.uk's editor.", "telmark-herald.co.uk"),
        ("He left.com was down.", "left.com"),
        ("See pic.twitter.com/abc for it.", None),
        ("Write to ann@orsk.com now.", None),
    ],
)
def test_the_address_of_a_site_is_one_word(text: str, site: str | None) -> None:
    tokens = [token.text for token in segment(text).sentences[0].tokens]
    assert [token for token in tokens if ".co" in token] == ([site] if site else [])


@pytest.mark.parametrize(
    ("text", "owns"),
    [
        ("Tom Reyes' agent left.", [9]),
        ("Reyes\u2019 agent left, and so did Jones' wife.", [5, 35]),
        # what closes a quotation owns nothing
        ("He called it 'Days of the Jones' and left.", []),
        ("The girls' home closed.", []),
    ],
)
def test_whose_name_ends_in_an_s_owns_what_follows(text: str, owns: list[int]) -> None:
    (sentence,) = segment(text).sentences
    assert [t.start for t in sentence.tokens if t.lower == "'s"] == owns
    assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
