"""How the first person gets in: a log-in link on the machine itself, as Jupyter prints it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from ipaddress import ip_address

from claims import views
from claims.settings import Settings
from claims.store import Store
from flows.commands.access import make_login_link


def offer_login(store: Store, settings: Settings, say: Callable[[str], None]) -> None:
    """Say how to log in: by a link where nobody has a token yet and only this machine listens."""
    address = f"http://{settings.listen_host}:{settings.listen_port}/login"
    if views.has_token(store):
        say(f"pages: log in with a token at {address}")
    elif is_loopback(settings.listen_host):
        link = make_login_link(store, settings, settings.by or getpass.getuser())
        say(f"pages: log in by this link, once, within the hour: {link}")
        say("later ones: onrecord tokens link, or a token by onrecord tokens create")
    else:
        say(f"pages: {address}. Nobody has a token yet: onrecord tokens create makes one")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
