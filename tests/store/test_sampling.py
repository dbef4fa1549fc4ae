"""Sampling: fair, repeatable, recorded; who is left out, and who takes whose place."""

from collections import Counter
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from invented_audits import AT, VERSIONS, finding, invented, keep, unreadable
from openpyxl import Workbook

from advice_audit.errors import ConfigurationError
from advice_audit.reports.sample_record import in_html, in_text
from advice_audit.sampling.auditing import audit_sample
from advice_audit.sampling.frame import (
    OUTSIDE,
    TWICE,
    Candidate,
    build_frame,
    from_folder,
    from_register,
    from_store,
    with_known_facts,
)
from advice_audit.sampling.keep import (
    Plan,
    draw_sample,
    items_of,
    next_due,
    replace_unreadable,
    sampled_lately,
    samples_of,
    waiting,
)
from advice_audit.sampling.lots import draw, draw_by_service, lots, shares
from advice_audit.sampling.record import sample_record
from advice_audit.store import load_audit
from advice_audit.store.models import Event
from advice_audit.terms import parse_term

TERM = parse_term("2026-autumn")
NAMES = [(f"advice-{n}.docx", None) for n in range(80)]
SERVICES = [
    (f"{service}/{n}.docx", service)
    for service, many in (("early", 50), ("disabled", 20), ("leaving", 3))
    for n in range(many)
]


def frame(names=NAMES, **more):
    candidates = [Candidate(name, f"/advices/{name}", service) for name, service in names]
    return build_frame("a list", candidates, first=TERM.first, last=TERM.last, **more)


def plan(**more):
    return Plan(**{"term": TERM, "size": 6, "reserve": 4, "seed": 2026, **more})


def test_the_draw_can_be_checked_with_nothing_but_sha256():
    by_hand = sorted(NAMES, key=lambda one: sha256(f"7\n{one[0]}".encode()).hexdigest())
    drawn = draw(NAMES, size=6, reserve=3, seed=7)
    assert [lot.name for lot in (*drawn.chosen, *drawn.reserves)] == [name for name, _ in by_hand[:9]]


def test_the_order_of_the_list_does_not_matter():
    assert draw(NAMES[::-1], size=6, reserve=6, seed=1) == draw(NAMES, size=6, reserve=6, seed=1)
    assert draw(NAMES, size=6, reserve=6, seed=1) != draw(NAMES, size=6, reserve=6, seed=2)


def test_every_advice_has_the_same_chance():
    drawn = Counter(lot.name for seed in range(2000) for lot in draw(NAMES[:20], size=5, reserve=0, seed=seed).chosen)
    # 500 expected of 2000 draws; six standard errors are 116.
    assert all(384 < drawn[name] < 616 for name, _ in NAMES[:20])


def test_a_list_shorter_than_the_sample_is_taken_whole():
    drawn = draw(NAMES[:4], size=6, reserve=6, seed=1)
    assert (len(drawn.chosen), drawn.reserves) == (4, ())


@pytest.mark.parametrize(("names", "size", "reserve"), [([], 6, 6), (NAMES, 0, 6), (NAMES, 6, -1)])
def test_what_cannot_be_drawn(names, size, reserve):
    with pytest.raises(ConfigurationError):
        draw(names, size=size, reserve=reserve, seed=1)


@pytest.mark.parametrize(
    ("counts", "size", "places"),
    [
        ({"a": 50, "b": 20, "c": 3}, 6, {"a": 4, "b": 1, "c": 1}),
        ({"a": 40, "b": 40, "c": 40}, 6, {"a": 2, "b": 2, "c": 2}),
        ({"a": 1, "b": 9}, 20, {"a": 1, "b": 9}),
        ({"a": 5, "b": 5, "c": 5}, 2, None),
    ],
)
def test_shares_of_services(counts, size, places):
    assert shares(Counter(counts), size) == places


def test_by_service_each_has_its_share_and_a_reserve():
    drawn = draw_by_service(SERVICES, size=6, reserve=3, seed=11)
    assert Counter(lot.service for lot in drawn.chosen) == {"early": 4, "disabled": 1, "leaving": 1}
    assert {lot.service for lot in drawn.reserves} == {"early", "disabled", "leaving"}
    lowest = {lot.service: lot for lot in reversed(lots(SERVICES, 11))}
    assert all(lowest[service] in drawn.chosen for service in lowest)
    assert not set(drawn.chosen) & set(drawn.reserves)


