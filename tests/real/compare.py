"""Compares what the core says of the converted documents with the raw files:

compare.py WHEELS DOCUMENTS INSPECT…, where INSPECT is the command of core/examples/inspect.rs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import chains
import expected

SHOWN = 20


class Comparisons:
    """Counts comparisons and keeps those that failed."""

    def __init__(self) -> None:
        self.count = 0
        self.failed: list[str] = []

    def check(self, what: str, wanted: object, found: object) -> None:
        """Compares down to single values, so that a failure names its place."""
        if isinstance(wanted, dict) and isinstance(found, dict) and wanted.keys() == found.keys():
            for name in wanted:
                self.check(f"{what}.{name}", wanted[name], found[name])
        elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
            for position, pair in enumerate(zip(wanted, found)):
                self.check(f"{what}[{position}]", *pair)
        else:
            self.count += 1
            if wanted != found:
                self.failed.append(f"{what}: raw files {wanted!r}, core {found!r}")


def main() -> int:
    wheels, documents = (Path(argument) for argument in sys.argv[1:3])
    command = sys.argv[3:]
    failed = 0
    for chain in (chains.rossmann(wheels), chains.completejourney(wheels)):
        comparisons = Comparisons()
        compare(comparisons, chain, documents, command)
        failed += len(comparisons.failed)
        report(chain, comparisons)
    return 1 if failed else 0


def report(chain: chains.Chain, comparisons: Comparisons) -> None:
    failures = len(comparisons.failed)
    print(f"tests/real: {chain.document}: {comparisons.count:,} comparisons, {failures:,} failed")
    for failure in comparisons.failed[:SHOWN]:
        print(f"  {failure}")
    if failures > SHOWN:
        print(f"  … and {failures - SHOWN:,} more")


def compare(
    comparisons: Comparisons, chain: chains.Chain, documents: Path, command: list[str]
) -> None:
    document = documents / chain.document
    queries = [ask.query for ask in chain.asks]
    output = subprocess.run(
        [*command, str(document), "--daily", *queries], check=True, stdout=subprocess.PIPE
    )
    said = json.loads(output.stdout)
    compare_document(comparisons, chain, said)
    compare_parts(comparisons, document)
    compare_cells(comparisons, chain, said)
    for ask, answer in zip(chain.asks, said["answers"], strict=True):
        compare_answer(comparisons, chain, ask, answer)
    compare_wrong_day(comparisons, chain)


def compare_document(comparisons: Comparisons, chain: chains.Chain, said: dict) -> None:
    check = comparisons.check
    check("as_of", chain.as_of, said["as_of"])
    check("currency", [chain.currency, chain.scale], [said["currency"], said["scale"]])
    check("ids", sorted(chain.source.figures["gmv"]), sorted(said["channels"]))
    first, end = chain.source.first_day, chain.source.last_day + expected.ONE_DAY
    days = {"from": first.isoformat(), "to": end.isoformat()}
    check("days", {metric: days for metric in chain.source.figures}, said["days"])


def compare_parts(comparisons: Comparisons, document: Path) -> None:
    """What the document says of its parts; the core leaves the hash to who fetches them."""
    for part in json.loads(document.read_bytes())["parts"]:
        data = (document.parent / part["href"]).read_bytes()
        found = [len(data), hashlib.sha256(data).hexdigest()]
        comparisons.check(part["href"], [part["bytes"], part["sha256"]], found)


def compare_cells(comparisons: Comparisons, chain: chains.Chain, said: dict) -> None:
    """Every figure of every store and day, gaps too."""
    first, last = chain.source.first_day, chain.source.last_day
    days = [first + dt.timedelta(offset) for offset in range((last - first).days + 1)]
    for metric, stores in chain.source.figures.items():
        for store, found in zip(said["channels"], said["daily"][metric], strict=True):
            wanted = [stores[store].get(day) for day in days]
            comparisons.check(f"{metric} of {store}", wanted, found)


def compare_answer(
    comparisons: Comparisons, chain: chains.Chain, ask: expected.Ask, answer: dict
) -> None:
    what = f"?{ask.query}"
    sold = chain.table("gmv", ask.partners)
    goals = chain.goals(ask.partners)
    year = dt.date(ask.today.year, 1, 1)
    to_date = {
        name: expected.window_sum(days, year, ask.today)
        for name, days in sold.rows.items()
        if expected.has_figure(days, year, ask.today)
    }
    board = expected.board(chain.table(ask.metric, ask.partners), ask, to_date, goals)
    comparisons.check(what, ask.today.isoformat(), answer["today"])
    comparisons.check(f"{what} board", board, answer["board"])
    found = answer["standing"]
    if not ask.partners:
        comparisons.check(f"{what} target", chain.target, found["target"])
    wanted = expected.standing(sold, ask.today, goals)
    comparisons.check(f"{what} standing", wanted, {name: found[name] for name in wanted})


def compare_wrong_day(comparisons: Comparisons, chain: chains.Chain) -> None:
    """docs/real-data.md names the share of rows that a naive reading puts on the wrong day."""
    moved, rows = chain.source.wrong_day
    if rows:
        print(f"tests/real: {moved:,} of {rows:,} rows ({moved / rows:.2%}) are on another day in UTC")
        comparisons.check("per cent of rows on another day in UTC", 17, round(100 * moved / rows))


if __name__ == "__main__":
    sys.exit(main())
