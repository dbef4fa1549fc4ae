"""Content controls, old form fields and picture symbols: what stands in them as text."""

from typing import TYPE_CHECKING

from advice_audit.documents.word_names import VAL, W14, switched_on, value, w, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

TICKED, UNTICKED = "☒", "☐"
_BOXES = {0xFE: TICKED, 0xFD: TICKED, 0x78: TICKED, 0x52: TICKED, 0x53: TICKED, 0x54: TICKED, 0x55: TICKED,
          0xA8: UNTICKED, 0x6F: UNTICKED, 0x71: UNTICKED, 0x72: UNTICKED, 0xA3: UNTICKED, 0x2A: UNTICKED,
          0xFC: "✓", 0xFB: "✗", 0x50: "✓", 0x4F: "✗", 0xE0: "→", 0xA7: "•", 0xB7: "•",
          0x6C: "•", 0x6E: "•"}  # fmt: skip


def is_placeholder(control: "_Element") -> bool:
    """Return whether a content control only shows its prompt ("Click here to enter text")."""
    return bool(switched_on(control.find(w("sdtPr")), "showingPlcHdr"))


def is_contents(control: "_Element") -> bool:
    """Return whether a content control holds the table of contents that Word makes."""
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and "contents" in gallery.get(VAL, "").lower()


def tick_box(control: "_Element") -> str | None:
    """Return the sign of a tick box control, or None if the control is no tick box."""
    box = control.find(f"{w('sdtPr')}/{W14}checkbox")
    if box is None:
        return None
    checked = box.find(W14 + "checked")
    on = checked is not None and checked.get(W14 + "val", checked.get(VAL, "0")) in ("1", "true", "on")
    return TICKED if on else UNTICKED


def form_field(data: "_Element | None") -> str | None:
    """Return what an old form field shows (tick box sign or chosen entry), None for a text field."""
    if data is None:
        return None
    box = data.find(w("checkBox"))
    if box is not None:
        on = switched_on(box, "checked")
        return TICKED if (switched_on(box, "default") if on is None else on) else UNTICKED
    choices = data.find(w("ddList"))
    if choices is None:
        return None
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(w("listEntry"))]
    chosen = whole(value(choices, "result"))
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def symbol(element: "_Element") -> str:
    """Return the sign that a `w:sym` stands for, as near as plain text has it."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    if code >= 0xF000:
        code -= 0xF000
    font = element.get(w("font"), "").lower()
    if "wingdings" in font or "symbol" in font or "webdings" in font:
        return _BOXES.get(code, "•")
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
