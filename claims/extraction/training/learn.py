"""Training: batches, losses, one loop. Seeds fix the order of everything random."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from claims.extraction.model.network.hooks import Hook as ReadHook
from claims.extraction.model.network.shape import (
    ANONYMOUS,
    CENTRAL,
    LABELS,
    LINK_SIZE,
    LINKS,
    VALUES,
)
from claims.extraction.model.network.windows import Window
from claims.extraction.training.arrays import Example, Hook
from claims.extraction.training.batches import rate_share, shuffle_batches
from claims.extraction.training.network import Network
from claims.extraction.training.telling import (
    Wordings,
    collate_wordings,
    describe_parts,
    wording_loss,
)

MASK_ID = 103
"""``[MASK]`` in BERT's vocabulary."""
_CONTESTED = torch.tensor(
    [float(i % len(VALUES) != VALUES.index("alleges")) for i in range(LABELS)]
)
_POINTERS = ("start", "end", "party_start", "party_end", "speaker_start", "speaker_end")


@dataclass(frozen=True)
class Plan:
    """How to train. ``masked`` is the share of pieces hidden at random in each batch."""

    epochs: int
    batch: int
    rate: float
    head_rate: float
    seed: int
    masked: float = 0.06
    warmup: float = 0.1
    decay: float = 0.01


@dataclass(frozen=True)
class Batch:
    """B windows of L pieces and their N hooks, all tensors on the device.

    Only the links come back from it, a batch at a time: what the writer is told of each piece is
    made of them.
    """

    ids: Tensor
    features: Tensor
    mask: Tensor
    wanted: Tensor
    open: Tensor
    more: Tensor
    row: Tensor
    at: Tensor
    label: Tensor
    weight: Tensor
    anonymous: Tensor
    central: Tensor
    linked: Tensor
    right: Tensor
    """(pointers, N, L): right pieces of each pointer."""
    scope: Tensor
    content: Tensor
    same: Tensor
    pairs: Tensor
    windows: Sequence[Window]
    hooks: Sequence[tuple[int, Hook]]
    """Each beside the number of its window."""
    wording: Wordings | None


def collate(examples: Sequence[Example], device: torch.device) -> Batch:
    """Pad ``examples`` to the longest and put them on ``device``."""
    longest = max(len(e.window.ids) for e in examples)

    def pad(rows: list[NDArray[Any]], kind: torch.dtype) -> Tensor:
        out = torch.zeros((len(rows), longest, *rows[0].shape[1:]), dtype=kind)
        for i, row in enumerate(rows):
            out[i, : len(row)] = torch.from_numpy(row)
        return out.to(device, non_blocking=True)

    hooks = [(i, hook) for i, e in enumerate(examples) for hook in e.hooks]
    wordings = collate_wordings([e.window for e in examples], hooks)
    return Batch(
        ids=pad([e.window.ids for e in examples], torch.long),
        features=pad([e.window.features for e in examples], torch.long),
        mask=pad([np.ones(len(e.window.ids), np.int64) for e in examples], torch.long),
        wanted=pad([e.wanted for e in examples], torch.float32),
        open=pad([e.open for e in examples], torch.float32),
        more=pad([e.more for e in examples], torch.float32),
        **{k: v.to(device, non_blocking=True) for k, v in _hook_tensors(hooks, longest).items()},
        windows=[e.window for e in examples],
        hooks=hooks,
        wording=None if wordings is None else wordings.to(device),
    )


