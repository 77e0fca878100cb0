"""Pages for Prefect's artifacts: what a person reads in its UI, in Markdown."""

from __future__ import annotations

from claims.views import IN_WORDS, ClaimPage

QUOTE_CHARS = 200


def assessment_page(page: ClaimPage) -> str:
    """One claim: how it stands, why, what would change it, and who says what."""
    standing = page.standing
    lines = [f"### Claim {page.claim_id}: {_plain(page.text)}", ""]
    lines.append(f"**{standing.status.value}** ({standing.basis}), stage {standing.stage.value}")
    if standing.flags:
        lines.append(f"Flags: {', '.join(flag.value for flag in standing.flags)}")
    if standing.suggestion is not None:
        lines += ["", *(f"- {_plain(reason)}" for reason in standing.suggestion.reasons)]
        lines += ["", "What would change it:", ""]
        lines += [
            f"- {_plain(each.change)}: {each.status.value}"
            for each in standing.suggestion.would_change
        ]
    lines += ["", "| party | position | day | quote |", "| --- | --- | --- | --- |"]
    for row in page.matrix.rows:
        last = row.days[-1].cells[-1]
        quote = _plain(last.span.exact)[:QUOTE_CHARS]
        lines.append(
            f"| {_plain(row.party.name)} | {IN_WORDS[row.latest]} | {last.day} | “{quote}” |"
        )
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text of strangers inside our Markdown: one line, and no markup of its own."""
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
