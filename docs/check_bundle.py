#!/usr/bin/env python3
"""Checks a bundle that `ledger export` wrote, with nothing but Python's standard library.

usage: python3 docs/check_bundle.py FILE [FINGERPRINT]

Checked are every event's hash and place, metadata, masks and states, the manifest, the result digest of every finished
run, and, if the bundle is sealed, that its events stand under the sealed root and that the key signed it. FINGERPRINT,
as `ledger seal init` printed it, must be the key's. Exit code 0: all holds. Exit code 1: the first fault is named.
The formats are in docs/events.md and docs/moving.md.
"""
import base64
import hashlib
import json
import sqlite3
import struct
import sys

KINDS = {"initialize/1": 1, "state/1": 2, "draw_mask/1": 3, "rewind/1": 4, "evaluate/1": 5}
PREFIXES = {"initialize/1": "init", "state/1": "state", "draw_mask/1": "mask", "rewind/1": "rewind", "evaluate/1": "eval"}

# The curve P-256 (FIPS 186): y² = x³ − 3x + B over the field of P, with base point G of order N.
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
KEY_BEGINNING = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")


class Fault(Exception):
    pass


def require(holds, fault):
    if not holds:
        raise Fault(fault)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def prefixed(data):
    return struct.pack(">I", len(data)) + data


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


# --- events -------------------------------------------------------------------------------------------------------

def read_events(db):
    """Every event with its hash computed again; the leaves, and the bodies by stream."""
    leaves, streams, last = [], {}, {}
    rows = db.execute("SELECT position, name, events.version, alias, CAST(body AS BLOB), CAST(metadata AS BLOB), hash "
                      "FROM events LEFT JOIN streams ON streams.id = stream ORDER BY position")
    for position, name, version, alias, body, metadata, stored in rows:
        place = f"position {position} ({name}, version {version}, {alias})"
        require(position == len(leaves) + 1, f"{place}: position {len(leaves) + 1} was expected")
        require(name is not None, f"{place}: it belongs to no stream")
        previous_version, previous = last.get(name, (0, bytes(32)))
        require(version == previous_version + 1, f"{place}: version {previous_version + 1} was expected")
        stream, kind = name.encode(), alias.encode()
        digest = sha(b"ledger-event/1", previous, struct.pack(">q", version), prefixed(stream), prefixed(kind), prefixed(body))
        require(digest == stored, f"{place}: its content does not have its hash")
        environment = json.loads(body).get("environment")
        require((metadata is None) == (environment is None) and (metadata is None or sha(metadata).hex() == environment),
                f"{place}: its metadata are not those that it names")
        last[name] = (version, digest)
        streams.setdefault(name, []).append((alias, json.loads(body)))
        about = bytes(32) if metadata is None else sha(metadata)
        leaves.append(sha(b"\0", b"ledger-leaf/1", struct.pack(">q", version), prefixed(stream), prefixed(kind), digest, about))
    for name, version in db.execute("SELECT name, version FROM streams"):
        require(last.get(name, (0,))[0] == version, f"{name}: its last version is {last.get(name, (0,))[0]}, the bundle says {version}")
    return leaves, streams


def check_blobs(db, streams):
    """Every mask and state has its digest, and every mask that an event names is there."""
    counts = {"mask": 0, "state": 0}
    masks = set()
    for digest, kind, content in db.execute("SELECT digest, kind, content FROM blobs"):
        require(kind in counts, f"blob {digest.hex()}: '{kind}' is no kind")
        require(sha(content) == digest, f"{kind} {digest.hex()}: its content has digest {sha(content).hex()}")
        counts[kind] += 1
        masks |= {digest.hex()} if kind == "mask" else set()
    for name, events in streams.items():
        for alias, body in events:
            require(alias != "mask_drawn" or body["output"] in masks, f"{name}: mask {body.get('output')} is missing")
    return counts


# --- the tree (RFC 6962, section 2.1) -------------------------------------------------------------------------------

def node(left, right):
    return sha(b"\1", left, right)


def split(count):
    return 1 << (count - 1).bit_length() - 1


def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha()
    left = split(len(leaves))
    return node(root(leaves[:left]), root(leaves[left:]))


def covered_root(leaves, ranges, outside, size):
    """The root that follows from the leaves in some ranges and the roots of all subtrees beside them."""
    inside, beside = iter(leaves), iter(outside)

    def at(start, count, near):
        near = [(first, many) for first, many in near if first < start + count and first + many > start]
        if not near:
            return next(beside)
        if near[0][0] <= start and near[0][0] + near[0][1] >= start + count:
            return root([next(inside) for _ in range(count)])
        left = split(count)
        return node(at(start, left, near), at(start + left, count - left, near))

    found = at(0, size, ranges)
    require(next(inside, None) is None and next(beside, None) is None, "coverage: it holds more than its tree takes")
    return found


