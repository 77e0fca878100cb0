"""The password of the Prefect servers that onrecord starts.

Prefect runs a flow for whoever asks, under whatever name they give, over any file
that this user may read; and left to itself it asks nobody who they are. So ours
answer only who sends the password. Knows no Prefect: it is set before that is imported.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from claims.keys import make_private, others_may_use


class PasswordError(RuntimeError):
    """The password's file cannot be used: says what to do."""


def password_path(home: Path) -> Path:
    """Where the record's own is kept: whoever may read it may use the server, its UI too."""
    return home / "keys" / "prefect"


def make_password() -> str:
    """A new one, as Prefect has it: user, colon, secret; its UI takes the whole line."""
    return f"onrecord:{secrets.token_urlsafe(32)}"


def load_password(home: Path) -> str:
    """The record's own, made at first use. PasswordError where others may read it, or we may not.

    It stays the same, so that a browser that logged in at Prefect's UI stays logged in.
    """
    path = password_path(home)
    try:
        if not path.exists():
            make_private(path, f"{make_password()}\n".encode())
        if others_may_use(path):
            raise PasswordError(
                f"others may read the password {path}: delete it, and start onrecord up anew"
            )
        password = path.read_text("utf-8").strip()
    except OSError as error:
        raise PasswordError(
            f"{path}: {error.strerror}; it holds the password of Prefect's server"
        ) from error
    if not password:
        raise PasswordError(f"{path} holds no password: delete it, and start onrecord up anew")
    return password


def name_server(api: str, password: str) -> None:
    """Have Prefect's client use the server at ``api``, with its password."""
    os.environ["PREFECT_API_URL"] = api
    os.environ["PREFECT_API_AUTH_STRING"] = password


def forget_server() -> None:
    """Undo ``name_server``."""
    for name in ("PREFECT_API_URL", "PREFECT_API_AUTH_STRING"):
        os.environ.pop(name, None)


def guard_server(password: str, port: int) -> dict[str, str]:
    """What a server of ours is started with: it answers who sends the password, and lets no
    page of the web ask but its own UI's, under either name of this machine."""
    return {
        "PREFECT_SERVER_API_AUTH_STRING": password,
        "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS": (
            os.environ.get("PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS")
            or f"http://127.0.0.1:{port},http://localhost:{port}"
        ),
    }
