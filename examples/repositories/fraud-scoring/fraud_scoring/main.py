import logging
import signal
import time

import structlog
from fastapi import FastAPI, Request, Response
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from opentelemetry.instrumentation.sqlalchemy import SQLAlchemyInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from prometheus_client import CONTENT_TYPE_LATEST, Histogram, generate_latest
from pydantic import BaseModel
from sqlalchemy import text

from .database import engine
from .reputation import reputation
from .score import Order, score

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.JSONRenderer(),
    ],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
)
log = structlog.get_logger(service="fraud-scoring")

provider = TracerProvider()
provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
trace.set_tracer_provider(provider)

app = FastAPI()
FastAPIInstrumentor.instrument_app(app)
SQLAlchemyInstrumentor().instrument(engine=engine)

REQUESTS = Histogram("fraud_request_duration_seconds", "Requests by status and brand", ["status", "brand"])
QUERIES = Histogram("fraud_db_query_duration_seconds", "Look-ups in fraud-db")
draining = False


def drain(*_: object) -> None:
    """Not ready from here on; uvicorn ends the open requests."""
    global draining
    draining = True
    log.info("draining")


signal.signal(signal.SIGTERM, drain)


class ScoreRequest(BaseModel):
    orderId: str
    cents: int = 0
    address: str = ""
    countryMatchesCard: bool = True


@app.middleware("http")
async def measure(request: Request, call_next):
    start = time.perf_counter()
    response = await call_next(request)
    REQUESTS.labels(response.status_code, request.headers.get("x-brand", "none")).observe(time.perf_counter() - start)
    return response


@app.get("/health/live")
def live() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/health/ready")
def ready(response: Response) -> dict[str, str]:
    if draining:
        response.status_code = 503
        return {"status": "draining"}
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    return {"status": "ok"}


@app.get("/metrics")
def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@app.post("/scores")
def scores(body: ScoreRequest) -> dict[str, float]:
    with QUERIES.time(), engine.begin() as connection:
        today = connection.execute(
            text("SELECT count(*) FROM scores WHERE address = :address AND at > now() - interval '1 day'"),
            {"address": body.address},
        ).scalar_one()
        value = min(1.0, score(Order(body.orderId, body.cents, today, body.countryMatchesCard)) + reputation(body.address))
        connection.execute(
            text("INSERT INTO scores (order_id, address, score) VALUES (:order, :address, :score)"),
            {"order": body.orderId, "address": body.address, "score": value},
        )
    return {"score": value}
