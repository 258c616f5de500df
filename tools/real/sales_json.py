"""Writes Sales JSON: one document and its parts, the same bytes on every run."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from pathlib import Path

FORMAT = "channel-sales"
VERSION = "1.0"

# Rows of one metric: a row for each channel, a figure or None (no data) for each day.
Rows = list[list[int | None]]


def series(first_day: dt.date, metrics: dict[str, Rows]) -> dict:
    """A block of channels x days; all rows of all metrics are equally long."""
    lengths = {len(row) for rows in metrics.values() for row in rows}
    if len(lengths) != 1:
        raise ValueError(f"rows of different lengths: {sorted(lengths)}")
    return {"first_day": first_day.isoformat(), "days": lengths.pop(), **metrics}


def write_part(folder: Path, stem: str, block: dict) -> dict:
    """Writes a part beside its document and returns the document's reference to it."""
    document = {"format": FORMAT, "version": VERSION, "part": True}
    metrics = [name for name in block if name not in ("first_day", "days")]
    channels = [0, len(block[metrics[0]])]
    data = encode({**document, "channels": channels, "series": block})
    digest = hashlib.sha256(data).hexdigest()
    # The hash in the name lets a server cache the part for ever.
    name = f"{stem}.{digest[:16]}.json"
    write_whole(folder / name, data)
    days = {"first_day": block["first_day"], "days": block["days"]}
    place = {"href": name, "bytes": len(data), "sha256": digest}
    return {**days, "channels": channels, "metrics": metrics, **place}


def write_document(folder: Path, stem: str, fields: dict) -> Path:
    """Writes the document, then removes parts that an earlier run left and no document names."""
    data = encode({"format": FORMAT, "version": VERSION, **fields})
    path = folder / f"{stem}.sales.json"
    write_whole(path, data)
    named = {part["href"] for part in fields.get("parts", [])} | {path.name}
    for old in folder.glob(f"{stem}.*.json"):
        if old.name not in named:
            old.unlink()
    return path


def encode(value: dict) -> bytes:
    """JSON without needless spaces, keys in the order given."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return (text + "\n").encode()


def write_whole(path: Path, data: bytes) -> None:
    """Replaces the file in one step, so that an interrupted run leaves no half document."""
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.write_bytes(data)
    os.replace(unfinished, path)
