"""The engine and its limits."""

import os

from sqlalchemy import create_engine

engine = create_engine(
    os.environ["DATABASE_URL"],
    pool_size=8,
    max_overflow=2,
    pool_timeout=1,
    pool_pre_ping=True,
    connect_args={
        "connect_timeout": 2,
        "options": "-c statement_timeout=800",
        "sslmode": "verify-full",
    },
)
