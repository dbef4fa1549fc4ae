"""By what its name ends in a file is taken for an advice when a folder is searched."""

ENDINGS = (".docx", ".docm", ".pdf", ".txt", ".md", ".doc", ".odt", ".rtf")


def is_advice_name(name: str) -> bool:
    """Tell whether a file of this name is to be audited: Word's lock files (`~$...`) and hidden files are not."""
    return not name.startswith(("~$", ".")) and name.lower().endswith(ENDINGS)
