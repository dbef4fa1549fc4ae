"""The letters of a PDF page as pdfplumber gives them, made without its search of each value for references to resolve.

A page has thousands of letters, and pdfminer has resolved all that is known of them: that search took two fifths of the
time of reading a PDF.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdfplumber.page import Page

_KEPT = ("matrix", "fontname", "upright", "x0", "x1", "y0", "y1", "width", "height", "size")


def make_letters_quickly(page: "Page") -> None:
    """Have a page make letters with what we and `extract_words` read of them; all else it makes as before."""
    from pdfminer.layout import LTChar

    slow, (left, above) = page.process_object, page.mediabox[:2]

    def process(thing: Any) -> dict[str, Any]:
        if type(thing) is not LTChar or left or not isinstance(thing.fontname, str):
            made: dict[str, Any] = slow(thing)
            return made
        letter = {name: getattr(thing, name) for name in _KEPT}
        stroking, filling = thing.graphicstate.scolor, thing.graphicstate.ncolor
        top = page.height - thing.y1 + above
        return letter | {
            "object_type": "char",
            "page_number": page.page_number,
            "text": thing.get_text(),
            "stroking_color": stroking if isinstance(stroking, tuple) else (stroking,),
            "non_stroking_color": filling if isinstance(filling, tuple) else (filling,),
            "top": top,
            "bottom": page.height - thing.y0 + above,
            "doctop": page.initial_doctop + top,
        }

    page.process_object = process
