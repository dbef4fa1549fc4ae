"""Runs the migrations in the transaction that `store.migrate` opened; there is no other way to run them."""

from alembic import context

from advice_audit.store import cycle, models  # noqa: F401 - their tables belong to the metadata
from advice_audit.store.base import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
