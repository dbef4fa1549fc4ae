import subprocess
import sys
import time

HEAVY = ("spacy", "sklearn", "scipy", "numpy", "pandas", "jinja2", "docx", "pdfplumber", "ruamel", "textstat", "harper")


def test_version(call):
    from importlib.metadata import version

    assert call("--version").stdout.strip() == f"advice-audit {version('advice-audit')}"


def test_help_imports_nothing_heavy():
    code = (
        "import sys\nfrom advice_audit.cli.app import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr.strip() == "[]"


def test_help_takes_under_a_third_of_what_spacy_takes_to_import():
    def fastest(code, times):
        taken = []
        for _ in range(times):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120, check=False)
            taken.append(time.perf_counter() - start)
        return min(taken)

    help_time = fastest(
        "import sys; sys.argv = ['advice-audit', '--help']; from advice_audit.cli import main; main()", 3
    )
    assert help_time < fastest("import spacy", 2) / 3


def test_the_package_itself_imports_nothing():
    code = "import sys, advice_audit; print([n for n in sys.modules if n.startswith(('advice_audit.', 'pydantic'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_audit_stays_a_function_when_its_module_is_imported():
    code = (
        "import advice_audit, advice_audit.audit\nfrom advice_audit.audit import audit_many\n"
        "from advice_audit import audit\nassert callable(advice_audit.audit) and audit is advice_audit.audit\n"
        "assert sorted(advice_audit.__all__) == advice_audit.__all__\n"
        "assert all(getattr(advice_audit, name) for name in advice_audit.__all__)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