def _hook_tensors(hooks: list[tuple[int, Hook]], length: int) -> dict[str, Tensor]:
    right = np.zeros((len(_POINTERS), len(hooks), length), np.bool_)
    scope = np.zeros((len(hooks), length), np.float32)
    content = np.zeros((len(hooks), length), np.float32)
    for n, (_, hook) in enumerate(hooks):
        nameless = 5 <= hook.label < 10
        for k, name in enumerate(_POINTERS):
            if not (nameless and name.startswith(("party", "speaker"))):
                right[k, n, getattr(hook, name)] = True
        if hook.content:
            scope[n, hook.scope] = 1.0
            content[n, hook.content] = 1.0
    claims = np.array([hook.claim for _, hook in hooks])
    documents = np.array([hook.claim.rsplit("/", 1)[0] for _, hook in hooks])
    linked = np.array([hook.linked for _, hook in hooks], np.bool_)
    pairs = np.triu(documents[:, None] == documents[None, :], 1) & linked[:, None]
    return {
        "row": torch.tensor([i for i, _ in hooks], dtype=torch.long),
        "at": torch.tensor([h.at for _, h in hooks], dtype=torch.long),
        "label": torch.tensor([h.label for _, h in hooks], dtype=torch.long),
        "weight": torch.tensor([h.weight for _, h in hooks], dtype=torch.float32),
        "anonymous": torch.tensor([float(h.anonymous) for _, h in hooks]),
        "central": torch.tensor([float(h.central) for _, h in hooks]),
        "linked": torch.from_numpy(linked.astype(np.float32)),
        "right": torch.from_numpy(right),
        "scope": torch.from_numpy(scope),
        "content": torch.from_numpy(content),
        "same": torch.from_numpy((claims[:, None] == claims[None, :]).astype(np.float32)),
        "pairs": torch.from_numpy(pairs.astype(np.float32)),
    }


def train(
    network: Network,
    examples: Sequence[Example],
    plan: Plan,
    device: torch.device,
    tell: Callable[[str], None] = print,
) -> Network:
    """Train ``network`` in place; the learning rate warms up, then falls linearly to 0."""
    dice = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    network.to(device).train()
    network.encoder.words.requires_grad_(False)  # few articles: rare words keep their place
    trained = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    body = [p for n, p in trained if n.startswith("encoder")]
    heads = [p for n, p in trained if not n.startswith("encoder")]
    groups = [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=plan.decay)
    per_epoch = len(_batches(examples, plan.batch, dice))
    total = per_epoch * plan.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: rate_share(s, total, plan.warmup)
    )
    began = time.monotonic()
    for epoch in range(plan.epochs):
        sums: dict[str, Tensor] = {}
        for chosen in _batches(examples, plan.batch, dice):
            batch = collate(chosen, device)
            with torch.autocast(device.type, torch.bfloat16):
                outputs = network(_hide(batch, plan.masked), batch.features, batch.mask)
            losses = loss_terms(network, [o.float() for o in outputs], batch)
            loss = torch.stack(list(losses.values())).sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, term in losses.items():
                sums[name] = sums.get(name, torch.zeros_like(term)) + term.detach() / per_epoch
        shown = " ".join(f"{k} {float(v):.3f}" for k, v in sums.items())
        tell(f"epoch {epoch + 1}/{plan.epochs} {time.monotonic() - began:.0f} s: {shown}")
    network.eval()
    return network


def _batches(examples: Sequence[Example], size: int, dice: random.Random) -> list[list[Example]]:
    return shuffle_batches(examples, size, lambda example: len(example.window.ids), dice)


def _hide(batch: Batch, share: float) -> Tensor:
    if share <= 0:
        return batch.ids
    hidden = torch.rand(batch.ids.shape, device=batch.ids.device) < share
    special = (batch.ids == 101) | (batch.ids == 102) | (batch.ids == 0)
    return torch.where(hidden & ~special, torch.full_like(batch.ids, MASK_ID), batch.ids)


def loss_terms(network: Network, outputs: list[Tensor], batch: Batch) -> dict[str, Tensor]:
    """The losses by name, each a scalar on the scale of one per stance."""
    labels, asks, answers, topics, hidden = outputs
    # stances on what others put forward are rare, and matter most: theirs count double
    share = batch.open * (1.0 + batch.wanted * _CONTESTED.to(labels.device))
    cells = _bce(labels[..., :LABELS], batch.wanted, share)
    terms = {"label": cells.sum() / (8.0 * len(batch.ids))}
    hit = (batch.wanted > 0) * batch.open
    more = _bce(labels[..., LABELS : 2 * LABELS], batch.more, hit)
    terms["more"] = 0.3 * more.sum() / hit.sum().clamp(min=1)
    if len(batch.row):
        linked, scores = _link_losses(network, labels, asks, answers, topics, batch)
        terms |= linked
        if batch.wording is not None:
            found = _bearings(batch, batch.wording, scores.detach().cpu().numpy())
            loss = wording_loss(network.writer, batch.wording, found, hidden)
            terms["wording"] = loss / batch.wording.total
    return terms


