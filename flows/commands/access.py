"""Commands on who may come in over HTTP: tokens create, list, revoke, link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.settings import Settings
from claims.status import Role, Scope
from flows.commands.context import (
    AsJson,
    By,
    hint,
    make_actor,
    numbered,
    open_record,
    out,
    pick_from,
    print_json,
)

if TYPE_CHECKING:
    from claims.store import Store

DEFAULT_DAYS = 90

tokens_app = typer.Typer(
    help="Who may use pages and API: tokens, each with its scopes.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.add_typer(tokens_app, name="tokens", rich_help_panel="Running")


@tokens_app.command("create")
def create(
    name: Annotated[str, typer.Option(help="What it is for ('Ana's laptop', 'Grafana').")],
    person: Annotated[str, typer.Option(help="Whose it is: who acts, in the record's words.")],
    scope: Annotated[list[Scope], pick_from(Scope, "What it is good for; may be repeated.")],
    expires_days: Annotated[
        int, typer.Option(min=0, max=3650, help="Days that it holds; 0: until revoked.")
    ] = DEFAULT_DAYS,
    by: By = None,
    as_json: AsJson = False,
) -> None:
    """Make a token and print it, once: the record keeps only its hash.

    Example: onrecord tokens create --name laptop --person Ana --scope read --scope review
    """
    from claims import desk

    _, store = open_record(create=True)
    actor = make_actor(by, Role.ADMIN)
    made = desk.make_token(store, actor.name, name, person, scope, expires_days or None)
    if as_json:
        print_json(made.model_dump(mode="json"))
        return
    ends = f"until {made.expires_at:%Y-%m-%d}" if made.expires_at else "until it is revoked"
    out.print(f"Token {made.token_id} for {made.person} ({', '.join(made.scopes)}), {ends}:")
    out.print(made.secret, soft_wrap=True)
    hint("It is shown this once. Programs send it as Authorization: Bearer TOKEN; people log in.")


@tokens_app.command("list")
def list_tokens(as_json: AsJson = False) -> None:
    """Every token, and whether it still holds. Secrets are not kept, so none is shown."""
    from rich.table import Table

    from claims import views

    _, store = open_record()
    rows = views.tokens(store)
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
        return
    if not rows:
        out.print("No tokens.")
        hint("next: onrecord tokens create --name laptop --person YOU --scope admin")
        return
    table = Table("id", "name", "person", "scopes", "until", "holds")
    for row in rows:
        until = f"{row.expires_at:%Y-%m-%d}" if row.expires_at else "revoked"
        kind = " (log-in link)" if row.one_use else ""
        held = "yes" if row.holds else "revoked" if row.revoked_at else "no"
        table.add_row(
            str(row.token_id), row.name + kind, row.person, ", ".join(row.scopes), until, held
        )
    out.print(table)


@tokens_app.command("revoke")
def revoke(
    token: Annotated[int, numbered("TOKEN", "Number from onrecord tokens list.")],
    by: By = None,
) -> None:
    """End a token, and every session that was opened with it."""
    from claims import desk

    _, store = open_record()
    desk.revoke_token(store, make_actor(by, Role.ADMIN).name, token)
    out.print(f"Token {token} no longer lets anybody in.")


@tokens_app.command("link")
def link(by: By = None) -> None:
    """Print a link that logs you in as admin, once, within the hour.

    For whoever may read the database anyway: it needs no token.
    """
    settings, store = open_record(create=True)
    out.print(make_login_link(store, settings, make_actor(by, Role.ADMIN).name), soft_wrap=True)


def make_login_link(store: Store, settings: Settings, person: str) -> str:
    """An address that logs ``person`` in as admin, once."""
    from claims import desk

    made = desk.make_token(store, person, "log-in link", person, [Scope.ADMIN], one_use=True)
    return f"http://{settings.listen_host}:{settings.listen_port}/login?token={made.secret}"
