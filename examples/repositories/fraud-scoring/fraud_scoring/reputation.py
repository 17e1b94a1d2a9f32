"""The vendor's address reputation. Optional: without it the score rests on our own rules."""

import os

import httpx
import structlog
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

log = structlog.get_logger()
client = httpx.Client(base_url=os.environ.get("REPUTATION_URL", ""), timeout=httpx.Timeout(0.15, connect=0.1))


@retry(
    stop=stop_after_attempt(2),
    wait=wait_exponential_jitter(initial=0.02, max=0.1),
    retry=retry_if_exception_type(httpx.TransportError),
    reraise=True,
)
def _ask(address: str) -> float:
    return float(client.get("/reputation", params={"address": address}).raise_for_status().json()["risk"])


def reputation(address: str) -> float:
    try:
        return _ask(address)
    except httpx.HTTPError as error:
        log.warning("scored without reputation", error=str(error))
        return 0.0