def test_with_more_services_than_places_none_comes_twice():
    names = [(f"{n}.docx", f"service {n % 10}") for n in range(50)]
    assert len({lot.service for lot in draw_by_service(names, size=6, reserve=6, seed=3).chosen}) == 6


def test_a_folder(tmp_path):
    for name, text in {
        "a/1.docx": "one",
        "a/2.docx": "two",
        "3.pdf": "three",
        "b/4.txt": "one",
        "notes.xyz": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    words, found = from_folder(tmp_path)
    assert words == f"the folder {tmp_path}"
    assert sorted((one.name, one.service) for one in found) == [
        ("3.pdf", None),
        ("a/1.docx", "a"),
        ("a/2.docx", "a"),
        ("b/4.txt", "b"),
    ]
    kept = build_frame(words, found, first=TERM.first, last=TERM.last)
    assert (kept.listed, kept.population, kept.excluded) == (4, 3, {TWICE: 1})
    assert [one.name for one in kept.candidates] == ["3.pdf", "a/1.docx", "a/2.docx"]


REGISTER = [
    ("File name", "Team", "Date completed"),
    ("one.docx", "Early Help", "09/10/2026"),
    ("two.docx", "", "2026-11-30"),
    ("three.docx", "CWD", ""),
]


def as_csv(tmp_path, rows, *, divider=",", encoding="utf-8-sig"):
    path = tmp_path / "register.csv"
    path.write_text("\n".join(divider.join(row) for row in rows), encoding=encoding)
    return path


def as_workbook(tmp_path, rows):
    book = Workbook()
    for row in rows:
        book.active.append([datetime(2026, 10, 9) if cell == "09/10/2026" else cell for cell in row])
    book.save(tmp_path / "register.xlsx")
    return tmp_path / "register.xlsx"


@pytest.mark.parametrize("make", [as_csv, as_workbook, lambda t, r: as_csv(t, r, divider=";", encoding="cp1252")])
def test_a_register(tmp_path, make):
    words, found = from_register(make(tmp_path, REGISTER))
    assert words.startswith("the register register.")
    assert [(one.name, one.service, one.completed) for one in found] == [
        ("one.docx", "Early Help", date(2026, 10, 9)), ("two.docx", None, date(2026, 11, 30)), ("three.docx", "CWD", None)
    ]  # fmt: skip
    assert found[0].path == str(tmp_path / "one.docx")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("Child", "Team"), ("x", "y")], "no column called File, Path or Reference"),
        ([("File",), ("a.docx",), ("b.docx",), ("a.docx",)], "row 4, column File: the same as in row 2"),
        ([("File", "Completed"), ("a.docx", "31/02/2026")], "row 2, column Completed: this is not a date"),
        ([("File", "Team"), ("", "CWD")], "row 2, column File: it is empty"),
        ([], "there is nothing in it"),
    ],
)
def test_a_wrong_register_is_refused_by_row_and_column(tmp_path, rows, message):
    path = as_csv(tmp_path, rows)
    with pytest.raises(ConfigurationError) as raised:
        from_register(path)
    assert message in raised.value.message
    assert str(path) in raised.value.message


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a workbook", b"\x00\x01\x02\x00", None])
def test_what_is_no_register(tmp_path, content):
    path = tmp_path / "register.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"register\.xlsx"):
        from_register(path)


def test_who_is_left_out_and_why():
    listed = [
        Candidate("a", "/a", completed=date(2026, 7, 1)),
        Candidate("b", "/b", completed=date(2026, 9, 1), sha256="x"),
        Candidate("c", "/c", sha256="x"),
        Candidate("d", "/d", completed=date(2026, 12, 31)),
        Candidate("e", "/e", sha256="y"),
        Candidate("f", "/f"),
    ]
    kept = build_frame("here", listed, first=TERM.first, last=TERM.last, recent={"/d", "y"}, recent_terms=3)
    assert [one.name for one in kept.candidates] == ["b", "f"]
    assert kept.excluded == {OUTSIDE: 1, TWICE: 1, "sampled in one of the last 3 terms": 2}
    assert (kept.listed, kept.population, kept.undated) == (6, 4, 1)


