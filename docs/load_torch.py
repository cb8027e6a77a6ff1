#!/usr/bin/env python3
"""Loads a ticket that `ledger rebuild --layout torch` wrote into PyTorch.

    from load_torch import state_dict, masks
    model.load_state_dict(state_dict("ticket.torch.safetensors"))

usage: python3 docs/load_torch.py TICKET.torch.safetensors

As a program it needs only Python's standard library: it checks the file against the .ticket.json beside it and lists
the tensors. Exit code 0: the file is as it was written. Exit code 1: it is not; the message says why.
"""
import hashlib
import json
import math
import struct
import sys
from pathlib import Path

WIDTHS = {"F32": 4, "U8": 1}
MASK = "_mask"
VELOCITY = ".velocity"


class NotForTorch(Exception):
    pass


def tensors(path):
    """Name -> (type, shape, bytes) of every tensor, after the file has been checked."""
    path = Path(path)
    content = path.read_bytes()
    beside = path.with_name(path.name + ".ticket.json")
    about = json.loads(beside.read_text(encoding="utf-8"))
    if about["form"] != {"layout": "torch", "format": "safetensors"}:
        raise NotForTorch(f"{path}: its layout is {about['form']['layout']} in {about['form']['format']}; write it with `ledger rebuild --layout torch`")
    digest = hashlib.sha256(content).hexdigest()
    if digest != about["written"]:
        raise NotForTorch(f"{path}: SHA-256 is {digest}, wanted {about['written']}")

    length = struct.unpack_from("<Q", content)[0]
    header = json.loads(content[8:8 + length])
    data = content[8 + length:]
    found = {name: (entry["dtype"], entry["shape"], data[slice(*entry["data_offsets"])]) for name, entry in header.items()}
    for name, (kind, shape, elements) in found.items():
        if len(elements) != WIDTHS[kind] * math.prod(shape):
            raise NotForTorch(f"{name}: {len(elements)} bytes are not {kind} of shape {shape}")
    return found


def state_dict(path):
    """Parameters by the names of a PyTorch module of the same layers; pruned weights are zero."""
    return {name: tensor for name, tensor in to_torch(path).items() if not name.endswith((MASK, VELOCITY))}


def masks(path):
    """The mask of each weight by the weight's name, 1 = kept, for torch.nn.utils.prune.custom_from_mask."""
    return {name.removesuffix(MASK): tensor for name, tensor in to_torch(path).items() if name.endswith(MASK)}


def to_torch(path):
    import torch

    kinds = {"F32": torch.float32, "U8": torch.uint8}
    return {name: torch.frombuffer(bytearray(elements), dtype=kinds[kind]).reshape(shape) for name, (kind, shape, elements) in tensors(path).items()}


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 1
    try:
        for name, (kind, shape, elements) in tensors(arguments[0]).items():
            kept = f"  {sum(elements)} kept" if name.endswith(MASK) else ""
            print(f"{name:<18} {kind:<4} {str(shape):<12} {hashlib.sha256(elements).hexdigest()[:12]}{kept}")
    except NotForTorch as problem:
        print(f"load_torch: {problem}", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"load_torch: {problem.filename}: {problem.strerror}", file=sys.stderr)
        return 1
    except (ValueError, KeyError, TypeError, IndexError, struct.error) as problem:
        print(f"load_torch: {arguments[0]}: damaged, or not written by ledger rebuild ({problem!r})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
