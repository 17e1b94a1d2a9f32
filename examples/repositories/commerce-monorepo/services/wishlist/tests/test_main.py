from fastapi.routing import APIRoute


def test_routes(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://localhost/wishlist")
    from wishlist.main import app

    paths = {route.path for route in app.routes if isinstance(route, APIRoute)}
    assert "/wishlists/{customer}" in paths
