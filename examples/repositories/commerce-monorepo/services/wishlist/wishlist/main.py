import os

from fastapi import FastAPI
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DATABASE_URL"])
app = FastAPI()


@app.get("/healthz")
def healthz() -> dict[str, str]:
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    return {"status": "ok"}


@app.get("/wishlists/{customer}")
def wishlist(customer: str) -> list[str]:
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT sku FROM wishes WHERE customer = :customer ORDER BY added_at"),
            {"customer": customer},
        )
        return [row.sku for row in rows]
