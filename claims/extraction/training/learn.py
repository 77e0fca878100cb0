"""Training: batches, losses, one loop. Seeds fix the order of everything random."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from claims.extraction.model.decode import Outputs
from claims.extraction.model.shape import LABELS, LINK_SIZE, LINKS
from claims.extraction.training.arrays import Example, Hook
from claims.extraction.training.network import Network

MASK_ID = 103
"""``[MASK]`` in BERT's vocabulary."""
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
    ids: Tensor
    features: Tensor
    mask: Tensor
    wanted: Tensor
    open: Tensor
    more: Tensor
    hooks: list[tuple[int, Hook]]


def collate(examples: Sequence[Example], device: torch.device) -> Batch:
    """Pad ``examples`` to the longest and put them on ``device``."""
    longest = max(len(e.window.ids) for e in examples)

    def pad(rows: list[np.ndarray], kind: torch.dtype) -> Tensor:
        out = torch.zeros((len(rows), longest, *rows[0].shape[1:]), dtype=kind)
        for i, row in enumerate(rows):
            out[i, : len(row)] = torch.from_numpy(row)
        return out.to(device)

    return Batch(
        ids=pad([e.window.ids for e in examples], torch.long),
        features=pad([e.window.features for e in examples], torch.long),
        mask=pad([np.ones(len(e.window.ids), np.int64) for e in examples], torch.long),
        wanted=pad([e.wanted for e in examples], torch.float32),
        open=pad([e.open for e in examples], torch.float32),
        more=pad([e.more for e in examples], torch.float32),
        hooks=[(i, hook) for i, e in enumerate(examples) for hook in e.hooks],
    )


def train(
    network: Network,
    examples: Sequence[Example],
    plan: Plan,
    device: torch.device,
    tell: Callable[[str], None] = print,
) -> Network:
    """Train ``network`` in place; the learning rate warms up, then falls linearly to 0."""
    random.seed(plan.seed)
    torch.manual_seed(plan.seed)
    network.to(device).train()
    body = [p for n, p in network.named_parameters() if n.startswith("encoder")]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=plan.decay)
    per_epoch = (len(examples) + plan.batch - 1) // plan.batch
    total = per_epoch * plan.epochs
    warm = max(1, int(total * plan.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (total - s) / max(1, total - warm)))
    )
    began = time.monotonic()
    for epoch in range(plan.epochs):
        sums: dict[str, float] = {}
        for chosen in _shuffled(examples, plan.batch):
            batch = collate(chosen, device)
            with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
                outputs = network(_hide(batch, plan.masked), batch.features, batch.mask)
            losses = loss_terms(network, [o.float() for o in outputs], batch)
            loss = torch.stack(list(losses.values())).sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, term in losses.items():
                sums[name] = sums.get(name, 0.0) + float(term.detach()) / per_epoch
        shown = " ".join(f"{k} {v:.3f}" for k, v in sums.items())
        tell(f"epoch {epoch + 1}/{plan.epochs} {time.monotonic() - began:.0f} s: {shown}")
    return network.eval()


def _shuffled(examples: Sequence[Example], size: int) -> list[list[Example]]:
    order = list(examples)
    random.shuffle(order)
    return [order[i : i + size] for i in range(0, len(order), size)]


def _hide(batch: Batch, share: float) -> Tensor:
    if share <= 0:
        return batch.ids
    hidden = torch.rand(batch.ids.shape, device=batch.ids.device) < share
    special = (batch.ids == 101) | (batch.ids == 102) | (batch.ids == 0)
    return torch.where(hidden & ~special, torch.full_like(batch.ids, MASK_ID), batch.ids)


def loss_terms(network: Network, outputs: list[Tensor], batch: Batch) -> dict[str, Tensor]:
    """The losses by name, each a scalar on the scale of one per stance."""
    labels, asks, answers, topics = outputs
    bce = nn.functional.binary_cross_entropy_with_logits
    cells = bce(labels[..., :LABELS], batch.wanted, reduction="none") * batch.open
    terms = {"label": cells.sum() / (8.0 * len(batch.ids))}
    hit = (batch.wanted > 0) & (batch.open > 0)
    if bool(hit.any()):
        terms["more"] = 0.3 * bce(labels[..., LABELS : 2 * LABELS][hit], batch.more[hit])
    if batch.hooks:
        terms |= _link_losses(network, labels, asks, answers, topics, batch)
    return terms


