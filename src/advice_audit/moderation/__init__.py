"""What people say of the machine's audits: their verdicts beside its own, how far they agree, and what was settled."""
