from fraud_scoring.score import Order, score


def test_an_ordinary_order_scores_nothing():
    assert score(Order("o1", 1999, 0, True)) == 0.0


def test_signs_add_up():
    assert score(Order("o2", 250_000, 9, False)) == 0.9