def _link_losses(
    network: Network, labels: Tensor, asks: Tensor, answers: Tensor, topics: Tensor, batch: Batch
) -> dict[str, Tensor]:
    device = labels.device
    rows = torch.tensor([i for i, _ in batch.hooks], device=device)
    spots = torch.tensor([h.at for _, h in batch.hooks], device=device)
    kinds = torch.tensor([h.label for _, h in batch.hooks], device=device)
    weight = torch.tensor([h.weight for _, h in batch.hooks], device=device)
    count, length = len(batch.hooks), labels.shape[1]
    ask = (asks[rows, spots] + network.by_label(kinds)).view(count, len(LINKS), LINK_SIZE)
    answer = answers.view(len(labels), length, len(LINKS), LINK_SIZE)[rows]
    scores = torch.einsum("nkd,nlkd->nkl", ask, answer) / LINK_SIZE**0.5
    scores = scores.masked_fill(batch.mask[rows][:, None, :] == 0, -10000.0)
    terms = {}
    for name in _POINTERS:
        terms[name] = _point(scores[:, LINKS.index(name)], name, batch, weight)
    scope = torch.zeros((count, length), device=device)
    wanted = torch.zeros((count, length), device=device)
    for n, (_, hook) in enumerate(batch.hooks):
        scope[n, hook.scope] = 1.0 if hook.content else 0.0
        wanted[n, hook.content] = 1.0
    content = scores[:, LINKS.index("content")]
    cells = nn.functional.binary_cross_entropy_with_logits(content, wanted, reduction="none")
    share = (cells * scope).sum(1) / scope.sum(1).clamp(min=1)
    terms["content"] = (share * weight).sum() / weight.sum()
    anonymous = torch.tensor([float(h.anonymous) for _, h in batch.hooks], device=device)
    terms["anonymous"] = 0.2 * nn.functional.binary_cross_entropy_with_logits(
        labels[rows, spots, 2 * LABELS], anonymous
    )
    terms["topic"] = _topic_loss(network, topics[rows], content, scope, batch, rows)
    return terms


def _point(scores: Tensor, name: str, batch: Batch, weight: Tensor) -> Tensor:
    """Minus the log of the summed probability of every right piece (marginal likelihood)."""
    right = torch.zeros_like(scores, dtype=torch.bool)
    for n, (_, hook) in enumerate(batch.hooks):
        right[n, getattr(hook, name)] = True
    counts = right.any(1) & torch.tensor(
        [not (name.startswith(("party", "speaker")) and 5 <= h.label < 10) for _, h in batch.hooks],
        device=scores.device,
    )
    if not bool(counts.any()):
        return scores.sum() * 0.0
    chance = scores.log_softmax(-1).masked_fill(~right, -10000.0).logsumexp(-1)
    scale = 0.25 if name.startswith(("start", "end", "speaker")) else 0.5
    kept = weight * counts
    return -scale * (chance * kept).sum() / kept.sum()


def _topic_loss(
    network: Network, topics: Tensor, content: Tensor, scope: Tensor, batch: Batch, rows: Tensor
) -> Tensor:
    share = (content.detach().sigmoid() + 1e-3) * scope
    vector = nn.functional.normalize((topics * share[..., None]).sum(1) + 1e-6, dim=-1)
    same = torch.tensor(
        [[a.claim == b.claim for _, b in batch.hooks] for _, a in batch.hooks],
        device=topics.device, dtype=torch.float32,
    )  # fmt: skip
    documents = [h.claim.rsplit("/", 1)[0] for _, h in batch.hooks]
    pairs = torch.tensor(
        [[a == b and i < j for j, b in enumerate(documents)] for i, a in enumerate(documents)],
        device=topics.device,
    )
    if not bool(pairs.any()):
        return topics.sum() * 0.0
    logits = (vector @ vector.T) * network.scale[0] + network.scale[1]
    return 0.5 * nn.functional.binary_cross_entropy_with_logits(logits[pairs], same[pairs])


@torch.no_grad()
def predict(
    network: Network, examples: Sequence[Example], device: torch.device, size: int = 32
) -> list[Outputs]:
    """The network's outputs for each example, in order, without padding."""
    network.to(device).eval()
    found = []
    for at in range(0, len(examples), size):
        chosen = examples[at : at + size]
        batch = collate(chosen, device)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            outputs = network(batch.ids, batch.features, batch.mask)
        parts = [o.float().cpu().numpy() for o in outputs]
        for i, example in enumerate(chosen):
            size_of = len(example.window.ids)
            found.append(Outputs(*(part[i, :size_of] for part in parts)))
    return found
