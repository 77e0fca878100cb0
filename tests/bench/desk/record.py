"""A seeded record: claims with documents, stances, evidence and a history on the desk.

Written through ``Store.write``, so that projections, indexes and ledger are made
the way they always are. The same seed and last day give the same rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

from claims.model import Commitment, Mode, PartyKind, Stance
from claims.store import Store, Transaction
from claims.store import facts as f
from tests.bench.desk.histories import write_history
from tests.bench.desk.words import Words

SEED = 2026
BATCH = 10
"""Claims of one transaction."""
STANCES_PER_CLAIM = 5
DOCUMENTS_PER_BATCH = 6
DAYS = 3
"""Days that a base covers, whatever its size: copies of it are laid end to end."""
OUTLETS = 150
OWN_PARTIES = 300
"""Parties of a copy's own, besides the states that all copies share."""
PEOPLE = 150
"""Of those, how many are persons, who also speak for others."""
NAMED = 5
"""One of so many parties has a further name."""
FILLERS = 5
"""Sentences of a document that claim nothing."""

_SAID = {
    Stance.ALLEGES: ("said that", 50),
    Stance.DENIES: ("denied that", 20),
    Stance.CONFIRMS: ("confirmed that", 14),
    Stance.DOUBTS: ("doubted that", 6),
    Stance.NEITHER: ("would neither confirm nor deny that", 4),
    Stance.DECLINES: ("declined to say whether", 3),
    Stance.NO_RESPONSE: ("did not answer whether", 2),
    Stance.RETRACTS: ("took back that", 1),
}


class Sizes(NamedTuple):
    """A base: rows that copies count from."""

    claims: int
    shared_parties: int
    shared_origins: int


class Cast(NamedTuple):
    """Who speaks and where it is told."""

    parties: list[int]
    weights: list[float]
    names: dict[int, str]
    people: list[int]


def write_base(store: Store, claims: int, ends: datetime, seed: int = SEED) -> Sizes:
    """Write ``claims`` claims (a multiple of ``BATCH``) over the ``DAYS`` before ``ends``."""
    random = Random(seed)
    words = Words(random)
    starts = ends - timedelta(days=DAYS)
    with _clock(starts), store.write("bench", "seed", "parties and outlets") as tx:
        cast = _write_cast(tx, words)
        tx.add_many(
            f.Origin(key=f"outlet:{_name_outlet(number)}", name=_name_outlet(number).title())
            for number in range(OUTLETS)
        )
    batches = claims // BATCH
    for batch in range(batches):
        now = starts + timedelta(days=DAYS) * (batch + 1) / (batches + 1)
        with _clock(now), store.write("bench", "record_document", f"batch {batch}") as tx:
            _Batch(tx, random, words, cast, timedelta(days=DAYS) / (batches + 1)).write()
    return Sizes(batches * BATCH, len(words.states), OUTLETS)


def _clock(now: datetime) -> Any:
    """The transaction's moment: when it would have happened."""
    return patch("claims.store.transaction.utcnow", lambda: now)


def _name_outlet(number: int) -> str:
    return f"outlet-{number:03}"


def _write_cast(tx: Transaction, words: Words) -> Cast:
    rows = [
        f.Party(key=name.lower(), name=name, kind=PartyKind.STATE, catalogued=True)
        for name in words.states
    ]
    for number in range(OWN_PARTIES):
        person = number < PEOPLE
        home = words.villages[number % len(words.villages)]
        title = f"{words.vocabulary[-1 - number].title()} {'of' if person else 'Council of'} {home}"
        kind = PartyKind.PERSON if person else PartyKind.ORGANISATION
        rows.append(f.Party(key=f"own-{number}", name=title, kind=kind))
    ids = tx.add_many(rows)
    tx.add_many(
        f.PartyName(party_id=party, name=f"the {row.name}")
        for party, row in list(zip(ids, rows, strict=True))[len(words.states) :: NAMED]
    )
    people = ids[len(words.states) : len(words.states) + PEOPLE]
    weights = [1 / rank for rank in range(1, len(ids) + 1)]
    return Cast(ids, weights, dict(zip(ids, (row.name for row in rows), strict=True)), people)


