import structlog
from fastapi import FastAPI, Response
from google.cloud import bigquery
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from tenacity import retry, stop_after_attempt, wait_exponential

structlog.configure(processors=[structlog.processors.JSONRenderer()])
app = FastAPI()


@app.get("/live")
@app.get("/ready")
def healthy() -> str:
    return "ok"


@app.get("/metrics")
def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@app.get("/rollups/{name}")
@retry(stop=stop_after_attempt(3), wait=wait_exponential(max=4))
def rollup(name: str) -> dict[str, float]:
    rows = bigquery.Client().query_and_wait(
        "SELECT day, value FROM rollups.daily WHERE name = @name",
        job_config=bigquery.QueryJobConfig(query_parameters=[bigquery.ScalarQueryParameter("name", "STRING", name)]),
        wait_timeout=20,
    )
    return {str(row.day): row.value for row in rows}
