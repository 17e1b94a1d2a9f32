"""The rules, in the order in which a person would look."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    order_id: str
    cents: int
    orders_today: int
    country_matches_card: bool


def score(order: Order) -> float:
    points = 0.0
    if not order.country_matches_card:
        points += 0.4
    if order.orders_today > 5:
        points += 0.3
    if order.cents > 200_000:
        points += 0.2
    return min(points, 1.0)
