"""One loop for every training: rates, progress, and a checkpoint to go on from."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.encoder.batches import NOTHING, Batch, Example, batch_of, batches
from training.encoder.network import Encoder

SEED = 0
BODY_RATE, HEAD_TIMES = 7e-5, 10
"""The rate of what was published, and how much faster that learns which begins from nothing."""
WARM_UP = 0.06
"""The share of all steps in which the rates rise."""
SENTENCE_WEIGHT, NAMES_WEIGHT = 3.0, 1.0
SAVE_EVERY = 100
"""Steps between checkpoints."""

Maker = Callable[[np.random.Generator], Sequence[Example]]
"""The examples of one pass; drawn anew for every pass."""


def loss_of(net: Encoder, batch: Batch) -> torch.Tensor:
    """What the network got wrong, over all that the batch has to teach."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = net.body(batch.pieces, batch.cases, batch.hints)
    x = x.float()
    mask = (batch.pieces > 0).float()
    loss = x.new_zeros(())
    if len(batch.owner):
        logits = net.toward(x, mask, batch.owner, batch.target, batch.steps)
        loss = loss + functional.cross_entropy(logits, batch.labels, label_smoothing=0.05)
    if len(batch.scored):
        found = net.sentence(x, mask)[batch.scored]
        loss = loss + SENTENCE_WEIGHT * functional.mse_loss(found, batch.scores)
    taught = batch.tags != NOTHING
    if taught.any():
        loss = loss + NAMES_WEIGHT * functional.cross_entropy(net.names(x, batch.hints)[taught], batch.tags[taught])
    return loss


def train(
    net: Encoder, make: Maker, n_passes: int, checkpoint: Path, *, rate: float = BODY_RATE, seed: int = SEED
) -> None:
    """
    Fit the network in place; goes on from `checkpoint` where it is there, and writes it every SAVE_EVERY steps.

    The body is multiplied in bfloat16, which takes two fifths of the time where the processor has it.
    """
    net.body.pieces.weight.requires_grad_(False)
    net.body.places.weight.requires_grad_(False)
    body = [p for name, p in net.body.named_parameters() if p.requires_grad and name[:4] not in ("case", "hint")]
    heads = [p for n, p in net.named_parameters() if not n.startswith("body.") or n[5:9] in ("case", "hint")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": heads, "lr": rate * HEAD_TIMES}], weight_decay=0.01
    )
    passes = []
    for number in range(n_passes):
        draw = np.random.default_rng([seed, number])
        passes.append(list(batches(make(draw), draw)))
    steps = [group for one in passes for group in one]
    n_steps, first = len(steps), 0
    n_warm = max(1, int(WARM_UP * n_steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / n_warm, max(0.0, (n_steps - at) / (n_steps - n_warm)))
    )
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["step"]
    torch.manual_seed(seed + first)
    net.train()
    total, start, n_pieces = 0.0, time.perf_counter(), 0
    for at in range(first, n_steps):
        batch = batch_of(steps[at])
        loss = loss_of(net, batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        optimiser.step()
        schedule.step()
        total += loss.item()
        n_pieces += batch.pieces.numel()
        if (at + 1) % 20 == 0:
            seconds = time.perf_counter() - start
            left = seconds / (at + 1 - first) * (n_steps - at - 1)
            print(f"step {at + 1}/{n_steps}  loss {total / 20:.3f}  {n_pieces / seconds:,.0f} pieces/s  "
                  f"{left / 60:.1f} minutes left", flush=True)  # fmt: skip
            total = 0.0
        if (at + 1) % SAVE_EVERY == 0:
            state = {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}
            torch.save({**state, "step": at + 1}, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
    net.eval()