def test_the_store_as_source_fills_in_what_a_list_does_not_say(store):
    with store.session() as session:
        keep(session, invented("a.docx"))
        keep(session, unreadable("b.pdf"))
        keep(session, invented("c.docx"), origin="self")
    with store.reading() as session:
        _, found = from_store(session)
        assert [(one.name, one.service) for one in found] == [("a.docx", "Early Help"), ("b.pdf", None)]
        (known,) = with_known_facts(session, [Candidate("x", "/x", None, None, invented("a.docx").sha256)])
        assert (known.service, known.completed) == ("Early Help", date(2026, 10, 9))


def test_an_empty_store_says_where_to_look(store):
    with store.reading() as session, pytest.raises(ConfigurationError, match="--from FOLDER"):
        from_store(session)


def test_the_same_plan_gives_the_sample_that_was_kept(store):
    with store.session() as session:
        first = draw_sample(session, plan(), frame(), by="J Okafor", at=AT)
    with store.session() as session:
        assert draw_sample(session, plan(), frame(), by="somebody").id == first.id
        assert [item.role for item in items_of(session, first.id)] == ["chosen"] * 6 + ["reserve"] * 4
        assert len(waiting(session, first.id)) == 6


def test_a_second_draw_needs_a_reason_and_both_stay(store):
    with store.session() as session:
        draw_sample(session, plan(), frame(), by="J Okafor", at=AT)
    with store.session() as session, pytest.raises(ConfigurationError, match=r"03/11/2026 with the seed 2026.*--again"):
        draw_sample(session, plan(seed=1), frame(), by="J Okafor")
    with store.session() as session:
        again = draw_sample(session, plan(seed=1, again="The register lacked a team."), frame(), by="J Okafor", at=AT)
    with store.reading() as session:
        assert [one.seed for one in samples_of(session, TERM)] == [2026, 1]
        shown = sample_record(session, again, today=date(2026, 11, 4), identify=True)
        assert [(old.seed, old.reason) for old in shown.earlier] == [(2026, "The register lacked a team.")]


def run_audits(store, sample, broken=()):
    def audit(path):
        result = unreadable(str(path)) if path.name in broken else invented(str(path), text=path.name)
        return result, ("Orla Penhaligon", "Orla")

    return list(audit_sample(store, sample.id, audit, VERSIONS, by="J Okafor", at=AT))


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "advices"
    folder.mkdir()
    for number in range(20):
        (folder / f"Orla_Penhaligon {number}.docx").write_text(str(number))
    return folder


def drawn_from(store, files, **more):
    words, found = from_folder(files)
    with store.session() as session:
        return draw_sample(
            session, plan(**more), build_frame(words, found, first=TERM.first, last=TERM.last), by="J Okafor", at=AT
        )


def test_unreadable_advices_are_replaced_in_the_order_of_the_reserve(store, files):
    sample = drawn_from(store, files, reserve=2)
    with store.reading() as session:
        items = items_of(session, sample.id)
    names = [item.name for item in items]
    (files / names[1]).unlink()
    done = run_audits(store, sample, broken={names[0], names[6]})
    assert [item.position for item, _ in done] == [1, 2, 3, 4, 5, 6, 7, 8]
    with store.reading() as session:
        after = items_of(session, sample.id)
        assert [item.state for item in after] == ["replaced", "replaced", *["audited"] * 4, "unreadable", "audited"]
        assert [item.replaces for item in after[6:]] == [1, 2]
        assert after[1].note == "There is no such file."
        rows = sample_record(session, sample, today=date(2026, 11, 4), identify=False).chosen
        assert rows[1].became == "There is no such file. A reserve took its place."
        assert rows[6].became == "This PDF is a picture of text. No reserve was left. (in the place of number 1)"
        assert load_audit(session, after[7].audit_id).status == "audited"
        assert not waiting(session, sample.id)
    assert run_audits(store, sample) == []


