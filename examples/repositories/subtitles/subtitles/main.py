import os

import structlog
from fastapi import FastAPI, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import create_engine, text
from tenacity import retry, stop_after_attempt, wait_exponential

structlog.configure(processors=[structlog.processors.JSONRenderer()])
engine = create_engine(
    os.environ["DATABASE_URL"],
    pool_size=5,
    connect_args={"connect_timeout": 3, "options": "-c statement_timeout=2000"},
)
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


@retry(stop=stop_after_attempt(3), wait=wait_exponential(max=1))
def read_track(title: str, language: str) -> str | None:
    with engine.connect() as connection:
        return connection.execute(
            text("SELECT body FROM tracks WHERE title = :title AND language = :language"),
            {"title": title, "language": language},
        ).scalar()


@app.get("/titles/{title}/{language}.vtt")
def track(title: str, language: str) -> Response:
    body = read_track(title, language)
    return Response(body or "WEBVTT\n", media_type="text/vtt")
