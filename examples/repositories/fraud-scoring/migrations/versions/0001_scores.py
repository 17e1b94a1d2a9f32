"""Scores."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "scores",
        sa.Column("order_id", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, nullable=False, index=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now()),
    )


def downgrade() -> None:
    op.drop_table("scores")
