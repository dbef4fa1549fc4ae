"""The command line: parse, call, print. No rule of the domain stands here."""


def main() -> None:
    """Run `advice-audit`."""
    from advice_audit.cli.app import app

    app()
