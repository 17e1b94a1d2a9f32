import httpx

from fraud_scoring import reputation


def test_scores_without_the_vendor(monkeypatch):
    def away(*_args, **_kwargs):
        raise httpx.ConnectError("refused")

    monkeypatch.setattr(reputation.client, "get", away)
    assert reputation.reputation("a@example.com") == 0.0
