"""Rules for resolving a mention: one candidate remains, or nothing is accepted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.parties import load_catalogue

DAY = date(2015, 1, 10)


@pytest.mark.parametrize(
    ("mention", "party"),
    [
        # names, capitals, metonyms, demonyms, acronyms
        ("Russia", "russia"),
        ("the Russian Federation", "russia"),
        ("Moscow", "russia"),
        ("Moscow's", "russia"),
        ("the Russians", "russia"),
        ("russia", "russia"),
        ("RUSSIA", "russia"),
        ("the Kremlin", "kremlin"),
        ("U.S.", "united-states"),
        ("US", "united-states"),
        ("Washington", "united-states"),
        ("Downing Street", "downing-street"),
        ("No. 10", "downing-street"),
        ("Whitehall", "united-kingdom-government"),
        ("the Elysee", "elysee"),
        ("Quai d’Orsay", "france-foreign-ministry"),
        ("Foggy Bottom", "us-state-department"),
        ("Zhongnanhai", "china-government"),
        ("Langley", "cia"),
        ("Capitol Hill", "us-congress"),
        ("Daesh", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("the Islamic State group", "islamic-state"),
        ("al Shabab", "al-shabaab"),
        ("WHO", "who"),
        ("KCNA", "kcna"),
        ("the Korean Central News Agency", "kcna"),
        # a state's institutions, from patterns
        ("South Korea's Foreign Ministry", "south-korea-foreign-ministry"),
        ("South Korea’s foreign ministry", "south-korea-foreign-ministry"),
        ("Seoul's foreign ministry", "south-korea-foreign-ministry"),
        ("the Ministry of Foreign Affairs of South Korea", "south-korea-foreign-ministry"),
        ("the North Korean government", "north-korea-government"),
        ("Government of Canada", "canada-government"),
        ("Peru Ministry of Health", "peru-health-ministry"),
        ("the U.S. State Department", "us-state-department"),
        ("the American defense department", "pentagon"),
        ("the British Foreign Office", "uk-foreign-office"),
        ("Israel's army", "idf"),
        ("Georgia's army", "georgia-military"),
        ("Nigerian security forces", "nigeria-military"),
        ("the Blue House", "south-korea-presidency"),
        ("the Norwegian parliament", "norway-parliament"),
        ("Chilean embassy in Oslo", "chile-embassy"),
        ("Belarusian state television", "belarus-state-media"),
        ("Ukraine's security service", "sbu"),
        # people, with and without titles
        ("Mr. Lavrov", "sergei-lavrov"),
        ("President Putin", "vladimir-putin"),
        ("Russian President Vladimir Putin", "vladimir-putin"),
        ("former President Barack Obama", "barack-obama"),
        ("Gen. Valery Gerasimov", "valery-gerasimov"),
        ("Supreme Leader Ayatollah Ali Khamenei", "ali-khamenei"),
        ("Kim Jong-un", "kim-jong-un"),
        ("Kremlin spokesman Dmitry Peskov", "dmitry-peskov"),
        ("NATO chief Jens Stoltenberg", "jens-stoltenberg"),
        # roles, on the day
        ("the Iranian foreign minister", "mohammad-javad-zarif"),
        ("the prime minister of Japan", "shinzo-abe"),
        ("Prime Minister Cameron", "david-cameron"),
        ("the US Secretary of State", "john-kerry"),
        ("president of the European Commission", "jean-claude-juncker"),
        # those who speak for somebody
        ("the Kremlin's spokesman", "kremlin"),
        ("Kremlin spokesman Pyotr Vymyslov", "kremlin"),
        ("a spokesman for the Russian foreign ministry", "russia-foreign-ministry"),
        ("a spokeswoman with Scotland Yard", "scotland-yard"),
        ("Moscow's ambassador", "russia"),
        ("an Apple spokeswoman", "apple"),
        ("Brazilian Health Ministry spokesman Joao Inventado", "brazil-health-ministry"),
    ],
)
def test_accepts(catalogue, mention, party):
    found = catalogue.resolve(mention, on=DAY)
    assert found.party_id == party, found.reason
    assert not found.anonymous


@pytest.mark.parametrize(
    ("mention", "party"),
    [
        ("officials in Pyongyang", "north-korea-government"),
        ("two US officials", "united-states-government"),
        ("a senior Pentagon official", "pentagon"),
        ("a source at the Pentagon", "pentagon"),
        ("Hamas officials", "hamas"),
        ("another US defense official", "pentagon"),
        ("South Korean intelligence officials", "nis"),
        ("Sources inside Apple", "apple"),
    ],
)
def test_accepts_the_party_of_somebody_unnamed_and_says_so(catalogue, mention, party):
    found = catalogue.resolve(mention)
    assert found.party_id == party
    assert found.anonymous


@pytest.mark.parametrize(
    ("mention", "candidates", "reason_says"),
    [
        ("Georgia", {"georgia", "georgia-us"}, "Caucasus"),
        ("Congo", {"congo", "dr-congo"}, "two states"),
        ("Korea", {"north-korea", "south-korea"}, "two Koreas"),
        ("the Korean army", {"korean-peoples-army", "south-korea-joint-chiefs"}, "may be"),
        ("Brussels", {"european-union", "belgium"}, "European Union"),
        ("Dominican", {"dominica", "dominican-republic"}, "Dominica"),
        ("Kim", {"kim-jong-un", "kim-yo-jong", "kim-jong-il"}, "surname"),
        ("the ministry", set(), "does not say whose"),
        ("the foreign ministry", set(), "does not say whose"),
        ("police", set(), "does not say whose"),
        ("a former Pentagon official", {"pentagon"}, "no longer speaks"),
        ("sources close to the Kremlin", {"kremlin"}, "does not speak for it"),
        ("King Abdullah", {"king-abdullah-saudi", "king-abdullah-ii"}, "may be"),
        ("Brown", {"gordon-brown"}, "common surname"),
    ],
)
def test_leaves_unresolved_and_says_why(catalogue, mention, candidates, reason_says):
    found = catalogue.resolve(mention, on=date(2014, 11, 1))
    assert found.party_id is None
    assert set(found.candidates) == candidates
    assert reason_says in found.reason


@pytest.mark.parametrize(
    "mention",
    [
        "Michael Jordan",
        "Chad Brewer",
        "Kim Kardashian",
        "Melania Trump",
        "a Russian tourist",
        "many Nigerians",
        "Russian lawmaker Ivan Vymyslov",
        "Syrian rebels",
        "tribal sources in Iraq",
        "Ottawa police",
        "cnn.website.example",
        "@Apple",
        "who",
        "us",
        "it",
        "a spokesman",
        "",
        "the",
        "...",
    ],
)
def test_knows_nobody_of_that_name(catalogue, mention):
    found = catalogue.resolve(mention)
    assert found.party_id is None
    assert found.candidates == ()
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("mention", "context", "party", "reason_says"),
    [
        ("Georgia", ["georgia-government"], "georgia", "same text"),
        ("Georgia", ["united-states"], "georgia-us", "same text"),
        ("Korea", ["kcna"], "north-korea", "same text"),
        ("the Korean government", ["south-korea"], "south-korea-government", "same text"),
        ("Congo", ["rwanda"], None, "two states"),
        ("Korea", ["north-korea", "south-korea"], None, "two Koreas"),
        ("the foreign ministry", ["iran"], "iran-foreign-ministry", "only state"),
        ("the foreign ministry", ["iran", "iraq"], None, "names Iran or Iraq"),
        ("the army's spokesman", ["kremlin"], "russia-military", "only state"),
        ("Kirby", ["pentagon"], "john-kirby", "same text"),
        ("San José", ["costa-rica"], "costa-rica", "same text"),
        ("North Korea's Kim", [], None, "surname"),
    ],
)
def test_other_parties_of_the_document_break_ties(catalogue, mention, context, party, reason_says):
    found = catalogue.resolve(mention, on=date(2014, 11, 1), context=context)
    assert found.party_id == party
    assert reason_says in found.reason


@pytest.mark.parametrize(
    ("mention", "on", "party"),
    [
        ("the Russian president", date(2010, 6, 1), "dmitry-medvedev"),
        ("the Russian president", date(2013, 6, 1), "vladimir-putin"),
        ("the US president", date(2018, 6, 1), "donald-trump"),
        ("the US president", date(2022, 6, 1), "joe-biden"),
        ("the US president", None, "white-house"),
        ("the British prime minister", date(2022, 9, 20), "liz-truss"),
        ("Prime Minister Brown", date(2010, 1, 1), "gordon-brown"),
        ("the Tongan prime minister", date(2015, 1, 1), "tonga-prime-ministers-office"),
    ],
)
def test_a_role_means_whoever_held_it_that_day(catalogue, mention, on, party):
    assert catalogue.resolve(mention, on=on).party_id == party


@given(st.text(max_size=80), st.dates() | st.none(), st.lists(st.text(max_size=20), max_size=3))
def test_resolving_never_raises_and_always_says_why(mention, on, context):
    found = load_catalogue().resolve(mention, on, context)
    assert found.reason
    assert found.party_id is None or found.party_id in found.candidates


WORDS = [
    *["the", "a", "senior", "former", "Russia", "Russian", "Moscow", "'s", "foreign", "ministry"],
    *["spokesman", "for", "of", "in", "Korea", "Kim", "President", "Putin", "officials", "to"],
    *["Pyongyang", "U.S.", "Hamas", "minister", "Congo", "close", "police", "and", "Mr."],
]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_resolving_never_raises_on_the_words_it_knows(words):
    found = load_catalogue().resolve(" ".join(words))
    assert found.reason
    assert found.party_id is None or found.party_id in found.candidates
