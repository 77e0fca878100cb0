"""What the machine found in a file, for the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claims.model import Extraction
from flows.requests import count
from flows.show.symbols import stance_words


def findings_table(name: str, extraction: Extraction) -> RenderableType:
    """A file's findings by claim, each with party, stance, quote and confidence."""
    if extraction.skipped:
        return Text(f"{name}: not read for claims: {extraction.skipped}")
    table = Table("party", "stance", "quote", "sure", title=name, show_lines=True, expand=True)
    for claim in extraction.claims:
        table.add_row(Text(claim.id, style="bold"), "", Text(claim.text, style="bold"), "")
        for finding in extraction.findings:
            if finding.claim != claim.id:
                continue
            party = Text(finding.party)
            if finding.speaker:
                party.append(f"\n{finding.speaker}", style="dim")
            quote = Text(f"“{finding.span.exact}”")
            table.add_row(party, stance_words(finding.stance), quote, f"{finding.confidence:.0%}")
    stances = count(len(extraction.findings), "stance")
    summary = Text(f"{stances} on {count(len(extraction.claims), 'claim')}")
    return Group(table, summary)
