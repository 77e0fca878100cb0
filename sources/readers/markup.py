"""What HTML needs before and besides article extraction: charset, caps, tree, snippets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sources.readers.caps import MAX_HTML_DEPTH, MAX_HTML_TAGS

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)[\"']")
_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<close>/?)(?P<name>[a-z][a-z0-9]*))", re.IGNORECASE)
_RAW_ENDS = {
    "script": re.compile(r"</script", re.IGNORECASE),
    "style": re.compile(r"</style", re.IGNORECASE),
    "!--": re.compile(r"-->"),
}
"""What ends a stretch in which ``<`` begins no tag."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr"}
)
CLOSED_BY_NEXT = frozenset(
    {"a", "dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
NOT_NESTING = VOID | CLOSED_BY_NEXT
"""Void elements, and those that the next one of their kind closes by itself."""

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul"}
)
HIDDEN = frozenset({"script", "style", "template", "noscript", "head"})


class MarkupError(ValueError):
    """Markup that the parser would not read whole, or not in bearable time."""


def find_declared_charset(data: bytes) -> str | None:
    """The encoding that an XML declaration or a ``meta`` element in the head names."""
    head = data[:4096]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match.group(1).decode("ascii") if match else None


def check_markup(text: str) -> None:
    """Raise MarkupError when markup holds too many tags or nests too deep.

    Counts tags without parsing, so it costs a scan of the text and no memory.
    """
    depth = deepest = tags = 0
    for name, closes in _iterate_tags(text):
        tags += 1
        if name not in NOT_NESTING:
            depth = max(0, depth - 1) if closes else depth + 1
            deepest = max(deepest, depth)
    if deepest > MAX_HTML_DEPTH:
        raise MarkupError(
            f"its HTML nests {deepest} elements deep, and past {MAX_HTML_DEPTH} the parser drops "
            "text, so what could be read is incomplete: hand in its text as a .txt file"
        )
    if tags > MAX_HTML_TAGS:
        raise MarkupError(f"its HTML has {tags} tags, more than {MAX_HTML_TAGS}: split the page")


def _iterate_tags(text: str) -> Iterator[tuple[str, bool]]:
    """Name and whether it closes, of each tag outside comments, scripts and styles."""
    position = 0
    unended: set[str] = set()  # looked for once: searching again for each would be quadratic
    while (match := _TAG.search(text, position)) is not None:
        position = match.end()
        closes = bool(match["close"])
        name = (match["comment"] or match["name"]).lower()
        if name in _RAW_ENDS and not closes and name not in unended:
            end = _RAW_ENDS[name].search(text, position)
            if end is not None:
                position = end.end()
                continue
            unended.add(name)
        if not match["comment"]:
            yield name, closes


def parse_markup(text: str) -> HtmlElement:
    """The tree of a page or snippet. Raises ValueError when there is nothing to parse."""
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError as error:
        raise ValueError("its HTML is empty") from error


def read_snippet(markup: str) -> str:
    """The readable text of an HTML snippet, a line a block.

    Raises MarkupError as check_markup does.
    """
    if "<" not in markup and "&" not in markup:
        return _tidy(markup)
    if not markup.strip():
        return ""
    check_markup(markup)
    parts: list[str] = []
    tree = parse_markup(f"<div>{markup}</div>")
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in BLOCKS or (name == "br" and event == "start"):
            parts.append("\n")
        text = element.tail if event == "end" else None if name in HIDDEN else element.text
        parts.append((text or "").replace("\n", " "))
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    """Runs of blanks to one, blank lines away: nobody wrote the white space of markup."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
