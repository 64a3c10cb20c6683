"""Nothing leaks from one split into another: found anew by each check, kept out by a freeze, and a planted leak stops
the export."""

from __future__ import annotations

from datetime import timedelta
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.model import Citation, Evidence, Stance, Verdict
from annotator.storage.filters import Filters
from annotator.storage.splits import (
    claims_by_article,
    claims_by_source,
    freeze_splits,
    frozen_groups,
    frozen_splits,
    kept_out,
)
from annotator.storage.works import save_works
from exports.catalog import exporter_named
from exports.errors import CannotExport, CannotFreeze
from exports.freezing import freeze, try_freeze
from exports.leakage import COMMONPLACE, claims_to_keep_out, find_leaks, joining, leakage_report
from exports.links import REPEAT, SOURCE, Link, LinkedClaim, links_between_articles
from exports.selecting import Dataset, leakage_in, select_claims
from exports.splits import Split, parse_shares
from tests.desks import NOON, add_lines, cited, label, label_all, search_all
from tests.exports.searched import search_and_freeze

SHARES = parse_shares("50/25/25")
LATER = NOON + timedelta(days=1)


def cite_on_both(db: Database, first: int = 1, second: int = 1) -> None:
    label_all(
        db,
        [
            label("k1", "take", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, first)),
            label("k2", "row", "Dr B", Verdict.SUPPORTED, evidence=cited(Stance.CONTEXT, second)),
        ],
    )


def test_sources_link_the_claims_whose_current_labels_cite_them(desk: Database) -> None:
    cite_on_both(desk)
    label_all(
        desk,
        [
            label("k3", "cures", "Dr A", Verdict.SUPPORTED, evidence=cited(Stance.SUPPORTS, 2)),
            label("k4", "cures", "Dr A", Verdict.SUPPORTED),
        ],
    )

    assert claims_by_source(desk) == {
        "PMID 33301246": {
            "garlic/1@26-50": "2026-11-23T12:01:00.000000Z",
            "zinc/1@20-36": "2026-11-23T12:02:00.000000Z",
        }
    }
    assert claims_by_article(desk) == {
        "garlic": {"claims": 3, "supported": 2},
        "zinc": {"claims": 1, "supported": 1},
    }


def test_identifiers_of_one_work_are_one_source(desk: Database) -> None:
    cite_on_both(desk, 1, 2)
    assert links_between_articles(desk) == []

    one = Work({"title": "A trial"}, (parse_identifier("PMID 33301246"), parse_identifier("PMC7745181")))
    save_works(desk, [one], Origin.FILE, "Dr A", NOON)

    (link,) = links_between_articles(desk)
    assert (link.reason, link.articles) == (SOURCE, frozenset({"garlic", "zinc"}))


def test_the_same_words_in_two_articles_are_a_link_though_nobody_searched_for_repeats(desk: Database) -> None:
    add_lines(desk, "ginger", "Ginger warms.", "garlic CURES  flu!")

    (link,) = links_between_articles(desk)

    assert (link.reason, link.name, link.articles) == (REPEAT, "Garlic cures flu.", frozenset({"garlic", "ginger"}))


def test_articles_that_share_a_source_or_words_are_frozen_together(desk: Database) -> None:
    cite_on_both(desk)
    add_lines(desk, "ginger", "Garlic cures flu.")
    for number in range(6):
        add_lines(desk, f"other-{number}", f"Statement {number} stands alone.", f"And so does {number * 7}.")

    search_and_freeze(desk, SHARES, NOON)

    splits = frozen_splits(desk)
    assert splits["garlic"] == splits["zinc"] == splits["ginger"]
    assert set(splits.values()) == {"train", "dev", "test"}
    assert kept_out(desk) == {}


