import structlog
from fastapi import FastAPI, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text

from .db import engine
from .rank import rank

structlog.configure(processors=[structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer()])
log = structlog.get_logger()
app = FastAPI()


@app.get("/live")
def live() -> str:
    return "ok"


@app.get("/ready")
def ready() -> str:
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    return "ok"


@app.get("/metrics")
def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@app.get("/products/{sku}/also")
def also(sku: str) -> list[str]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT other, times FROM seen_together WHERE sku = :sku"), {"sku": sku})
        return rank([(row.other, row.times) for row in rows], {sku})
