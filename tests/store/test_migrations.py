"""Migrations: up, down, from the first revision with data in it, and equal to the models."""

from itertools import pairwise

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from invented_audits import invented, keep
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from advice_audit.store import cycle, load_audit, migrate, open_store
from advice_audit.store.base import Base
from advice_audit.store.engine import make_engine
from advice_audit.store.models import Audit
from advice_audit.store.place import as_url

REVISIONS = [script.revision for script in ScriptDirectory(str(migrate.folder())).walk_revisions()][::-1]


def test_head_is_the_newest_revision():
    assert REVISIONS[-1] == migrate.HEAD
    assert cycle.Sample.__tablename__ in Base.metadata.tables


def test_models_and_migrations_say_the_same(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.fixture
def engine(place, tmp_path):
    (tmp_path / "store").mkdir()
    engine = make_engine(as_url(place))
    yield engine
    engine.dispose()


def test_every_step_up_and_down_again(engine):
    shapes = []
    for revision in REVISIONS:
        with engine.begin() as connection:
            migrate.upgrade(connection, "here", revision)
        shapes.append(shape(engine))
    assert all(before != after for before, after in pairwise(shapes))
    for revision, expected in list(zip(REVISIONS, shapes, strict=True))[-2::-1]:
        with engine.begin() as connection:
            migrate.downgrade(connection, revision)
        assert shape(engine) == expected
    with engine.begin() as connection:
        migrate.downgrade(connection, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    with engine.begin() as connection:
        migrate.upgrade(connection, "here")
    assert shape(engine) == shapes[-1]


def shape(engine):
    seen = inspect(engine)
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table)],
            sorted(index["name"] for index in seen.get_indexes(table)),
            sorted(key["name"] for key in seen.get_foreign_keys(table)),
        )
        for table in seen.get_table_names()
    }


def test_audits_of_the_first_revision_are_there_after_opening(place, engine):
    with engine.begin() as connection:
        migrate.upgrade(connection, "here")
    with Session(engine) as session, session.begin():
        number = keep(session, invented(), people=["Orla Penhaligon"])
    with engine.begin() as connection:
        migrate.downgrade(connection, REVISIONS[0])
        assert '"people"' in connection.exec_driver_sql("SELECT CAST(rest AS TEXT) FROM audits").scalar_one()
    with open_store(place) as store, store.reading() as session:
        assert load_audit(session, number) == invented()
        assert session.get(Audit, number).people == ["Orla Penhaligon"]
        assert session.query(cycle.Sample).count() == 0


def test_a_step_that_fails_changes_nothing(engine, monkeypatch):
    with engine.begin() as connection:
        migrate.upgrade(connection, "here", REVISIONS[0])
    before = shape(engine)
    # The last table of the second revision is in the way.
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE settled_findings (a INTEGER)")
    with pytest.raises(Exception, match="settled_findings"), engine.begin() as connection:
        migrate.upgrade(connection, "here")
    after = shape(engine)
    after.pop("settled_findings")
    assert after == before
