"""A rubric that extends another: only what differs stands in its file.

Of the base's services the kinds found in any council are kept; its own named services are not. Criteria are
matched by id, word lists and headings are added to, everything else is replaced.
"""

from collections.abc import Mapping, Sequence
from typing import Any

EXTENDS = "extends"
WITHOUT = "without"
Place = tuple[int | str, ...]


def extended(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a base's data with another file's differences worked in.

    Args:
        base: whole data of the rubric that is extended, known to be valid.
        own: data of the file that extends it, not checked yet: a part of the wrong type is passed on as it is,
            so that validation reports it.
    """
    whole: dict[str, Any] = {**base, **own}
    gone = own.get(WITHOUT)
    if isinstance(gone, list):
        # An id that the base does not have stays in `without`, which validation then refuses.
        known = {c["id"] for c in base["criteria"]}
        whole[WITHOUT] = [name for name in gone if name not in known]
        if not whole[WITHOUT]:
            del whole[WITHOUT]
    whole["grades"] = _updated(base.get("grades"), own.get("grades"))
    if isinstance(gone, list) and isinstance(whole["grades"], dict):
        limits = whole["grades"].get("limits") or []
        whole["grades"] = {**whole["grades"], "limits": [x for x in limits if x.get("criterion") not in gone]}
    kept = [c for c in base["criteria"] if not isinstance(gone, list) or c["id"] not in gone]
    whole["criteria"] = _merged([_sourced(c, base["based_on"]) for c in kept], own.get("criteria"))
    whole["services"] = _merged([s for s in base.get("services", ()) if s.get("kind")], own.get("services"))
    whole["deadlines"] = _updated(base.get("deadlines"), own.get("deadlines"))
    for added in ("lexicons", "headings"):
        whole[added] = _added(base.get(added), own.get(added))
    return {key: value for key, value in whole.items() if value is not None}


def place_in_file(place: Place, whole: Any, own: Any) -> Place:
    """Return where a field of the whole rubric stands in the file that extends another, as far as it does.

    Args:
        place: path of keys and positions in the whole.
        whole: data after extension.
        own: data of the file alone; the same object where it extends nothing.
    """
    if whole is own or len(place) < 2 or place[0] not in ("criteria", "services", "lexicons"):
        return place
    head, key, *rest = place
    if head == "lexicons":
        added, listed = own.get(head, {}).get(key), whole[head].get(key)
        if rest and isinstance(added, list) and isinstance(listed, list) and isinstance(rest[0], int):
            return (head, key, rest[0] - len(listed) + len(added), *rest[1:])
        return place
    wanted = whole[head][key]
    same = [n for n, e in enumerate(own.get(head) or ()) if e is wanted or _id(e) == _id(wanted) is not None]
    return (head, same[-1], *rest) if same else (head,)


def _id(entry: Any) -> Any:
    return entry.get("id") if isinstance(entry, dict) else None


def _sourced(criterion: dict[str, Any], document: str) -> dict[str, Any]:
    """Return a criterion whose source names its document: what is inherited rests on the base's, not on ours."""
    return {**criterion, "source": {"document": document, **criterion["source"]}}


def _merged(base: Sequence[Any], own: Any) -> Any:
    """Return the base's entries with those of the same id updated, and new ones at the end."""
    if not isinstance(own, list):
        return list(base) if own is None else own
    changes = {_id(entry): entry for entry in own if _id(entry) is not None}
    if len(changes) < len(own):
        # An id twice, or none: validation refuses it, at the later place.
        earlier = {entry["id"]: entry for entry in base}
        return [*base, *({**earlier.get(_id(e), {}), **e} if isinstance(e, dict) else e for e in own)]
    known = {_id(entry) for entry in base}
    out = [{**entry, **changes[entry["id"]]} if entry["id"] in changes else entry for entry in base]
    return [*out, *(entry for entry in own if _id(entry) not in known)]


def _updated(base: Any, own: Any) -> Any:
    return {**base, **own} if isinstance(base, dict) and isinstance(own, dict) else own if own is not None else base


def _added(base: Any, own: Any) -> Any:
    if not (isinstance(base, dict) and isinstance(own, dict)):
        return own if own is not None else base
    out = dict(base)
    for key, value in own.items():
        before = base.get(key)
        if isinstance(before, list) and isinstance(value, list):
            out[key] = [*before, *value]
        else:
            out[key] = _updated(before, value)
    return out
