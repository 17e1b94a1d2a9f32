from collections import defaultdict
from datetime import datetime


def by_day(points: list[tuple[datetime, float]]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for at, value in points:
        sums[at.date().isoformat()] += value
    return dict(sums)
