"""The SQL views that outside tools read: names instead of ids, times as ISO text.

Their columns are a promise: a release may add one, and never renames or drops
one. ``VIEWS`` is the documentation and the definition at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one database writes what the views need."""

    name: str

    def iso(self, column: str) -> str:
        """A moment as ``2026-11-23T21:04:05Z``."""
        if self.name == "sqlite":
            return f"strftime('%Y-%m-%dT%H:%M:%SZ', {column} / 1000000, 'unixepoch')"
        return (
            f"to_char(to_timestamp({column} / 1000000) AT TIME ZONE 'UTC',"
            ' \'YYYY-MM-DD"T"HH24:MI:SS"Z"\')'
        )

    def day(self, column: str) -> str:
        """A day as ``2026-11-23``."""
        return column if self.name == "sqlite" else f"to_char({column}, 'YYYY-MM-DD')"

    def yes_no(self, column: str) -> str:
        """A truth value as ``yes`` or ``no``."""
        return f"CASE WHEN {column} THEN 'yes' ELSE 'no' END"

    def joined(self, column: str) -> str:
        """A JSON list of words as ``one, two``."""
        if self.name == "sqlite":
            return f"(SELECT coalesce(group_concat(value, ', '), '') FROM json_each({column}))"
        return (
            f"(SELECT coalesce(string_agg(word, ', ' ORDER BY place), '') FROM"
            f" jsonb_array_elements_text({column}::jsonb) WITH ORDINALITY AS list(word, place))"
        )


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and the expression behind it."""

    name: str
    meaning: str
    source: str
    """SQL; ``iso:x``, ``day:x``, ``yes_no:x`` and ``joined:x`` are written for the dialect."""

    def render(self, dialect: Dialect) -> str:
        """The column as SQL."""
        kind, _, rest = self.source.partition(":")
        write = {
            "iso": dialect.iso,
            "day": dialect.day,
            "yes_no": dialect.yes_no,
            "joined": dialect.joined,
        }.get(kind)
        return f"{write(rest) if write else self.source} AS {self.name}"


@dataclass(frozen=True, slots=True)
class View:
    """One view: what a row of it is, its columns, and the tables it reads."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    source: str

    def render(self, dialect: str) -> str:
        """The CREATE VIEW statement."""
        columns = ",\n    ".join(column.render(Dialect(dialect)) for column in self.columns)
        return f"CREATE VIEW {self.name} AS SELECT\n    {columns}\nFROM {self.source}"


_LAST_CHANGE = "SELECT h.at FROM status_change h WHERE h.claim_id = b.claim_id ORDER BY h.id DESC"

_CLAIM_STATUS = View(
    "v_claim_status",
    "One row a claim that is not merged away: how it stands today.",
    (
        Column("claim_id", "number of the claim", "b.claim_id"),
        Column("claim", "the claim, one sentence", "b.text"),
        Column("status", "status shown: a person's decision, else the suggestion", "b.status"),
        Column("status_basis", "decided or suggested", "b.status_basis"),
        Column("suggestion", "what the policy suggests, empty before it looked", "b.suggestion"),
        Column("stage", "where the claim is on the desk", "b.stage"),
        Column("flags", "flags of the suggestion, comma-separated", "joined:b.flags"),
        Column("commitment", "strongest commitment of a party that affirms", "b.commitment"),
        Column("assignee", "who works on it", "b.assignee"),
        Column("stances", "stances that count", "b.stances"),
        Column("documents", "documents that tell them", "b.documents"),
        Column("origins", "independent origins of them", "b.origins"),
        Column("supports", "pieces of evidence that support it", "b.supports"),
        Column("undermines", "pieces of evidence that undermine it", "b.undermines"),
        Column("context", "pieces of evidence that give context", "b.context"),
        Column("open_proposals", "proposals that wait for an answer", "b.proposals"),
        Column("first_day", "first day of a stance", "day:b.first_day"),
        Column("last_day", "last day of a stance", "day:b.last_day"),
        Column("opened_at", "when it was opened (UTC)", "iso:b.opened_at"),
        Column("last_change", "last change of anything about it (UTC)", "iso:b.last_change"),
        Column("published", "yes where the decision that holds is published", "yes_no:b.published"),
        Column(
            "status_since",
            "since when that status is shown (UTC)",
            f"iso:coalesce(({_LAST_CHANGE} LIMIT 1), b.opened_at)",
        ),
    ),
    "board b",
)

