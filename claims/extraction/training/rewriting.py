"""Train the writer anew over the trained encoder's 8-bit states, as the package runs it.

First by what people wrote, step by step. Then by what it writes itself: of several sentences
drawn for a stance, those that agree better with what people wrote than the others do are made
likelier (self-critical training, Rennie and others 2017, each sentence held against the mean of
the others), beside the right steps, so that sentences stay sentences.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from claims.extraction.model.network.bearings import describe_bearings
from claims.extraction.model.network.decode import ask_links
from claims.extraction.model.network.hooks import Hook as ReadHook
from claims.extraction.model.network.reader import Encoder
from claims.extraction.model.network.shape import END, START
from claims.extraction.model.network.windows import Window
from claims.extraction.model.network.writing import (
    LEAST_STEPS,
    MOST_STEPS,
    SHUT,
    begun_cells,
    closed_pieces,
    inner_pieces,
    keep_whole,
    spell,
)
from claims.extraction.training.arrays import Hook, build_examples
from claims.extraction.training.batches import rate_share, shuffle_batches
from claims.extraction.training.copying import Step
from claims.extraction.training.records import Record
from claims.extraction.training.telling import collate_wordings, describe_parts, wording_loss
from claims.extraction.training.tellings import rate_sentence
from claims.extraction.training.writer import Writer, WriterStart, WriterStep

MOST_DRAWN = 16
"""Sentences are drawn for windows of so many stances at most."""


@dataclass(frozen=True)
class Pace:
    """How fast: windows in a batch, learning rate and weight decay, share of steps to warm up."""

    batch: int
    rate: float
    decay: float
    warmup: float


@dataclass(frozen=True)
class WriterPlan:
    """How to train: ``epochs`` by right steps, then ``rounds`` by what the writer writes.

    ``drop`` and ``blur`` are dropout inside the writer and of the encoder's states, ``drawn``
    the sentences drawn for a stance, ``steady`` what right steps count beside them.
    """

    seed: int = 1
    epochs: int = 5
    by_steps: Pace = Pace(batch=8, rate=1e-3, decay=0.05, warmup=0.05)
    rounds: int = 1
    by_own: Pace = Pace(batch=6, rate=1.5e-4, decay=0.01, warmup=0.1)
    drop: float = 0.25
    blur: float = 0.2
    drawn: int = 5
    steady: float = 0.5


@dataclass(frozen=True)
class Sheet:
    """One window with the stances whose claims are to be written, as the encoder reads it."""

    text: str
    window: Window
    hidden: NDArray[np.float16]
    hooks: Sequence[Hook]
    links: Sequence[ReadHook]
    claims: Sequence[str]
    """By hook the sentence that people wrote."""


def read_sheets(encoder: Encoder, records: Sequence[Record]) -> list[Sheet]:
    """The windows of the records that hold sentences to be written."""
    return [sheet for record in records for sheet in _read_sheets(encoder, record)]


def _read_sheets(encoder: Encoder, record: Record) -> Iterator[Sheet]:
    for example in build_examples(record, encoder.tokenizer):
        hooks = [hook for hook in example.hooks if hook.steps]
        if not hooks:
            continue
        outputs, by_label = encoder.run(example.window)
        asked = ask_links(outputs, by_label, [(hook.at, hook.label) for hook in hooks])
        yield Sheet(
            record.text, example.window, outputs.hidden.astype(np.float16), hooks,
            [hook.with_links(links) for hook, links in zip(hooks, asked, strict=True)],
            [record.claims[hook.claim.rsplit("/", 1)[1]] for hook in hooks],
        )  # fmt: skip


def train_writer(
    sheets: Sequence[Sheet], plan: WriterPlan, tell: Callable[[str], None] = print
) -> Writer:
    """A new writer; the same for the same sheets, plan and number of threads."""
    torch.manual_seed(plan.seed)
    dice = random.Random(plan.seed)
    writer = Writer(plan.drop)
    _learn_steps(writer, sheets, plan, dice, tell)
    _learn_from_own(writer, sheets, plan, dice, tell)
    writer.eval()
    return writer


def _learn_steps(
    writer: Writer,
    sheets: Sequence[Sheet],
    plan: WriterPlan,
    dice: random.Random,
    tell: Callable[[str], None],
) -> None:
    step = _stepper(writer, plan.by_steps, plan.epochs, len(sheets))
    began = time.monotonic()
    writer.train()
    for epoch in range(plan.epochs):
        losses = []
        for batch in _batches(sheets, plan.by_steps.batch, dice):
            loss = _right_steps(writer, batch, plan.blur)
            step(loss)
            losses.append(float(loss.detach()))
        spent = time.monotonic() - began
        tell(f"writer, epoch {epoch + 1}/{plan.epochs} {spent:.0f} s: {np.mean(losses):.3f} a step")


def _learn_from_own(
    writer: Writer,
    sheets: Sequence[Sheet],
    plan: WriterPlan,
    dice: random.Random,
    tell: Callable[[str], None],
) -> None:
    sheets = [sheet for sheet in sheets if len(sheet.hooks) <= MOST_DRAWN]
    step = _stepper(writer, plan.by_own, plan.rounds, len(sheets))
    began = time.monotonic()
    for number in range(plan.rounds):
        worth = []
        for batch in _batches(sheets, plan.by_own.batch, dice):
            writer.eval()
            drawn = [draw(writer, sheet, plan.drawn) for sheet in batch]
            worth += [one.worth for each in drawn for one in each]
            own = [
                _as_sheet(sheet, each, plan.drawn) for sheet, each in zip(batch, drawn, strict=True)
            ]
            loss = _sum_losses(writer, [sheet for sheet in own if sheet.hooks], 0.0)[0]
            loss = loss / sum(len(each) for each in drawn)
            writer.train()
            step(loss + plan.steady * _right_steps(writer, batch, plan.blur))
        spent = time.monotonic() - began
        tell(f"writer, round {number + 1}/{plan.rounds} {spent:.0f} s: {np.mean(worth):.3f} worth")


def _stepper(writer: Writer, pace: Pace, times: int, sheets: int) -> Callable[[Tensor], None]:
    """What takes one step down a loss; its rate goes through ``times`` over so many sheets."""
    total = times * -(-sheets // pace.batch)
    optimizer = torch.optim.AdamW(writer.parameters(), pace.rate, weight_decay=pace.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: rate_share(s, total, pace.warmup)
    )

    def step(loss: Tensor) -> None:
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(writer.parameters(), 1.0)
        optimizer.step()
        schedule.step()

    return step


def _right_steps(writer: Writer, sheets: Sequence[Sheet], blur: float) -> Tensor:
    loss, total = _sum_losses(writer, sheets, blur)
    return loss / total


def _sum_losses(writer: Writer, sheets: Sequence[Sheet], blur: float) -> tuple[Tensor, Tensor]:
    """(``wording_loss`` of the sheets' sentences, how many steps they have by weight)."""
    hooks = [(row, hook) for row, sheet in enumerate(sheets) for hook in sheet.hooks]
    windows = [sheet.window for sheet in sheets]
    told = collate_wordings(windows, hooks)
    if told is None:
        return torch.zeros(()), torch.ones(())
    links = [link for sheet in sheets for link in sheet.links]
    found = describe_parts(windows, told, links.__getitem__)
    longest = max(len(window.ids) for window in windows)
    hidden = torch.zeros(len(sheets), longest, sheets[0].hidden.shape[1])
    for row, sheet in enumerate(sheets):
        hidden[row, : len(sheet.hidden)] = torch.from_numpy(sheet.hidden.astype(np.float32))
    hidden = nn.functional.dropout(hidden, blur, training=blur > 0)
    return wording_loss(writer, told, found, hidden), told.total


def _batches(sheets: Sequence[Sheet], size: int, dice: random.Random) -> list[list[Sheet]]:
    return shuffle_batches(sheets, size, lambda sheet: len(sheet.window.ids), dice)


@dataclass(frozen=True)
class Drawn:
    """A sentence that the writer drew: the cells it chose, the end last, and its worth."""

    cells: Sequence[int]
    worth: float


@torch.no_grad()  # type: ignore[untyped-decorator]
def draw(writer: Writer, sheet: Sheet, times: int) -> list[Drawn]:
    """``times`` sentences for each hook of ``sheet``, those of a hook one after another."""
    size = len(sheet.window.ids)
    inner = inner_pieces(sheet.text, sheet.window)
    goes_on = begun_cells(inner)
    owner = torch.arange(len(sheet.hooks)).repeat_interleave(times)
    state, hook, *laid = WriterStart(writer)(
        torch.from_numpy(sheet.hidden.astype(np.float32)),
        torch.tensor([each.at for each in sheet.hooks]),
        torch.tensor([each.label for each in sheet.hooks]),
    )
    bearings = torch.from_numpy(describe_bearings(sheet.window, sheet.links))
    closed = torch.from_numpy(closed_pieces(sheet.window))
    step = WriterStep(writer)
    state, last = state[owner], torch.full((len(owner),), size + START)
    written, barred = torch.zeros(len(owner), size), torch.from_numpy(inner).repeat(len(owner), 1)
    cells: list[list[int]] = [[] for _ in owner]
    rows = torch.arange(len(owner))
    for _ in range(MOST_STEPS):
        scores, state = step(
            state, last, written, hook[owner[rows]], bearings[owner[rows]], closed, *laid
        )
        scores[:, :size].masked_fill_(barred, SHUT)
        keep_whole(scores.numpy(), last.numpy(), goes_on)
        last = torch.multinomial(scores.softmax(-1), 1)[:, 0]
        for row, cell in zip(rows.tolist(), last.tolist(), strict=True):
            cells[row].append(cell)
        open_ = last != size + END
        if not open_.any():
            break
        rows, last, state = rows[open_], last[open_], state[open_]
        written, barred = written[open_], barred[open_]
        copied = (last < size).nonzero()[:, 0]
        written[copied, last[copied]] = 1.0
        barred[copied, last[copied]] = True
    return [
        Drawn(each, _worth(sheet, each, sheet.claims[number // times]))
        for number, each in enumerate(cells)
    ]


def _worth(sheet: Sheet, cells: Sequence[int], claim: str) -> float:
    size = len(sheet.window.ids)
    if cells[-1] != size + END or len(cells) < LEAST_STEPS:
        return 0.0
    steps = [cell if cell < size else size - 1 - cell for cell in cells]
    return rate_sentence(spell(sheet.text, sheet.window, steps), claim)


def _as_sheet(sheet: Sheet, drawn: Sequence[Drawn], times: int) -> Sheet:
    """The drawn sentences as if they were to be written, by how much better than the others of
    the same stance each is."""
    size = len(sheet.window.ids)
    hooks, links = [], []
    for number, one in enumerate(drawn):
        at = number // times
        others = [each.worth for each in drawn[at * times : (at + 1) * times]]
        ahead = (one.worth * times - sum(others)) / (times - 1) * sheet.hooks[at].weight
        if ahead:
            steps = [
                Step(cell, -1, (cell,)) if cell < size else Step(-1, cell - size, ())
                for cell in one.cells
            ]
            hooks.append(replace(sheet.hooks[at], weight=ahead, steps=steps))
            links.append(sheet.links[at])
    return replace(sheet, hooks=hooks, links=links)
