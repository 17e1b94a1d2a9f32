from collections import Counter


def rank(seen_together: list[tuple[str, int]], known: set[str], limit: int = 10) -> list[str]:
    """Most often seen together first, without what the customer knows."""
    counts: Counter[str] = Counter()
    for sku, times in seen_together:
        if sku not in known:
            counts[sku] += times
    return [sku for sku, _ in counts.most_common(limit)]