def test_a_later_link_between_frozen_splits_keeps_the_newer_side_out(desk: Database) -> None:
    freeze_splits(desk, {"garlic": "train", "zinc": "test"}, NOON)
    cite_on_both(desk)

    done = search_and_freeze(desk, SHARES, LATER)

    (out,) = done.new_out
    assert (out.claim_id, out.reason, out.name, out.kept_with) == (
        "zinc/1@20-36",
        "source",
        "PMID 33301246",
        "garlic/1@26-50",
    )
    assert frozen_splits(desk) == {"garlic": "train", "zinc": "test"}
    assert search_and_freeze(desk, SHARES, LATER).new_out == ()
    assert kept_out(desk, as_of=NOON) == {}


def test_a_claim_kept_out_stays_out_when_the_link_goes(desk: Database) -> None:
    freeze_splits(desk, {"garlic": "train", "zinc": "test"}, NOON)
    cite_on_both(desk)
    search_and_freeze(desk, SHARES, LATER)
    label_all(desk, [label("k9", "row", "Dr B", Verdict.SUPPORTED)])

    search_and_freeze(desk, SHARES, LATER)

    assert set(kept_out(desk)) == {"zinc/1@20-36"}


def test_articles_frozen_together_stay_a_group_for_those_that_come_later(desk: Database) -> None:
    cite_on_both(desk)
    search_and_freeze(desk, parse_shares("100/0/0"), NOON)
    together = frozen_splits(desk)["zinc"]
    label_all(desk, [label("k5", "row", "Dr B", Verdict.SUPPORTED), label("k6", "take", "Dr A", Verdict.SUPPORTED)])
    add_lines(desk, "copper", "Garlic cures flu.")

    search_and_freeze(desk, parse_shares("100/0/0"), LATER)

    assert frozen_splits(desk)["copper"] == together
    assert frozen_groups(desk) == dict.fromkeys(["copper", "garlic", "zinc"], "garlic")


def test_a_commonplace_joins_no_articles_and_is_kept_out_of_all_splits_but_one(desk: Database) -> None:
    names = [f"other-{number}" for number in range(COMMONPLACE + 2)]
    for number, name in enumerate(names):
        add_lines(desk, name, f"Statement {number} stands alone.", "More research is needed.")

    done = search_and_freeze(desk, SHARES, NOON)

    splits = frozen_splits(desk)
    assert {splits[name] for name in names} == {"train", "dev", "test"}
    in_first = {name for name in names if splits[name] == splits[names[0]]}
    assert {each.claim_id.split("/")[0] for each in done.new_out} == set(names) - in_first
    assert leakage_in(desk, splits).leaks == ()


def planted(db: Database) -> None:
    freeze_splits(db, {"garlic": "train", "zinc": "test"}, NOON)
    cite_on_both(db)


@pytest.mark.parametrize("split", list(Split))
def test_a_planted_leak_stops_the_export_of_a_split(desk: Database, split: Split) -> None:
    planted(desk)

    leak = r"the splits leak: PMID 33301246 is cited in several splits: .*--freeze"
    with pytest.raises(CannotExport, match=leak), select_claims(desk, Dataset(split=split)):
        pass


def test_after_a_freeze_the_split_is_written_with_its_report(desk: Database, tmp_path: Path) -> None:
    planted(desk)
    search_and_freeze(desk, SHARES, LATER)

    with select_claims(desk, Dataset(split="test")) as (claims, selection):
        tally = exporter_named("jsonl").write(claims, tmp_path / "test.jsonl", selection)

    assert tally.claims == 0
    report = (tmp_path / "test.jsonl.leakage.txt").read_text()
    assert "Sources cited in several splits: none" in report
    assert "zinc/1@20-36 cites PMID 33301246, as garlic/1@26-50 does, which is in another split" in report
    assert "test.jsonl.leakage.txt" in (tmp_path / "test.jsonl.manifest.json").read_text()


def test_a_dataset_of_all_splits_says_where_it_leaks_and_gives_what_is_kept_out_no_split(
    desk: Database, tmp_path: Path
) -> None:
    planted(desk)
    with select_claims(desk, Dataset()) as (_, selection):
        assert len(selection.leaks) == 1

    search_and_freeze(desk, SHARES, LATER)

    with select_claims(desk, Dataset()) as (claims, selection):
        assert selection.leaks == ()
        assert {claim.claim_id: selection.split_of(claim) for claim in claims}["zinc/1@20-36"] is None