def _bce(logits: Tensor, wanted: Tensor, share: Tensor) -> Tensor:
    raw = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return raw * share


def _link_losses(
    network: Network, labels: Tensor, asks: Tensor, answers: Tensor, topics: Tensor, batch: Batch
) -> tuple[dict[str, Tensor], Tensor]:
    """The links' losses by name, and each hook's scores of every link, (N, len(LINKS), L)."""
    count, length = len(batch.row), labels.shape[1]
    ask = asks[batch.row, batch.at] + network.by_label(batch.label)
    ask = ask.view(count, len(LINKS), LINK_SIZE)
    answer = answers.view(len(labels), length, len(LINKS), LINK_SIZE)[batch.row]
    scores = torch.einsum("nkd,nlkd->nkl", ask, answer) / LINK_SIZE**0.5
    scores = scores.masked_fill(batch.mask[batch.row][:, None, :] == 0, -10000.0)
    terms = {
        name: _point(scores[:, LINKS.index(name)], batch.right[k], batch.weight, name)
        for k, name in enumerate(_POINTERS)
    }
    content = scores[:, LINKS.index("content")]
    cells = _bce(content, batch.content, batch.scope).sum(1)
    share = cells / batch.scope.sum(1).clamp(min=1)
    terms["content"] = (share * batch.weight).sum() / batch.weight.sum()
    anonymous = _bce(labels[batch.row, batch.at, ANONYMOUS], batch.anonymous, batch.weight)
    terms["anonymous"] = 0.2 * anonymous.sum() / batch.weight.sum()
    judged = batch.weight * batch.linked
    central = _bce(labels[batch.row, batch.at, CENTRAL], batch.central, judged)
    terms["central"] = 0.2 * central.sum() / judged.sum().clamp(min=1)
    terms["topic"] = _topic_loss(network, topics[batch.row], content, batch)
    return terms, scores


def _bearings(batch: Batch, told: Wordings, scores: NDArray[np.float32]) -> list[Tensor]:
    """By part of ``told`` its sentences' bearings, by the network's own links."""

    def read(number: int) -> ReadHook:
        row, hook = batch.hooks[number]
        links = scores[number, :, : len(batch.windows[row].ids)]
        return hook.with_links(dict(zip(LINKS, links, strict=True)))

    device = batch.ids.device
    parts = describe_parts(batch.windows, told, read)
    return [part.to(device, non_blocking=True) for part in parts]


def _point(scores: Tensor, right: Tensor, weight: Tensor, name: str) -> Tensor:
    """Minus the log of the summed probability of every right piece (marginal likelihood)."""
    kept = weight * right.any(1)
    chance = scores.log_softmax(-1).masked_fill(~right, -10000.0).logsumexp(-1)
    chance = torch.where(kept > 0, chance, torch.zeros_like(chance))
    scale = 0.5 if name.startswith("party") else 0.25
    return -scale * (chance * kept).sum() / kept.sum().clamp(min=1e-3)


def _topic_loss(network: Network, topics: Tensor, content: Tensor, batch: Batch) -> Tensor:
    share = (content.detach().sigmoid() + 1e-3) * batch.scope
    vector = nn.functional.normalize((topics * share[..., None]).sum(1) + 1e-6, dim=-1)
    logits = (vector @ vector.T) * network.scale[0] + network.scale[1]
    cells = _bce(logits, batch.same, batch.pairs)
    return 0.5 * cells.sum() / batch.pairs.sum().clamp(min=1)