# --- the seal (ECDSA P-256 with SHA-256) ------------------------------------------------------------------------------

def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def times(k, point):
    result = None
    while k:
        result = add(result, point) if k & 1 else result
        point, k = add(point, point), k >> 1
    return result


def der_integers(signature):
    """The two integers of a DER sequence, which has one form only."""
    require(signature[:1] == b"\x30" and signature[1] == len(signature) - 2, "seal: the signature is not in DER")
    numbers, rest = [], signature[2:]
    while rest:
        require(rest[0] == 2 and 0 < rest[1] <= len(rest) - 2, "seal: the signature is not in DER")
        number, rest = rest[2:2 + rest[1]], rest[2 + rest[1]:]
        require(number[0] < 128 and (len(number) == 1 or number[0] or number[1] >= 128), "seal: the signature is not in DER")
        numbers.append(int.from_bytes(number, "big"))
    require(len(numbers) == 2, "seal: the signature is not in DER")
    return numbers


def signed(key, text, signature):
    require(key.startswith(KEY_BEGINNING) and len(key) == len(KEY_BEGINNING) + 64, "seal: the key is not one of the curve P-256")
    point = int.from_bytes(key[-64:-32], "big"), int.from_bytes(key[-32:], "big")
    require((point[1] ** 2 - point[0] ** 3 + 3 * point[0] - B) % P == 0, "seal: the key is no point of the curve P-256")
    r, s = der_integers(signature)
    if not (0 < r < N and 0 < s < N):
        return False
    inverse = pow(s, -1, N)
    found = add(times(int.from_bytes(sha(text.encode()), "big") * inverse % N, G), times(r * inverse % N, point))
    return found is not None and found[0] % N == r


def read_seal(part):
    """Origin, size and root of a signed checkpoint, and the fingerprint of its key."""
    text, line = part["checkpoint"].split("\n\n")
    text += "\n"
    dash, name, encoded = line.rstrip("\n").split(" ")
    origin, size, tree, end = text.split("\n")
    key, raw = base64.b64decode(part["key"], validate=True), base64.b64decode(encoded, validate=True)
    require(dash == "—" and name == origin and end == "" and line.endswith("\n"), "seal: this is no signed checkpoint")
    require(f"{text}\n— {name} {base64.b64encode(raw).decode()}\n" == part["checkpoint"], "seal: the checkpoint is not in its one form")
    require(raw[:4] == sha(key)[:4], "seal: the signature is of another key")
    require(signed(key, text, raw[4:]), "seal: the key did not sign this checkpoint")
    return origin, int(size), base64.b64decode(tree), "SHA256:" + base64.b64encode(sha(key)).decode().rstrip("=")


# --- results ------------------------------------------------------------------------------------------------------------

def base32(digest):
    return base64.b32encode(bytes.fromhex(digest)[:20]).decode().lower()


def stream_of(prefix, digest, attempt):
    return f"{prefix}-{base32(digest)}" + (f".{attempt}" if attempt > 1 else "")


def float_bits(text):
    return struct.pack(">f", float(text))


def trajectory_digest(streams, key, attempt, steps):
    name = stream_of("train", key, attempt)
    parts = [b"ledger-result/1 trajectory"]
    for step in range(1, steps + 1):
        alias, body = streams[name][step]
        require(alias == "step_trained" and body["step"] == step, f"{name}, version {step + 1}: step {step} was expected")
        parts += [struct.pack(">I", step), float_bits(body["loss"]), struct.pack(">I", body["correct"]), bytes.fromhex(body["fingerprint"])]
    return sha(*parts)


def result_of(streams, events):
    """ledger-result/1 over the derivations of a run, trajectories digested from their steps."""
    parts = [b"ledger-result/1 run"]
    for alias, used in events:
        if alias != "derivation_used":
            continue
        name = stream_of(PREFIXES[used["kind"]], used["key"], used["attempt"])
        made = streams[name][0][1]
        require(made["output"] == used["output"], f"{name}: its output is not the one that the run used")
        require(sha(canonical(made["derivation"])).hex() == used["key"], f"{name}: its derivation does not have its key")
        history = bytes(32)
        if used["kind"] == "state/1":
            step = made["derivation"]["parameters"]["step"]
            history = trajectory_digest(streams, made["derivation"]["inputs"]["trajectory"], made["trajectoryAttempt"], step)
            require(history.hex() == made["history"], f"{name}: the steps up to {step} do not have the digest that it names")
        parts += [struct.pack(">II", KINDS[used["kind"]], used.get("step", 0)), bytes.fromhex(used["key"]), bytes.fromhex(used["output"]), history]
    return sha(*parts).hex()