def test_an_advice_of_another_time_is_replaced_once_its_date_is_read(store, files):
    sample = drawn_from(store, files, size=1, reserve=1)

    def audit(path):
        old = path.name == first
        return invented(str(path), text=path.name, completed=date(2024, 5, 1) if old else None), ()

    with store.reading() as session:
        first = items_of(session, sample.id)[0].name
    list(audit_sample(store, sample.id, audit, VERSIONS, by="J Okafor", at=AT))
    with store.reading() as session:
        one, two = items_of(session, sample.id)
    assert (one.state, one.note, one.completed) == (
        "replaced",
        "It was completed outside the period.",
        date(2024, 5, 1),
    )
    assert (two.state, two.replaces) == ("audited", 1)


def test_by_service_a_reserve_comes_from_the_same_service(store):
    with store.session() as session:
        sample = draw_sample(session, plan(stratified=True, reserve=3), frame(SERVICES), by="J Okafor", at=AT)
        item = next(one for one in items_of(session, sample.id) if one.service == "leaving" and one.role == "chosen")
        reserve = replace_unreadable(session, item, "A picture.", by="J Okafor")
        assert (reserve.service, reserve.replaces, item.state) == ("leaving", item.position, "replaced")


def test_what_was_audited_lately_is_known_by_name_path_and_content(store, files):
    sample = drawn_from(store, files)
    run_audits(store, sample)
    with store.reading() as session:
        item = items_of(session, sample.id)[0]
        assert {item.name, item.path, item.sha256} <= sampled_lately(session, TERM.shifted(3), 3)
        assert sampled_lately(session, TERM.shifted(4), 3) == set()
        assert sampled_lately(session, TERM, 3) == set()


def test_the_record_says_everything_and_shows_no_name(store, files):
    sample = drawn_from(store, files)
    with store.reading() as session:
        before = in_text(sample_record(session, sample, today=date(2026, 11, 4), identify=False))
    assert before.count("name withheld") == 10
    run_audits(store, sample)
    with store.reading() as session:
        shown = sample_record(session, sample, today=date(2026, 11, 4), identify=False)
        named = sample_record(session, sample, today=date(2026, 11, 4), identify=True)
    text = in_text(shown)
    for part in (
        "3 November 2026, by J Okafor",
        "Seed ",
        "2026",
        "Chosen (6)",
        "In reserve, in this order (4)",
        "SHA-256",
        shown.repeat,
    ):
        assert part in text
    assert shown.repeat == "advice-audit sample --term 2026-autumn --size 6 --reserve 4 --seed 2026 --from SOURCE"
    assert (shown.listed, shown.population, shown.eligible) == (20, 20, 20)
    assert all(line == line.rstrip() or line.strip() for line in text.splitlines())
    page = in_html(shown).decode()
    assert "Penhaligon" not in text + page
    assert "O.P. " in text and "O.P. " in page
    assert "Penhaligon" in in_text(named) and "Penhaligon" in in_html(named).decode()
    assert shown.list_hash == sha256("\n".join(sample.frame).encode()).hexdigest()


@pytest.mark.parametrize(
    ("today", "drawn", "words"),
    [
        (date(2026, 11, 4), False, "The autumn term 2026 is to be audited this month, and no sample is drawn yet."),
        (date(2026, 11, 4), True, "The next audit month is March 2027 (spring term 2027), in 16 weeks."),
        (date(2026, 10, 30), False, "The next audit month is November 2026 (autumn term 2026), in a few days."),
        (date(2026, 12, 1), False, "The next audit month is March 2027 (spring term 2027), in 12 weeks."),
    ],
)
def test_the_reminder(store, today, drawn, words):
    with store.session() as session:
        if drawn:
            draw_sample(session, plan(), frame(), by="J Okafor", at=datetime(2026, 11, 3, tzinfo=UTC))
        assert next_due(session, today).words(today) == words


def test_the_draw_is_in_the_record_of_events(store):
    with store.session() as session:
        draw_sample(session, plan(), frame(), by="J Okafor", at=AT)
        event = session.query(Event).one()
        assert (event.who, event.what, event.data["seed"], event.data["population"]) == (
            "J Okafor",
            "sample-drawn",
            2026,
            80,
        )
        assert finding("needs.source", "x", 1).fingerprint