_STANCE_MATRIX = View(
    "v_stance_matrix",
    "One row a stance that counts: who said what about which claim, on which day, where.",
    (
        Column("claim_id", "number of the claim it counts for", "m.claim_id"),
        Column("claim", "the claim", "b.text"),
        Column("stance_id", "number of the stance", "m.stance_id"),
        Column("party_key", "catalogue id or slug of the party", "p.key"),
        Column("party", "name of the party, merges applied", "p.name"),
        Column("speaker", "who spoke for it", "sp.name"),
        Column("told_as", "the party as the document names it", "s.told_as"),
        Column("day", "day of the position", "day:m.day"),
        Column("stance", "position on this claim, opposite merges applied", "m.value"),
        Column("said", "position on the sentence it was recorded under", "s.value"),
        Column("mode", "direct, indirect or hedged", "m.mode"),
        Column("commitment", "certain, probable or possible", "m.commitment"),
        Column("anonymous", "yes where the source is not named", "yes_no:m.anonymous"),
        Column("quote", "the words of the document", "s.exact"),
        Column("start_char", "where the quote starts in the document's text", "s.start"),
        Column("end_char", "where it ends", 's."end"'),
        Column("document_id", "number of the document", "m.document_id"),
        Column("title", "title of the document", "d.title"),
        Column("outlet", "name of the outlet", "d.outlet_name"),
        Column("url", "address of the document", "d.url"),
        Column("published_at", "when it was published (UTC)", "iso:d.published_at"),
        Column("origin", "where the report really comes from", "o.name"),
        Column("confidence", "probability that the finding is right, 0-1", "s.confidence"),
        Column("recorded_by", "extractor or person", "s.recorded_by"),
        Column("recorded_at", "when it was recorded (UTC)", "iso:s.recorded_at"),
    ),
    "matrix_cell m JOIN stance s ON s.id = m.stance_id JOIN board b ON b.claim_id = m.claim_id"
    "\n    JOIN party p ON p.id = m.party_id JOIN document d ON d.id = m.document_id"
    "\n    JOIN origin o ON o.id = m.origin_id LEFT JOIN party sp ON sp.id = s.speaker_id",
)

_EVIDENCE = View(
    "v_evidence",
    "One row a piece of evidence that counts.",
    (
        Column("claim_id", "number of the claim it counts for", "c.claim_id"),
        Column("claim", "the claim", "b.text"),
        Column("evidence_id", "number of the piece", "c.evidence_id"),
        Column("relation", "supports, undermines or context", "c.relation"),
        Column("kind", "span, file, record or fact_check", "e.kind"),
        Column("reliability", "grade of the source, A-F (Admiralty code)", "e.reliability"),
        Column("credibility", "grade of the item, 1-6 (Admiralty code)", "e.credibility"),
        Column("origin", "where it really comes from", "o.name"),
        Column("title", "title of the piece", "e.title"),
        Column("quote", "the words quoted, for a span", "e.exact"),
        Column("note", "what the person who attached it noted", "e.note"),
        Column("url", "address of the piece", "e.url"),
        Column("document_id", "number of the document, for a span", "e.document_id"),
        Column("file_sha256", "digest of the file, for a file", "e.capture_sha256"),
        Column("recorded_by", "who recorded it", "e.recorded_by"),
        Column("recorded_at", "when it was recorded (UTC)", "iso:e.recorded_at"),
    ),
    "evidence_cell c JOIN evidence e ON e.id = c.evidence_id"
    "\n    JOIN board b ON b.claim_id = c.claim_id JOIN origin o ON o.id = e.origin_id",
)

_STATUS_HISTORY = View(
    "v_status_history",
    "One row each time the status shown of a claim changed, oldest first by change_id.",
    (
        Column("change_id", "number of the change", "h.id"),
        Column("claim_id", "number of the claim", "h.claim_id"),
        Column("claim", "the claim", "c.text"),
        Column("status_before", "status before, empty for the first", "h.source"),
        Column("status_after", "status after", "h.target"),
        Column("basis", "decided or suggested", "h.basis"),
        Column("actor", "who changed it", "h.actor"),
        Column("reason", "why", "h.reason"),
        Column("at", "when (UTC)", "iso:h.at"),
    ),
    "status_change h JOIN claim c ON c.id = h.claim_id",
)