def check_runs(streams, manifest):
    results = {}
    for name, events in streams.items():
        if name.startswith("run-") and events[-1][0] == "run_completed":
            results[name] = result_of(streams, events)
            require(results[name] == events[-1][1]["result"], f"{name}: its result is {events[-1][1]['result']}, its events make {results[name]}")
    for run in manifest["runs"]:
        name = stream_of("run", run["run"], 1)
        require(name in streams, f"manifest: {name} is not in the bundle")
        begun = {"experiment": run["experiment"], "replicate": run["replicate"]}
        require(sha(canonical(begun)).hex() == run["run"], f"manifest: {name} is not that replicate of that experiment")
        require("result" not in run or run["result"] in results.values(), f"manifest: no history of {name} has result {run.get('result')}")
        yield name, run


# --- the bundle ---------------------------------------------------------------------------------------------------------

def check(path, fingerprint):
    open(path, "rb").close()
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    structure = db.execute("PRAGMA integrity_check").fetchone()[0]
    require(structure == "ok", f"{path}: {structure}")
    parts = {name: json.loads(content) for name, content in db.execute("SELECT name, content FROM bundle")}
    raw = dict(db.execute("SELECT name, content FROM bundle"))
    require(set(parts) in ({"manifest"}, {"manifest", "seal", "coverage"}), f"bundle: its parts are {sorted(parts)}")
    for name, part in parts.items():
        require(canonical(part) == raw[name], f"{name}: it is not in canonical form")
    manifest = parts["manifest"]
    require(manifest["format"] == "ledger-bundle/1", f"manifest: '{manifest['format']}' is another format")

    leaves, streams = read_events(db)
    blobs = check_blobs(db, streams)
    contents = manifest["contents"]
    ranges = [(p["first"] - 1, p["last"] - p["first"] + 1) for p in manifest["positions"]]
    require(contents["events"] == len(leaves) == sum(many for _, many in ranges), f"manifest: it says {contents['events']} events, {len(leaves)} are here")
    require(contents["root"] == root(leaves).hex(), f"manifest: it says root {contents['root']}, the events make {root(leaves).hex()}")
    require((contents["masks"], contents["states"]) == (blobs["mask"], blobs["state"]), f"manifest: it says {contents['masks']} masks and {contents['states']} states, there are {blobs}")
    runs = list(check_runs(streams, manifest))

    found = None
    if "seal" in parts:
        origin, size, sealed, found = read_seal(parts["seal"])
        coverage = parts["coverage"]
        require(coverage["size"] == size and [(r["first"], r["count"]) for r in coverage["ranges"]] == ranges, "coverage: it is of other events than the manifest's")
        outside = [bytes.fromhex(digest) for digest in coverage["outside"]]
        require(covered_root(leaves, ranges, outside, size) == sealed, "coverage: the events do not stand under the sealed root")
        print(f"sealed by {found}: {origin}, {size} events")
    require(manifest.get("key") == found, f"manifest: it says it is sealed by {manifest.get('key')}, it is sealed by {found}")
    require(fingerprint in (None, found), f"seal: it is sealed by {found}, wanted {fingerprint}")

    for name, run in runs:
        print(f"{name} {run.get('name', '')}.{run['replicate']} result {run.get('result', '(not finished)')}")
    started = manifest["startedRuns"]
    print(f"{started['started']} run{'' if started['started'] == 1 else 's'} begun in the source ledger, {started['missing']} of them not in here")
    print(f"{len(leaves)} events, {blobs['mask']} masks, {blobs['state']} states: all as they were written")


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 1
    try:
        check(arguments[0], arguments[1] if len(arguments) == 2 else None)
    except Fault as fault:
        print(f"check_bundle: {fault}", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"check_bundle: {problem.filename}: {problem.strerror}", file=sys.stderr)
        return 1
    except (sqlite3.Error, ValueError, KeyError, TypeError, IndexError, AttributeError, StopIteration, RuntimeError, struct.error) as problem:
        print(f"check_bundle: {arguments[0]}: damaged, or no bundle ({problem!r})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
