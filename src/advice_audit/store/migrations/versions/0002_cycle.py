"""The audit cycle: samples, moderation, what was settled, answers, flags, actions, feedback."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "samples",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("stratified_by", sa.String(), nullable=True),
        sa.Column("completed_from", sa.Date(), nullable=True),
        sa.Column("completed_to", sa.Date(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("excluded", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("frame", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drawn_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_samples"),
    )
    op.create_index("ix_samples_term", "samples", ["term"])
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_sha256", sa.String(), nullable=False),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("service", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["import_sha256"], ["imports.sha256"], name="fk_feedback_import_sha256_imports"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_term", "feedback", ["term"])
    op.create_table(
        "actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=True),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_actions_audit_id_audits"),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
    )
    op.create_index("ix_actions_audit_id", "actions", ["audit_id"])
    op.create_index("ix_actions_term", "actions", ["term"])
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("writer", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_answers_audit_id_audits"),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
    )
    op.create_index("ix_answers_audit_id", "answers", ["audit_id"])
    op.create_table(
        "closings",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_closings_audit_id_audits"),
        sa.PrimaryKeyConstraint("audit_id", name="pk_closings"),
    )
    op.create_table(
        "flags",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raised_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_flags_audit_id_audits"),
        sa.PrimaryKeyConstraint("id", name="pk_flags"),
    )
    op.create_index("ix_flags_audit_id", "flags", ["audit_id"])
    op.create_table(
        "moderations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("auditor", sa.String(), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_moderations_audit_id_audits"),
        sa.PrimaryKeyConstraint("id", name="pk_moderations"),
        sa.UniqueConstraint("audit_id", "auditor", name="uq_moderations_audit_id_auditor"),
    )
    op.create_table(
        "sample_items",
        sa.Column("sample_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("service", sa.String(), nullable=True),
        sa.Column("completed", sa.Date(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("audit_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_sample_items_audit_id_audits"),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name="fk_sample_items_sample_id_samples"),
        sa.PrimaryKeyConstraint("sample_id", "position", name="pk_sample_items"),
    )
    op.create_index("ix_sample_items_audit_id", "sample_items", ["audit_id"])
    op.create_table(
        "settled",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_settled_audit_id_audits"),
        sa.PrimaryKeyConstraint("audit_id", "criterion", name="pk_settled"),
    )
    op.create_table(
        "settled_findings",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("finding", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_settled_findings_audit_id_audits"),
        sa.PrimaryKeyConstraint("audit_id", "finding", name="pk_settled_findings"),
    )
    op.create_table(
        "settled_additions",
        sa.Column("moderation_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["moderation_id"], ["moderations.id"], name="fk_settled_additions_moderation_id_moderations"
        ),
        sa.PrimaryKeyConstraint("moderation_id", "ordinal", name="pk_settled_additions"),
    )
    op.create_table(
        "moderation_findings",
        sa.Column("moderation_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("finding", sa.Integer(), nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=True),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["moderation_id"], ["moderations.id"], name="fk_moderation_findings_moderation_id_moderations"
        ),
        sa.PrimaryKeyConstraint("moderation_id", "ordinal", name="pk_moderation_findings"),
    )
    op.create_table(
        "moderation_verdicts",
        sa.Column("moderation_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["moderation_id"], ["moderations.id"], name="fk_moderation_verdicts_moderation_id_moderations"
        ),
        sa.PrimaryKeyConstraint("moderation_id", "criterion", name="pk_moderation_verdicts"),
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_table("moderation_verdicts")
    op.drop_table("settled_additions")
    op.drop_table("moderation_findings")
    op.drop_table("settled_findings")
    op.drop_table("settled")
    op.drop_table("sample_items")
    op.drop_table("moderations")
    op.drop_table("flags")
    op.drop_table("closings")
    op.drop_table("answers")
    op.drop_table("actions")
    op.drop_table("feedback")
    op.drop_table("samples")
