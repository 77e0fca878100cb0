"""Signed checkpoints: what a ledger said at one moment, kept where its keeper cannot reach.

Triggers do not stop the database's owner, and a ledger cut short still looks
whole. A checkpoint is the number and hash of the last entry, signed with
Ed25519 (RFC 8032); the file, one JSON line a checkpoint, belongs on another
machine. A record that contradicts one of them was tampered with.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from sqlalchemy import select

from claims.keys import make_private, others_may_use
from claims.model import utcnow
from claims.store.columns import canonical_json
from claims.store.errors import StoreError
from claims.store.ledger import LEDGER
from claims.store.session import Store

FORMAT = "onrecord-checkpoint/1"


class CheckpointError(StoreError):
    """A key or a checkpoint file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The ledger's last entry at one moment, signed."""

    seq: int
    entry_sha256: str
    at: str
    """ISO time of signing, UTC."""
    signature: str
    """Ed25519 over the canonical JSON of ``format, seq, entry_sha256, at``; base64."""
    format: str = FORMAT

    def signed_bytes(self) -> bytes:
        """What the signature covers."""
        fields = asdict(self)
        del fields["signature"]
        return canonical_json(fields).encode()


@dataclass(frozen=True, slots=True)
class CheckpointReport:
    """What a comparison with checkpoints found."""

    ok: bool
    checked: int
    """Checkpoints that the record bears out."""
    what: str = ""
    """The first contradiction, one sentence; empty where there is none."""


def default_key_path(store: Store) -> Path:
    """The private key under the store's home."""
    return store.home / "keys" / "ledger.pem"


def load_key(path: Path) -> Ed25519PrivateKey:
    """The signing key; made on first use, readable by its owner only (0600).

    The public key is written beside it with the ending ``.pub``. CheckpointError
    where others may read the private key, or the file holds no Ed25519 key.
    """
    if not path.exists():
        _make_key(path)
    if others_may_use(path):
        raise CheckpointError(f"others may read the private key {path}: run chmod 600 {path}")
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except ValueError as error:
        raise CheckpointError(f"{path} holds no private key in PEM form: {error}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CheckpointError(f"{path} holds a key that is not Ed25519: give another file")
    return key


def load_public_key(path: Path) -> Ed25519PublicKey:
    """The public key that ``load_key`` wrote. CheckpointError for anything else."""
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CheckpointError(f"{path} holds no public key in PEM form: {error}") from error
    if not isinstance(key, Ed25519PublicKey):
        raise CheckpointError(f"{path} holds a key that is not Ed25519: give another file")
    return key


def write_checkpoint(store: Store, target: Path, key_path: Path | None = None) -> Checkpoint:
    """Sign the ledger's last entry and append it to ``target``, a file kept elsewhere.

    CheckpointError for an empty ledger.
    """
    key = load_key(key_path or default_key_path(store))
    with store.read() as session:
        last = session.execute(
            select(LEDGER.c.seq, LEDGER.c.entry_sha256).order_by(LEDGER.c.seq.desc()).limit(1)
        ).first()
    if last is None:
        raise CheckpointError("the ledger is empty: there is nothing to sign yet")
    unsigned = Checkpoint(last.seq, last.entry_sha256, _format(utcnow()), signature="")
    signature = base64.b64encode(key.sign(unsigned.signed_bytes())).decode()
    checkpoint = Checkpoint(last.seq, last.entry_sha256, unsigned.at, signature)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("a", encoding="utf-8") as file:
        file.write(canonical_json(asdict(checkpoint)) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return checkpoint


def read_checkpoints(path: Path) -> list[Checkpoint]:
    """The checkpoints of a file. CheckpointError names a line that is none."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields: Mapping[str, Any] = json.loads(line)
            checkpoint = Checkpoint(**fields)
        except (TypeError, ValueError) as error:
            raise CheckpointError(f"{path}, line {number} is no checkpoint: {error}") from error
        if checkpoint.format != FORMAT:
            raise CheckpointError(
                f"{path}, line {number} has the format {checkpoint.format!r}, not {FORMAT!r}"
            )
        found.append(checkpoint)
    return found


def verify_checkpoints(
    store: Store, checkpoints: Iterable[Checkpoint], public_key: Ed25519PublicKey
) -> CheckpointReport:
    """Compare the ledger with its checkpoints; first run ``verify_ledger``.

    Finds what the ledger alone cannot show: entries cut off its end, and a
    ledger written anew from some entry on.
    """
    checked = 0
    with store.read() as session:
        for checkpoint in sorted(checkpoints, key=lambda one: one.seq):
            held = session.execute(
                select(LEDGER.c.entry_sha256).where(LEDGER.c.seq == checkpoint.seq)
            ).scalar()
            what = _contradict(checkpoint, held, public_key)
            if what:
                return CheckpointReport(ok=False, checked=checked, what=what)
            checked += 1
    return CheckpointReport(ok=True, checked=checked)


def _contradict(checkpoint: Checkpoint, held: str | None, public_key: Ed25519PublicKey) -> str:
    told = f"the checkpoint of {checkpoint.at} over entry {checkpoint.seq}"
    try:
        public_key.verify(
            base64.b64decode(checkpoint.signature, validate=True), checkpoint.signed_bytes()
        )
    except (InvalidSignature, ValueError):
        return f"{told} is not signed with this key, or was changed"
    if held is None:
        return f"{told} is signed, and the ledger ends before that entry: its tail was cut off"
    if held != checkpoint.entry_sha256:
        return f"{told} is signed, and the ledger has another entry there: it was written anew"
    return ""


def _make_key(path: Path) -> None:
    """Make a key pair. Two processes at once end up with one."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    if not make_private(path, private):
        return
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    path.with_suffix(".pub").write_bytes(public)


def _format(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
