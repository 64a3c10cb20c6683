"""The format and the encoding of a reference file show in its content, whatever it is called."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.citations.reference_files.model import Format
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.reference_files.reading import read_references
from annotator.errors import UnreadableReferences

RIS = "TY  - JOUR\nTI  - Müller: 5 µg\nER  - \n"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        pytest.param(b"TY  - JOUR\nTI  - A\nAB  - see @article{x, y}\nER  - ", Format.RIS, id="RIS-about-BibTeX"),
        pytest.param(b"\n\nPMID- 1\nTI  - TY  - JOUR\n", Format.NBIB, id="NBIB-about-RIS"),
        pytest.param(b"words\n@article{a, title={TY  - JOUR}}", Format.BIBTEX, id="BibTeX-behind-words"),
        pytest.param(b'  [ {"title": "PMID- 1"} ]', Format.CSL_JSON, id="JSON"),
        pytest.param(b"T1  - A\nER  - ", Format.RIS, id="RIS-without-its-first-tag"),
    ],
)
def test_a_format_is_known_by_its_content(content: bytes, form: Format) -> None:
    found = read_references(content)

    assert (found.format, len(found.works)) == (form, 1)


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        pytest.param(RIS.encode(), "", id="utf-8"),
        pytest.param(RIS.encode("utf-8-sig"), "", id="utf-8-with-mark"),
        pytest.param(RIS.encode("utf-16"), "", id="utf-16"),
        pytest.param(RIS.encode("cp1252"), "1 line is not UTF-8 and was read as cp1252", id="cp1252"),
        pytest.param(b"TY  - JOUR\nTI  - \x81\nER  -\n" + RIS.encode(), "1 line is not UTF-8", id="no-cp1252-either"),
        pytest.param(RIS.encode() + RIS.encode("cp1252"), "1 line is not UTF-8", id="two-files-put-together"),
    ],
)
def test_each_line_is_read_in_its_encoding(content: bytes, remark: str) -> None:
    found = read_references(content)

    assert found.works[-1].title == "Müller: 5 µg"
    assert "".join(found.remarks).startswith(remark)
    assert bool(found.remarks) == bool(remark)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf \n", "is empty", id="blank"),
        pytest.param(b"Zinc helps.\n", "is no reference file: RIS, PubMed", id="an-article"),
        pytest.param(b"[]", "holds no record", id="an-empty-list"),
        pytest.param(b"@comment{x}", "holds no record", id="BibTeX-without-entries"),
        pytest.param(b"%PDF-1.7\x00\x01", "is no text", id="a-pdf"),
        pytest.param("TY".encode("utf-32"), "UTF-32", id="utf-32"),
        pytest.param(b"\xff\xfeT\x00Y", "broken UTF-16", id="half-a-character"),
    ],
)
def test_what_is_no_reference_file_is_told(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableReferences, match=r"^x\.ris ") as error:
        read_references(content, "x.ris")

    assert says in str(error.value)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["TY  - JOUR", "ER  - ", "TI  - a", "DO  - 10.1000/1", "PMID- 1", "RIN - x. PMID: 5", "AU  - a, b"]
        ),
        st.sampled_from(["@article{a, title={b}}", "@book{", "}", "{", '[{"title": "a"}]', '{"a": [', '"', ","]),
        st.text(max_size=12),
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


@settings(deadline=None)
@given(LINES)
def test_any_file_is_read_or_told_and_every_record_is_accounted_for(text: str) -> None:
    try:
        found = read_references(text.encode("utf-8", "surrogatepass"))
    except UnreadableReferences:
        return

    places = sorted([each.number for each in found.records] + [each.number for each in found.refused])
    assert places == list(range(1, found.read + 1))
    assert found.counted == found.read or any("were found" in remark for remark in found.remarks)


@given(st.text(st.sampled_from("<>/ip \n&;jatsub\u00e9e\u0301\x00"), max_size=30))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("H<sub>2</sub>O", "H2O", id="inline"),
        pytest.param("<jats:p>One</jats:p><jats:p>Two</jats:p>", "One Two", id="paragraphs"),
        pytest.param("<<i>b>x", "x", id="tags-in-tags"),
        pytest.param("p < 0.05 and p > 0.01", "p < 0.05 and p > 0.01", id="signs"),
        pytest.param("<script>x</script>", "<script>x</script>", id="no-markup-of-bibliographies"),
        pytest.param("a\u200bb\x00c\u00a0 d", "abc d", id="unseen"),
    ],
)
def test_markup_goes_and_signs_stay(text: str, words: str) -> None:
    assert plain(text) == words
