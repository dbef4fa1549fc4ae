"""Names found in an advice have a column of their own: a report reads those of every advice, and nothing else of `rest`."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Rows that were there keep the names in `rest` too: to rewrite it would take minutes in a large store.
_SQLITE = {
    "up": "UPDATE audits SET people = json_extract(rest, '$.people')",
    "down": "UPDATE audits SET rest = json_set(rest, '$.people', json(coalesce(people, '[]')))",
}
_POSTGRES = {
    "up": "UPDATE audits SET people = rest -> 'people'",
    "down": "UPDATE audits SET rest = (rest::jsonb || jsonb_build_object('people', coalesce(people::jsonb, '[]')))::json",
}


def upgrade() -> None:
    """Add the column and copy the names into it."""
    op.add_column("audits", sa.Column("people", sa.JSON(none_as_null=True), nullable=True))
    op.execute(_statements()["up"])


def downgrade() -> None:
    """Copy the names back and remove the column."""
    op.execute(_statements()["down"])
    op.drop_column("audits", "people")


def _statements() -> dict[str, str]:
    return _POSTGRES if op.get_bind().dialect.name == "postgresql" else _SQLITE
