"""The assets of others lie in the package as published."""

import hashlib
import re
from importlib.resources import files

VENDOR = files("claims.web").joinpath("static", "vendor")


def test_every_asset_has_the_digest_that_the_list_gives() -> None:
    listed = dict(re.findall(r"^\| `([^`]+)` .*`([0-9a-f]{64})` \|$", _list(), re.M))
    held = {
        asset.name: hashlib.sha256(asset.read_bytes()).hexdigest()
        for asset in VENDOR.iterdir()
        if asset.name.endswith((".js", ".css"))
    }
    assert held
    assert held == listed


def test_every_licence_that_the_list_names_is_there() -> None:
    named = set(re.findall(r"`((?:LICENSE|NOTICE)\.\w+)`", _list()))
    assert named == {f.name for f in VENDOR.iterdir() if f.name.startswith(("LICENSE", "NOTICE"))}


def _list() -> str:
    return VENDOR.joinpath("README.md").read_text("utf-8")