class _Batch:
    """The claims of one transaction, with the documents that tell them."""

    def __init__(
        self, tx: Transaction, random: Random, words: Words, cast: Cast, span: timedelta
    ) -> None:
        self._tx = tx
        self._random = random
        self._words = words
        self._cast = cast
        self._moments = [tx.now - span * (BATCH - at) / (BATCH + 1) for at in range(BATCH)]

    def write(self) -> None:
        """Add everything, the claims' history on the desk included."""
        random, tx = self._random, self._tx
        sentences = [self._words.write_claim() for _ in range(BATCH)]
        claims = [
            f.Claim(text=text, opened_at=at)
            for text, at in zip(sentences, self._moments, strict=True)
        ]
        ids = tx.add_many(claims)
        told = [*range(BATCH)]  # every claim at least once, a few of them often
        told += random.choices(
            range(BATCH),
            weights=[random.paretovariate(1.2) for _ in range(BATCH)],
            k=BATCH * (STANCES_PER_CLAIM - 1),
        )
        random.shuffle(told)
        share = -(-len(told) // DOCUMENTS_PER_BATCH)
        for start in range(0, len(told), share):
            self._write_document(ids, sentences, told[start : start + share])
        write_history(tx, random, ids, self._moments)

    def _write_document(self, ids: list[int], sentences: list[str], told: Sequence[int]) -> None:
        random, tx = self._random, self._tx
        outlet = min(int(random.paretovariate(0.7)) - 1, OUTLETS - 1)
        text, stances = self._tell(sentences, told)
        digest = hashlib.sha256(f"{tx.seq} {text}".encode()).hexdigest()
        name = f"{digest[:12]}.html"
        tx.add(
            f.Capture(
                sha256=digest,
                name=name,
                media_type="text/html",
                size_bytes=len(text) * 3,
                url=f"https://{_name_outlet(outlet)}.example/{digest[:12]}",
                captured_at=tx.now,
            )
        )
        document = tx.add(
            f.Document(
                capture_sha256=digest,
                kind="article",
                name=name,
                text=text,
                text_sha256=hashlib.sha256(text.encode()).hexdigest(),
                title=self._words.write_filler(),
                outlet_id=_name_outlet(outlet),
                outlet_name=_name_outlet(outlet).title(),
                outlet_reliability="ABCDEF"[outlet % 6],
                language="en",
                published_at=tx.now - timedelta(hours=6),
                url=f"https://{_name_outlet(outlet)}.example/{digest[:12]}",
                origin_id=outlet + 1,
                recorded_at=tx.now,
            )
        )
        self._write_stances(ids, document, outlet + 1, stances)

    def _tell(
        self, sentences: list[str], told: Sequence[int]
    ) -> tuple[str, list[tuple[int, int, Stance, str, int, int]]]:
        """The text, and each stance: claim, party, value, quote, start, end."""
        random, cast = self._random, self._cast
        text = ""
        stances = []
        verbs = list(_SAID)
        for number in told:
            party = random.choices(cast.parties, weights=cast.weights)[0]
            value = random.choices(verbs, weights=[weight for _, weight in _SAID.values()])[0]
            quote = f"{cast.names[party]} {_SAID[value][0]} {sentences[number]}"
            stances.append((number, party, value, quote, len(text), len(text) + len(quote)))
            text += quote + " "
        text += " ".join(self._words.write_filler() for _ in range(FILLERS))
        return text, stances

    def _write_stances(
        self,
        ids: list[int],
        document: int,
        origin: int,
        stances: list[tuple[int, int, Stance, str, int, int]],
    ) -> None:
        random, tx = self._random, self._tx
        tx.add_many(
            f.StanceRow(
                claim_id=ids[number],
                party_id=party,
                speaker_id=random.choice(self._cast.people) if random.random() < 0.3 else None,
                told_as=self._cast.names[party],
                value=value,
                mode=random.choice(list(Mode)),
                commitment=random.choices(list(Commitment), weights=(8, 1, 1))[0],
                document_id=document,
                start=start,
                end=end,
                exact=quote,
                said_on=tx.now.date() - timedelta(days=int(random.paretovariate(1)) % 40),
                origin_id=origin,
                confidence=round(random.uniform(0.5, 1), 3),
                reasons=["verb of saying"],
                recorded_by="rules/1",
                recorded_at=self._moments[number],
            )
            for number, party, value, quote, start, end in stances
        )
        tx.add(
            f.Reading(
                document_id=document,
                extractor="rules/1",
                findings=len(stances),
                recorded_at=tx.now,
            )
        )