def test_without_splits_there_is_no_report(desk: Database, tmp_path: Path) -> None:
    with select_claims(desk, Dataset()) as (claims, selection):
        exporter_named("jsonl").write(claims, tmp_path / "all.jsonl", selection)

    assert not list(tmp_path.glob("*.leakage.txt"))


claims = st.lists(
    st.builds(lambda a, n: LinkedClaim(f"{a}/{n}", a, n, f"{n % 7}"), st.sampled_from("abcdef"), st.integers(0, 30))
)
times = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("2468"))
link_lists = st.lists(
    st.builds(
        lambda reason, found: Link(reason, "x", tuple(sorted(set(found), key=attrgetter("number", "article")))),
        st.sampled_from([REPEAT, SOURCE]),
        claims,
    ),
    max_size=8,
)
splits_of = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["train", "dev", "test"]))


@given(link_lists, splits_of, times)
def test_what_is_kept_out_leaves_no_leak(links: list[Link], splits: dict[str, str], frozen: dict[str, str]) -> None:
    out = {each.claim_id for each in claims_to_keep_out(links, splits, frozen_at=frozen)}

    assert find_leaks(links, splits, out) == []
    assert claims_to_keep_out(links, splits, out, frozen) == []


@given(link_lists, splits_of, times)
def test_what_was_in_test_before_goes_only_for_what_was_linked_before_it(
    links: list[Link], splits: dict[str, str], frozen: dict[str, str]
) -> None:
    found = {claim.claim_id: claim for link in links for claim in link.claims}

    for each in claims_to_keep_out(links, splits, frozen_at=frozen):
        gone, stays = found[each.claim_id], found[each.kept_with]
        if splits[gone.article] == "test" and gone.article in frozen:
            assert stays.article in frozen
            assert max(stays.since, frozen[stays.article]) < max(gone.since, frozen[gone.article])


@given(link_lists, splits_of)
def test_a_leak_is_found_wherever_a_link_has_claims_in_two_splits(links: list[Link], splits: dict[str, str]) -> None:
    parted = [link for link in links if len({splits[article] for article in link.articles & splits.keys()}) > 1]

    assert [leak.link for leak in find_leaks(links, splits, frozenset())] == parted


def test_sources_join_articles_however_many_and_repeats_only_a_few() -> None:
    many = tuple(LinkedClaim(f"a{n}/1", f"a{n}", n) for n in range(COMMONPLACE + 1))

    assert joining([Link(SOURCE, "x", many)]) == [frozenset(claim.article for claim in many)]
    assert joining([Link(REPEAT, "x", many)]) == []


def test_the_report_counts_articles_claims_and_verdicts_by_split(desk: Database) -> None:
    cite_on_both(desk)
    freeze_splits(desk, {"garlic": "train", "zinc": "train"}, NOON)

    lines = leakage_report(leakage_in(desk, frozen_splits(desk))).splitlines()

    assert lines[0] == (
        "Splits: train 2 articles, 4 claims (2 supported); dev 0 articles, 0 claims; test 0 articles, 0 claims"
    )
    assert lines[-1] == "Kept out of every split: nothing"


def test_evidence_is_what_its_label_says_now(desk: Database) -> None:
    source = parse_identifier("PMID 1")
    evidence = Evidence((Citation(source, Stance.SUPPORTS),))
    label_all(desk, [label("k1", "take", "Dr A", Verdict.SUPPORTED, evidence=evidence)])
    label_all(desk, [label("k30", "take", "Dr A", Verdict.SUPPORTED)])

    assert claims_by_source(desk) == {}
    assert {
        name: list(claims) for name, claims in claims_by_source(desk, as_of=NOON + timedelta(minutes=2)).items()
    } == {"PMID 1": ["garlic/1@26-50"]}


