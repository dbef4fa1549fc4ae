"""Teach a second encoder the signs of needs, outcomes and consent: once on everything and once without each share of the writers.

What a need lacks (a source, a word on what it does to anybody) is told by other words than what it is about, and one network
taught on both told it badly: of needs without a source the average precision was 0.59, where this one has 0.94.

Runs where `encoder.py` runs, seven minutes on two cores, on the signs that `models/lots.py` wrote. It writes `reader/`,
`classifiers/signs.reader.skops` and, in `training/`, `held_out_reader.npz`.
"""

from __future__ import annotations

import argparse
import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from distil import encoder_folder
from encoder import (
    FOLDS,
    READERS,
    SPEED,
    STRETCH,
    Net,
    Read,
    about_signs,
    keep_signs,
    lines_of,
    loss_of_signs,
    odds_of,
    precision,
    read_signs,
    shares,
    ship,
    ship_above,
)
from transformers import AutoTokenizer

ROUNDS, AT_A_TIME, SPEED_ABOVE = 3, 24, 2e-3


def batches(texts: list[Read]) -> list[list[Read]]:
    """Return shuffled batches of texts of like length."""
    random.shuffle(texts)
    lots = [
        sorted(texts[at : at + AT_A_TIME * 20], key=lambda one: len(one["pieces"]))
        for at in range(0, len(texts), AT_A_TIME * 20)
    ]
    made = [lot[at : at + AT_A_TIME] for lot in lots for at in range(0, len(lot), AT_A_TIME)]
    random.shuffle(made)
    return made


def teach(texts: list[Read], signs: int) -> Net:
    """Return a network taught on some texts with so many signs."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    random.seed(0)
    net = Net(encoder_folder(), signs)
    net.train()
    below = [p for name, p in net.named_parameters() if name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": below, "lr": SPEED}, {"params": net.signs.parameters(), "lr": SPEED_ABOVE}], weight_decay=0.01
    )
    steps = ROUNDS * len(batches(list(texts)))
    warm = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, (n + 1) / 50) * max(0.05, 1 - n / steps))
    for number in range(ROUNDS):
        losses = []
        for some in batches(list(texts)):
            optimiser.zero_grad()
            loss = loss_of_signs(net, some)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            warm.step()
            losses.append(loss.item())
        print(f"round {number}: {np.mean(losses):.4f}", flush=True)
    return net.eval()


def left_out(share: int, texts: list[Read], signs: int, of: dict[str, int]) -> np.ndarray:
    """Teach without a share of the writers; return what is read in their texts."""
    read, unread = ([one for one in texts if (of[one["writer"]] == share) is out] for out in (False, True))
    return odds_of(teach(read, signs), unread)


def on_all(texts: list[Read], signs: int) -> dict[str, Any]:
    """Teach on everything; return the weights."""
    return teach(texts, signs).state_dict()


def main() -> None:
    """Teach without each share of the writers, keep what is read in their texts, then teach on all and ship."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("signs", type=Path, help="lines of JSON from advice_audit.training.signs")
    parser.add_argument("--models", type=Path, default=Path(__file__).resolve().parents[1], help="folder of the models")
    parser.add_argument("--cores", type=int, default=2)
    args = parser.parse_args()
    folder = encoder_folder()
    texts, names = read_signs(args.signs, AutoTokenizer.from_pretrained(folder), lambda name: name.startswith(READERS))
    of = shares([], texts)
    with ProcessPoolExecutor(args.cores, get_context("spawn")) as pool:
        whole = pool.submit(on_all, texts, len(names))
        parts = [pool.submit(left_out, share, texts, len(names), of) for share in range(FOLDS)]
        found = [part.result() for part in parts]
        weights = whole.result()
    odds = np.zeros((len(texts), len(names)), dtype=np.float32)
    for share, own in enumerate(found):
        odds[[n for n, one in enumerate(texts) if of[one["writer"]] == share]] = own
    read = precision(texts, odds, names)
    print(read, flush=True)
    keep_signs(texts, odds, names, args.models / "training" / "held_out_reader.npz")
    net = Net(folder, len(names))
    net.load_state_dict(weights)
    about = about_signs(texts, names, read)
    ship(net.eval(), folder, args.models / "reader", {"about": about}, "reader")
    ship_above(lines_of(net, names, STRETCH), "signs.reader", args.models / "classifiers", about)


if __name__ == "__main__":
    main()
