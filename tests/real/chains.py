"""The two chains: what docs/real-data.md says of goals, and what is asked of each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import raw
from expected import Ask, Table


@dataclass(frozen=True)
class Chain:
    """A converted document with what it should say."""

    document: str
    source: raw.Raw
    currency: str
    scale: int
    as_of: str
    target: int
    asks: list[Ask]
    # Goals by id, of stores and of partners.
    store_goals: dict[str, int]
    partner_goals: dict[str, int]

    def table(self, metric: str, partners: bool) -> Table:
        figures = raw.by_partner(self.source) if partners else self.source.figures
        return Table(figures[metric], self.source.first_day, self.source.last_day)

    def goals(self, partners: bool) -> dict[str, int]:
        return self.partner_goals if partners else self.store_goals


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def completejourney(wheels: Path) -> Chain:
    source = raw.completejourney(wheels)
    end = day("2017-12-31")

    def ask(query: str, first: str, last: str, today: dt.date = end, **more: object) -> Ask:
        return Ask(query, today, day(first), day(last), **more)

    asks = [
        ask("", "2017-01-01", "2017-12-31"),
        ask("window=7d", "2017-12-25", "2017-12-31"),
        ask("window=28d", "2017-12-04", "2017-12-31"),
        ask("window=90d", "2017-10-03", "2017-12-31"),
        ask("window=quarter", "2017-10-01", "2017-12-31"),
        ask("window=month", "2017-12-01", "2017-12-31"),
        ask("metric=orders", "2017-01-01", "2017-12-31", metric="orders"),
        ask("metric=orders&window=28d", "2017-12-04", "2017-12-31", metric="orders"),
        ask("window=2017-11-20..2017-11-24", "2017-11-20", "2017-11-23"),
        # The nights on which clocks change, and a day on which every store was closed: all tie.
        ask("window=2017-03-11..2017-03-13", "2017-03-11", "2017-03-12"),
        ask("window=2017-11-04..2017-11-06", "2017-11-04", "2017-11-05"),
        ask("window=2017-12-25..2017-12-26", "2017-12-25", "2017-12-25"),
        ask("window=7d&sort=gmv", "2017-12-25", "2017-12-31", ascending=True),
        ask(
            "window=7d&metric=orders&sort=value",
            "2017-12-25",
            "2017-12-31",
            metric="orders",
            ascending=True,
        ),
        ask("as_of=2017-06-30", "2017-01-01", "2017-06-30", day("2017-06-30")),
        ask("as_of=2017-06-30&window=28d", "2017-06-03", "2017-06-30", day("2017-06-30")),
        ask("as_of=2017-09-15&window=quarter", "2017-07-01", "2017-09-15", day("2017-09-15")),
    ]
    goals = dict.fromkeys(source.figures["gmv"], 25_000 * 100)
    as_of = "2017-12-31T23:59:59-05:00"
    return Chain("completejourney.sales.json", source, "USD", 2, as_of, 100, asks, goals, {})


def rossmann(wheels: Path) -> Chain:
    source = raw.rossmann(wheels)
    end = day("2015-07-31")
    goals = dict.fromkeys(source.figures["gmv"], 3_500_000)
    stores = Counter(source.partner.values())
    partner_goals = {state: count * 3_500_000 for state, count in stores.items()}

    def ask(query: str, first: str, last: str, today: dt.date = end, **more: object) -> Ask:
        return Ask(query, today, day(first), day(last), **more)

    def is_over(name: str) -> bool:
        days = source.figures["gmv"][name].items()
        return sum(sold for on, sold in days if on >= day("2015-01-01")) >= goals[name]

    asks = [
        ask("", "2015-01-01", "2015-07-31"),
        ask("window=7d", "2015-07-25", "2015-07-31"),
        ask("window=28d", "2015-07-04", "2015-07-31"),
        ask("window=90d", "2015-05-03", "2015-07-31"),
        ask("window=quarter", "2015-07-01", "2015-07-31"),
        ask("window=month", "2015-07-01", "2015-07-31"),
        ask("window=festival:easter", "2015-03-30", "2015-04-06"),
        ask("window=festival:whitsun", "2015-05-23", "2015-05-25"),
        # The latest that has begun: that of 2015 is still to come.
        ask("window=festival:christmas", "2014-12-01", "2014-12-24"),
        ask("window=2013-01-01..2015-08-01", "2013-01-01", "2015-07-31"),
        ask("window=2013-06-01..2014-06-01", "2013-06-01", "2014-05-31"),
        # Two stores have no rows in the second half of 2014.
        ask("window=2014-07-01..2015-01-01", "2014-07-01", "2014-12-31"),
        ask("window=2015-01-01..2015-07-01", "2015-01-01", "2015-06-30"),
        # Nearly all are closed: ties by id.
        ask("window=2014-12-25..2014-12-26", "2014-12-25", "2014-12-25"),
        ask("window=2015-07-26..2015-07-27&sort=value", "2015-07-26", "2015-07-26", ascending=True),
        ask("as_of=2013-12-31", "2013-01-01", "2013-12-31", day("2013-12-31")),
        ask("as_of=2014-12-31", "2014-01-01", "2014-12-31", day("2014-12-31")),
        ask("as_of=2014-06-30&window=90d", "2014-04-02", "2014-06-30", day("2014-06-30")),
        ask("as_of=2014-11-11&window=28d", "2014-10-15", "2014-11-11", day("2014-11-11")),
        ask(
            "category=b",
            "2015-01-01",
            "2015-07-31",
            keep=lambda name: source.category[name] == "b",
        ),
        ask(
            "category=a,d&partner=NW,BE&window=28d",
            "2015-07-04",
            "2015-07-31",
            keep=lambda name: source.category[name] in "ad" and source.partner[name] in ("NW", "BE"),
        ),
        ask("status=over", "2015-01-01", "2015-07-31", keep=is_over),
        ask("board=partners", "2015-01-01", "2015-07-31", partners=True),
        ask("board=partners&window=28d", "2015-07-04", "2015-07-31", partners=True),
        # Both stores of one state have no rows: it is new afterwards.
        ask(
            "board=partners&window=2014-07-01..2015-01-01",
            "2014-07-01",
            "2014-12-31",
            partners=True,
        ),
        ask(
            "board=partners&window=2015-01-01..2015-07-01",
            "2015-01-01",
            "2015-06-30",
            partners=True,
        ),
        ask(
            "board=partners&as_of=2014-12-31",
            "2014-01-01",
            "2014-12-31",
            day("2014-12-31"),
            partners=True,
        ),
    ]
    as_of = "2015-07-31T23:59:59+02:00"
    return Chain(
        "rossmann.sales.json", source, "EUR", 0, as_of, 50, asks, goals, partner_goals
    )
