#!/usr/bin/env python3
"""Reads a ticket that `ledger rebuild` wrote, with nothing but Python's standard library, and checks it.

usage: python3 docs/read_ticket.py TICKET.safetensors

Beside the file must lie TICKET.safetensors.ticket.json. Exit code 0: the file has its digest and every pruned
weight is +0. Exit code 1: it is not so, or the file is no ticket; the message says why.
"""
import hashlib
import json
import struct
import sys
from pathlib import Path


class NotATicket(Exception):
    pass


def read_tensors(content):
    """Safetensors: header length (8 bytes, little-endian), a JSON header, then the tensors' bytes."""
    length = struct.unpack_from("<Q", content)[0]
    header = json.loads(content[8:8 + length])
    data = content[8 + length:]
    return {name: (entry["dtype"], data[slice(*entry["data_offsets"])]) for name, entry in header.items()}


def kept(mask, i):
    """Bit i of a mask is bit i mod 8 of byte i div 8; 1 means kept."""
    return mask[i // 8] >> (i % 8) & 1 == 1


def check_weight(name, weight, mask, size):
    """The number of kept weights; a pruned one must be +0, the sign bit included."""
    bits = struct.unpack(f"<{size}I", weight)
    for i in range(size):
        if not kept(mask, i) and bits[i] != 0:
            raise NotATicket(f"{name}, element {i}: pruned, but its bits are {bits[i]:08x}, wanted 00000000")
    return sum(kept(mask, i) for i in range(size))


def read(path):
    content = path.read_bytes()
    beside = path.with_name(path.name + ".ticket.json")
    about = json.loads(beside.read_text(encoding="utf-8"))
    if about.get("format") != "ledger-ticket/1":
        raise NotATicket(f"{beside}: format is {about.get('format')!r}, wanted 'ledger-ticket/1'")
    if about["kind"] != "ticket":
        raise NotATicket(f"{path}: this is a {about['kind']}, not a ticket")
    if "written" in about:
        raise NotATicket(f"{path}: it is not written as recorded; leave --layout and --format out of `ledger rebuild`")
    digest = hashlib.sha256(content).hexdigest()
    if digest != about["file"]:
        raise NotATicket(f"{path}: SHA-256 is {digest}, wanted {about['file']}")

    tensors = read_tensors(content)
    print(f"ticket {digest}")
    print(f"  run {about['run']}, replicate {about['replicate']}, round {about['round']}, {about['arithmetic']}")
    row = "  {:<12} {:<12} {:<12} {:<12} {}"
    print(row.format("tensor", "shape", "PyTorch", "shape", "kept / total"))
    for tensor in about["tensors"]:
        rows = tensor["shape"]
        size = rows[0] * (rows[1] if len(rows) == 2 else 1)
        dtype, weight = tensors[tensor["name"]]
        if dtype != "F32" or len(weight) != 4 * size:
            raise NotATicket(f"{tensor['name']}: {dtype} of {len(weight)} bytes, wanted F32 of {4 * size}")
        count = "not prunable" if len(rows) == 1 else f"{size} / {size}"
        if "mask" in tensor:
            count = f"{check_weight(tensor['name'], weight, tensors[tensor['mask']][1], size)} / {size}"
        print(row.format(tensor["name"], str(rows), tensor["torch"], str(tensor["torchShape"]), count))


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 1
    try:
        read(Path(arguments[0]))
    except NotATicket as problem:
        print(f"read_ticket: {problem}", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"read_ticket: {problem.filename}: {problem.strerror}", file=sys.stderr)
        return 1
    except (ValueError, KeyError, TypeError, IndexError, struct.error) as problem:
        print(f"read_ticket: {arguments[0]}: damaged, or no ticket ({problem!r})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
