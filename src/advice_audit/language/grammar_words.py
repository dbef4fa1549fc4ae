"""Words that several rules of grammar ask about."""

SAME_PAST = frozenset(
    "put hit let set cut hurt shut cost quit spread burst read bet cast split beat bid thrust rid wet shed slit upset "
    "must can may might will shall could would should ought need dare used did had said went came bit lay found fell left "
    "felt lit fed led met kept held told drew ran sat got gave took made knew rang sang swam wore woke spoke broke chose "
    "drove ate hid slept spelt learnt dreamt burnt leapt built sent spent lent bent dealt meant knelt dwelt wept crept "
    "swept paid read heard stood understood bought brought caught taught thought sought fought".split()
)
"""Verbs whose past looks like their base form or is often taken for it."""

SAME_FORM = frozenset(
    "put hit let set cut hurt shut cost quit spread burst read bet cast split beat bid thrust rid wet shed slit upset must need "
    "dare found fell lay left lit used".split()
)
"""Those whose past is also a base form."""
