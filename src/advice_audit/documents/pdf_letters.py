"""The letters of a PDF page as pdfplumber gives them, made without its search of each value for references to resolve.

A page has thousands of letters, and pdfminer has resolved all that is known of them: that search took two fifths of the
time of reading a PDF.
"""

from typing import TYPE_CHECKING, Any

from advice_audit.errors import UnreadableDocument

if TYPE_CHECKING:
    from pdfplumber.page import Page

TOO_MUCH = "The PDF holds more text than any advice does."
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


def lay_out(page: "Page", most: int) -> None:
    """Lay a page out as pdfplumber does, but give up once it has more letters than any advice: they would fill the memory.

    Args:
        page: not laid out yet.
        most: letters that are still read.

    Raises:
        UnreadableDocument: `too-large`.
    """
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfplumber.page import PDFPageAggregatorWithMarkedContent

    class Counting(PDFPageAggregatorWithMarkedContent):  # type: ignore[misc]
        letters = 0

        def render_char(self, *args: Any, **named: Any) -> float:
            self.letters += 1
            if self.letters > most:
                raise UnreadableDocument("too-large", TOO_MUCH)
            width: float = super().render_char(*args, **named)
            return width

    device = Counting(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()
