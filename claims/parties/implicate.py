"""Which parties a claim's sentence names as taking part in what it claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from claims.parties.find import STATE_SORTS, Finder, Hit
from claims.parties.party import NameSort, Resolution
from claims.parties.phrases import word_set
from claims.parties.tokens import Token, is_possessive, tokenise
from claims.parties.vocabulary import Vocabulary

_PLACE = word_set("in inside near outside across around throughout within via through")
"""Prepositions that make of a state's name a place."""
_ALSO = word_set(
    "and or the northern southern eastern western central north south east west northeast "
    "northwest southeast southwest neighbouring neighboring mainland"
)
"""Words between such a preposition and the place."""
_STATE_ACTS = word_set(
    "missile missiles rocket rockets weapon weapons arms munitions ammunition shell shells "
    "artillery drone drones jet jets plane planes aircraft helicopter helicopters warship "
    "warships ship ships submarine submarines tank tanks bomb bombs warhead warheads satellite "
    "satellites balloon strike strikes airstrike airstrikes raid raids attack attacks shelling "
    "bombing invasion war occupation offensive incursion missile blockade sanctions ultimatum "
    "agent agents spy spies operative operatives hackers hacker cyberattack mercenaries soldier "
    "soldiers troops sailors marines pilots nuclear ballistic intelligence ground naval state "
    "special air law court judge vessel vessels airspace territory cruise hypersonic"
)
"""Nouns of what a state does or owns: "Russian missiles" implicates Russia."""


class Implicator:
    """Reads the mentions of one sentence as taking part, or as mere places and origins."""

    def __init__(
        self, finder: Finder, resolve: Callable[..., Resolution], vocabulary: Vocabulary
    ) -> None:
        self._finder = finder
        self._resolve = resolve
        self._vocabulary = vocabulary

    def implicated(self, text: str, on: date | None) -> frozenset[str]:
        """The parties named as taking part; ambiguous names only where the sentence decides."""
        tokens = tokenise(text)
        hits = self._finder.scan(text, tokens)
        context = tuple(hit[2][0] for hit in hits if len(hit[2]) == 1)
        found: set[str] = set()
        place_ends_at: int | None = None
        for number, hit in enumerate(hits):
            if self._is_place(text, tokens, hit, place_ends_at):
                place_ends_at = hit[1]
                continue
            following = hits[number + 1][0] if number + 1 < len(hits) else None
            stop = self._acting_words(text, tokens, hit, following)
            if stop is not None:
                said = text[tokens[hit[0]].start : tokens[stop - 1].end]
                settled = self._resolve(said, on, context)
                if settled.party_id is not None:
                    found.add(settled.party_id)
        return frozenset(found)

    def _is_place(
        self, text: str, tokens: Sequence[Token], hit: Hit, place_ends_at: int | None
    ) -> bool:
        """ "in Iraq", "across northern Iraq and Syria"; not "in Iraq's view"."""
        first, stop, _, sort = hit
        if sort not in (NameSort.NAME, NameSort.CAPITAL, NameSort.ACRONYM):
            return False
        if not self._finder.may_be_state(hit[2]):
            return False
        if stop < len(tokens) and is_possessive(text, tokens[stop - 1], tokens[stop]):
            return False
        at = first - 1
        while at >= 0 and tokens[at].key.casefold() in _ALSO:
            at -= 1
        if at < 0:
            return False
        return tokens[at].key.casefold() in _PLACE or at + 1 == place_ends_at

    def _acting_words(
        self, text: str, tokens: Sequence[Token], hit: Hit, following: int | None
    ) -> int | None:
        """Where the words that name the acting party end; None where nobody acts."""
        first, stop, candidates, sort = hit
        if sort not in STATE_SORTS or not self._finder.may_be_state(candidates):
            return stop
        at = stop
        if at < len(tokens) and is_possessive(text, tokens[at - 1], tokens[at]):
            at += 1
        words = [token.key.casefold() for token in tokens[at : at + 6]]
        title = self._vocabulary.title_phrases.match(words)
        if title is not None:
            end = at + title[0]
            return None if following == end else end
        if sort is not NameSort.DEMONYM or (words and words[0] in _STATE_ACTS):
            return stop
        plural = tokens[stop - 1].key.endswith("s")
        with_article = first > 0 and tokens[first - 1].key.casefold() == "the"
        return stop if plural and with_article else None
