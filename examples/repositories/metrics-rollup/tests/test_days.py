from datetime import datetime

from rollup.days import by_day


def test_sums_within_a_day():
    assert by_day([(datetime(2026, 1, 1, 3), 1.0), (datetime(2026, 1, 1, 9), 2.0)]) == {"2026-01-01": 3.0}
