"""Documents, audits with verdicts and findings, imports, and the record of events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SQLITE = (
    "CREATE TRIGGER events_unchanged BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
    "CREATE TRIGGER events_kept BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
)
_POSTGRES = (
    "CREATE FUNCTION advice_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$",
    "CREATE TRIGGER events_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON events "
    "FOR EACH STATEMENT EXECUTE FUNCTION advice_audit_refuse()",
)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_documents"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_table(
        "imports",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_imports"),
    )
    op.create_table(
        "audits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("error_code", sa.String(), nullable=True),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("rubric_id", sa.String(), nullable=False),
        sa.Column("rubric_hash", sa.String(), nullable=False),
        sa.Column("model_version", sa.String(), nullable=False),
        sa.Column("audited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("audited_by", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.Column("readability", sa.Double(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("completed", sa.Date(), nullable=True),
        sa.Column("requested", sa.Date(), nullable=True),
        sa.Column("meeting", sa.Date(), nullable=True),
        sa.Column("service", sa.String(), nullable=True),
        sa.Column("rest", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["documents.sha256"], name="fk_audits_sha256_documents"),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
        sa.UniqueConstraint(
            "sha256",
            "path",
            "rubric_hash",
            "model_version",
            "origin",
            name="uq_audits_sha256_path_rubric_hash_model_version_origin",
        ),
    )
    op.create_index("ix_audits_current_term_origin", "audits", ["current", "term", "origin"])
    op.create_index("ix_audits_path_origin", "audits", ["path", "origin"])
    op.create_table(
        "verdicts",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("needs_person", sa.Boolean(), nullable=False),
        sa.Column("look_at", sa.Text(), nullable=True),
        sa.Column("rest", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_verdicts_audit_id_audits"),
        sa.PrimaryKeyConstraint("audit_id", "criterion", name="pk_verdicts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "findings",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("suggestion", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("missing", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("cues", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rest", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_findings_audit_id_audits"),
        sa.PrimaryKeyConstraint("audit_id", "ordinal", name="pk_findings"),
    )
    for statement in _POSTGRES if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)


def downgrade() -> None:
    """Remove them."""
    op.drop_table("findings")
    op.drop_table("verdicts")
    op.drop_table("audits")
    op.drop_table("imports")
    op.drop_table("events")
    op.drop_table("documents")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION advice_audit_refuse()")
