from pathlib import Path

import nbformat
from fastapi import FastAPI, HTTPException
from fastapi.responses import HTMLResponse
from nbconvert import HTMLExporter

app = FastAPI()
shared = Path("/notebooks")


@app.get("/ready")
def ready() -> str:
    return "ok"


@app.get("/{name}", response_class=HTMLResponse)
def show(name: str) -> str:
    path = (shared / f"{name}.ipynb").resolve()
    if shared not in path.parents or not path.exists():
        raise HTTPException(404)
    body, _ = HTMLExporter().from_notebook_node(nbformat.read(path, as_version=4))
    return body
