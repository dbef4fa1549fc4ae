import pytest
from made_files import word

from advice_audit.documents import open_document


@pytest.fixture
def read(tmp_path):
    """Read a Word file of the given body and parts."""

    def reader(body, **parts):
        return open_document(word(tmp_path / "advice.docx", body, **parts))

    return reader
