"""Boards and standings worked out the slow way, straight from the words of the rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

ONE_DAY = dt.timedelta(1)
Days = dict[dt.date, int]


@dataclass(frozen=True)
class Ask:
    """A question: the page's query string, and what it should be understood as."""

    query: str
    today: dt.date
    first: dt.date
    last: dt.date
    metric: str = "gmv"
    partners: bool = False
    keep: Callable[[str], bool] = lambda _: True
    ascending: bool = False


@dataclass(frozen=True)
class Table:
    """Figures of one metric by id, and the days that the file covers."""

    rows: dict[str, Days]
    first: dt.date
    last: dt.date


def window_sum(days: Days, first: dt.date, last: dt.date) -> int:
    return sum(figure for day, figure in days.items() if first <= day <= last)


def has_figure(days: Days, first: dt.date, last: dt.date) -> bool:
    return any(first <= day <= last for day in days)


def half_up_bp(part: int, whole: int) -> int | None:
    """Basis points, halves upwards."""
    return (part * 20_000 + whole) // (2 * whole) if whole > 0 else None


def ranks(values: dict[str, int]) -> dict[str, int]:
    """1224: one more than the number of larger values."""
    descending = sorted(values.values(), reverse=True)
    first_place: dict[int, int] = {}
    for place, value in enumerate(descending, start=1):
        first_place.setdefault(value, place)
    return {name: first_place[value] for name, value in values.items()}


def board(table: Table, ask: Ask, to_date: dict[str, int], goals: dict[str, int]) -> dict:
    """The board as the core should give it, first 20 rows; 0 is the rank of a row without figures."""
    kept = sorted(filter(ask.keep, table.rows), key=str.encode)
    known = {name for name, days in table.rows.items() if has_figure(days, ask.first, ask.last)}
    everyone = {name: window_sum(table.rows[name], ask.first, ask.last) for name in known}
    values = {name: everyone[name] for name in kept if name in known}
    overall, within = ranks(everyone), ranks(values)
    total = sum(values.values())
    before = ranks_before(table, ask)
    sign = 1 if ask.ascending else -1
    order = sorted(values, key=lambda name: (sign * values[name], name.encode()))
    order += [name for name in kept if name not in known]
    rows = [
        {
            "id": name,
            "rank": within.get(name, 0),
            "overall_rank": overall.get(name, 0),
            "value": values.get(name),
            "share_bp": half_up_bp(values[name], total) if name in values else None,
            "progress_bp": half_up_bp(to_date[name], goals[name]) if name in to_date else None,
            "change": before[name] - within[name] if name in before and name in within else None,
        }
        for name in order[:20]
    ]
    window = {"from": ask.first.isoformat(), "to": (ask.last + ONE_DAY).isoformat()}
    counts = {"rows": len(kept), "of": len(table.rows), "total": total}
    return {"metric": ask.metric, "window": window, **counts, "top": rows}


def ranks_before(table: Table, ask: Ask) -> dict[str, int]:
    """Ranks in the window of equal length just before, of those with a figure in it."""
    length = ask.last - ask.first + ONE_DAY
    first, last = ask.first - length, ask.last - length
    if first < table.first or last > table.last:
        return {}
    kept = {name: days for name, days in table.rows.items() if ask.keep(name)}
    known = {name for name, days in kept.items() if has_figure(days, first, last)}
    return ranks({name: window_sum(kept[name], first, last) for name in known})


def crossing(days: Days, goal: int, first: dt.date, last: dt.date) -> dt.date | None:
    """The first day on which the running sum since `first` is at least the goal."""
    running, day = 0, first
    while day <= last:
        running += days.get(day, 0)
        if running >= goal:
            return day
        day += ONE_DAY
    return None


def standing(table: Table, today: dt.date, goals: dict[str, int]) -> dict:
    """Who is over the line, since when, and how many were, day by day; the year is the calendar's."""
    first = dt.date(today.year, 1, 1)
    crossed = crossings(table, goals, first, today)
    elapsed = (today - first).days + 1
    days = [first + dt.timedelta(offset) for offset in range(elapsed)]
    return {
        "over": len(crossed),
        "over_last_year": over_last_year(table, today, goals),
        "crossed": {name: day.isoformat() for name, day in crossed.items()},
        "crossed_this_week": news(table, crossed, today),
        "over_by_day": [sum(on <= day for on in crossed.values()) for day in days],
    }


def crossings(
    table: Table, goals: dict[str, int], first: dt.date, last: dt.date
) -> dict[str, dt.date]:
    found = {name: crossing(days, goals[name], first, last) for name, days in table.rows.items()}
    return {name: day for name, day in found.items() if day is not None}


def over_last_year(table: Table, today: dt.date, goals: dict[str, int]) -> int | None:
    """On the same day of the year before, where the file reaches back so far."""
    first = dt.date(today.year - 1, 1, 1)
    if first < table.first:
        return None
    same_day = first + (today - dt.date(today.year, 1, 1))
    return len(crossings(table, goals, first, same_day))


def news(table: Table, crossed: dict[str, dt.date], today: dt.date) -> list[str]:
    """Crossings of the last 7 days, latest first, then the largest sum of the year to date."""
    year = dt.date(today.year, 1, 1)
    recent = [name for name, day in crossed.items() if (today - day).days < 7]
    sums = {name: window_sum(table.rows[name], year, today) for name in recent}
    return sorted(recent, key=lambda name: (crossed[name], sums[name]), reverse=True)
