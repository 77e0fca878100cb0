"""What goes out in other people's shapes: ClaimReview, Atom, CSV, JSON, Web Annotation.

Each module takes plain values of its own and gives dictionaries, bytes or a
stream of text. None reads the store: ``claims.views`` fills the values in.
"""

from claims.formats.annotation import Quote, write_annotation
from claims.formats.atom import Feed, FeedEntry, tag_uri, write_atom
from claims.formats.claimreview import (
    Appearance,
    Review,
    plain_words,
    schema,
    write_claimreview,
)
from claims.formats.export import (
    BOARD_COLUMNS,
    EVIDENCE_COLUMNS,
    STANCE_COLUMNS,
    neutralise,
    stream_csv,
    stream_json,
)

__all__ = [
    "BOARD_COLUMNS",
    "EVIDENCE_COLUMNS",
    "STANCE_COLUMNS",
    "Appearance",
    "Feed",
    "FeedEntry",
    "Quote",
    "Review",
    "neutralise",
    "plain_words",
    "schema",
    "stream_csv",
    "stream_json",
    "tag_uri",
    "write_annotation",
    "write_atom",
    "write_claimreview",
]