def test_what_is_kept_out_is_counted_in_no_split(desk: Database) -> None:
    planted(desk)

    done = search_and_freeze(desk, SHARES, LATER)

    assert {split: (held["claims"], held["supported"]) for split, held in done.contents.items()} == {
        "train": (3, 1),
        "dev": (0, 0),
        "test": (0, 0),
    }
    again = freeze(desk, SHARES, LATER)
    assert again.contents == done.contents
    lines = leakage_report(leakage_in(desk, frozen_splits(desk))).splitlines()
    assert lines[0] == (
        "Splits: train 1 article, 3 claims (1 supported); dev 0 articles, 0 claims; test 1 article, 0 claims"
    )


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        pytest.param("50/25/25", "test would have no claims.*2 articles in 2 groups.*too few for 50/25/25", id="two"),
        pytest.param("80/0/20", None, id="no-share-of-dev-no-matter"),
        pytest.param("100/0/0", None, id="all-in-train"),
    ],
)
def test_a_first_freeze_that_would_leave_a_split_empty_is_refused(
    desk: Database, shares: str, words: str | None
) -> None:
    search_all(desk)
    if words is None:
        freeze(desk, parse_shares(shares), NOON)
        assert len(frozen_splits(desk)) == 2
        return

    with pytest.raises(CannotFreeze, match=words):
        freeze(desk, parse_shares(shares), NOON)
    assert frozen_splits(desk) == {}
    assert len(try_freeze(desk, parse_shares(shares)).hindrances) == 1


def test_articles_that_cannot_be_parted_are_not_frozen_into_one_split(desk: Database) -> None:
    cite_on_both(desk)

    with pytest.raises(CannotFreeze, match=r"dev and test would have no claims.*2 articles in 1 group that cannot"):
        search_and_freeze(desk, SHARES, NOON)


def test_later_freezes_tell_what_is_empty_and_that_the_shares_are_others(desk: Database) -> None:
    search_and_freeze(desk, parse_shares("50/0/50"), NOON)
    same = freeze(desk, parse_shares("50/0/50"), LATER)
    other = freeze(desk, parse_shares("50/25/25"), LATER)
    after = freeze(desk, parse_shares("50/25/25"), LATER)

    changed = "the splits were frozen by 50/0/50 before. What was frozen stays; articles that came since are added by"
    assert "Warning" not in str(same)
    assert str(other).splitlines()[1:] == [f"Warning: {changed} 50/25/25", "Warning: dev has no claims"]
    assert str(after).splitlines()[1:] == ["Warning: dev has no claims"]


def test_nothing_is_frozen_before_the_repeats_were_searched_for(desk: Database) -> None:
    trial = try_freeze(desk, parse_shares("50/50/0"))
    with pytest.raises(CannotFreeze, match="4 claims were not searched for repeats: run python -m annotator find-m"):
        freeze(desk, SHARES, NOON)

    assert trial.hindrances == (
        "4 claims were not searched for repeats: run python -m annotator find-matches, then freeze",
    )
    assert frozen_splits(desk) == {}
    search_all(desk)
    assert try_freeze(desk, parse_shares("50/50/0")).hindrances == ()


def test_no_split_is_written_and_the_report_says_so_where_a_claim_in_one_was_not_searched_for(desk: Database) -> None:
    search_all(desk)
    freeze_splits(desk, {"garlic": "train", "zinc": "test"}, NOON)
    add_lines(desk, "ginger", "Ginger warms.")
    with select_claims(desk, Dataset(split="test")) as (_, selection):
        assert "Searched for repeats: all\n" in selection.leakage  # ginger is in no split

    freeze_splits(desk, {"ginger": "train"}, LATER)

    told = "1 claim was not searched for repeats: run python -m annotator find-matches"
    with pytest.raises(CannotExport, match=f"the splits may leak: {told}"), select_claims(desk, Dataset(split="test")):
        pass
    with select_claims(desk, Dataset()) as (_, selection):
        assert f"Searched for repeats: not all. {told}\n" in selection.leakage
    with select_claims(desk, Dataset(Filters(as_of=LATER), split="test")) as (_, selection):
        assert "Searched for repeats: which claims had been by then is not kept\n" in selection.leakage
