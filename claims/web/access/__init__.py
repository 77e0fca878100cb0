"""Who may come in: tokens and sessions, scopes, forms that prove where they come from, rates."""

from claims.status import Scope
from claims.web.access.csrf import checked_form, csrf_token
from claims.web.access.who import Person, may, member, needs, reader, writes

__all__ = [
    "Person",
    "Scope",
    "checked_form",
    "csrf_token",
    "may",
    "member",
    "needs",
    "reader",
    "writes",
]
