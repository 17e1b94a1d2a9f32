from recommendations.rank import rank


def test_leaves_out_what_is_known():
    assert rank([("a", 3), ("b", 9), ("a", 8)], {"b"}) == ["a"]