_PARTY_POSITIONS = View(
    "v_party_positions",
    "One row a party and claim: the party's latest word on it.",
    (
        Column("party_key", "catalogue id or slug of the party", "p.key"),
        Column("party", "name of the party", "p.name"),
        Column("party_kind", "state, institution, person ...", "p.kind"),
        Column("claim_id", "number of the claim", "w.claim_id"),
        Column("claim", "the claim", "b.text"),
        Column("stance", "its latest position", "w.value"),
        Column("commitment", "certain, probable or possible", "w.commitment"),
        Column("day", "day of that position", "day:w.day"),
        Column("stances", "its stances on this claim", "w.stances"),
        Column("status", "how the claim stands", "b.status"),
    ),
    "board_party w JOIN party p ON p.id = w.party_id JOIN board b ON b.claim_id = w.claim_id",
)


def _last_reading(column: str) -> str:
    return (
        f"(SELECT r.{column} FROM reading r WHERE r.document_id = d.id ORDER BY r.id DESC LIMIT 1)"
    )


_DOCUMENTS = View(
    "v_documents",
    "One row a document on record.",
    (
        Column("document_id", "number of the document", "d.id"),
        Column("title", "its title", "d.title"),
        Column("name", "file or address it came under", "d.name"),
        Column("kind", "article, feed_item or fact_check", "d.kind"),
        Column("outlet", "name of the outlet", "d.outlet_name"),
        Column(
            "outlet_reliability", "grade of the outlet on that day, A-F", "d.outlet_reliability"
        ),
        Column("origin", "where the report really comes from", "o.name"),
        Column("language", "language code, empty when unknown", "d.language"),
        Column("url", "its address", "d.url"),
        Column("published_at", "when it was published (UTC)", "iso:d.published_at"),
        Column("recorded_at", "when it was recorded (UTC)", "iso:d.recorded_at"),
        Column("characters", "length of its text", "length(d.text)"),
        Column(
            "stances",
            "stances it tells that count",
            "(SELECT count(*) FROM matrix_cell m WHERE m.document_id = d.id)",
        ),
        Column("capture_sha256", "digest of the bytes as fetched", "d.capture_sha256"),
        Column("read_by", "extractor that read it last", _last_reading("extractor")),
        Column(
            "not_read",
            "why that one tried nothing (another language, say); empty where it did",
            _last_reading("skipped"),
        ),
    ),
    "document d JOIN origin o ON o.id = d.origin_id",
)

_LEDGER = View(
    "v_ledger",
    "One row a transaction: the journal of everything that happened to the record.",
    (
        Column("seq", "number of the entry", "l.seq"),
        Column("at", "when (UTC)", "iso:l.at"),
        Column("actor", "who", "l.actor"),
        Column("action", "what was done", "l.action"),
        Column("note", "a remark", "l.note"),
        Column(
            "content", "rows written to each table, with a SHA-256 over them (JSON)", "l.content"
        ),
        Column("previous_sha256", "hash of the entry before", "l.previous_sha256"),
        Column("entry_sha256", "hash of this entry", "l.entry_sha256"),
    ),
    "ledger_entry l",
)

VIEWS: tuple[View, ...] = (
    _CLAIM_STATUS,
    _STANCE_MATRIX,
    _EVIDENCE,
    _STATUS_HISTORY,
    _PARTY_POSITIONS,
    _DOCUMENTS,
    _LEDGER,
)
"""Every view, in the order in which the documentation lists them."""


def list_views(dialect: str) -> Iterator[str]:
    """The CREATE VIEW statements for ``sqlite`` or ``postgresql``."""
    return (view.render(dialect) for view in VIEWS)


def describe_views() -> str:
    """The views as a Markdown section: one table a view, one line a column."""
    parts = []
    for view in VIEWS:
        lines = [
            f"### `{view.name}`",
            "",
            view.meaning,
            "",
            "| column | meaning |",
            "| --- | --- |",
        ]
        lines += [f"| `{column.name}` | {column.meaning} |" for column in view.columns]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
