"""The faults that real pages showed, each on a page of our own: what stands around an article, and in it without being
of it, is left out; headings, lists and tables that trafilatura would lose are kept."""

from __future__ import annotations

import pytest

from corpus.reading import html
from corpus.reading.reading import Reading

PROSE = "".join(
    f"<p>{words} This is certain, since {number} trials agreed, and no later one has said otherwise.</p>"
    for number, words in enumerate(
        (
            "Zinc lozenges shorten a cold by about two days when they are taken early, a review of trials found.",
            "People who sucked a lozenge every two hours were well again sooner than those who had a placebo.",
            "Children who took a syrup for half a year missed fewer days of school, though not by very many.",
            "Older people, who often eat too little of it, caught fewer colds while they took a small dose.",
            "Sprays and gels for the nose have cost some people their sense of smell, and are no longer sold.",
            "Tablets that are swallowed whole work less well, perhaps because little of the zinc gets to the throat.",
            "Whether the acetate is better than the gluconate is open, because hardly anybody compared the two.",
            "Doses above forty milligrams a day may cause nausea, and over months a lack of copper in the blood.",
        ),
        3,
    )
)
FIRST, LAST = "Zinc lozenges shorten", "no later one has said otherwise."
TITLE = "<h1>Zinc lozenges for colds</h1>"
HEAD = "<title>Zinc lozenges for colds | Health Daily</title>"
POST = f"<div class=entry-content>{PROSE}</div>"
MORE = PROSE.replace("Zinc", "Copper").replace("trials", "studies")
OTHERS = (
    "<h4><a href=/a>Magnesium for cramps</a></h4><p>Magnesium does nothing for cramps in most people, doctors say.</p>"
    "<h4><a href=/b>Iron for runners</a></h4><p>Runners need more iron than others do, and women more than men.</p>"
)
LINKS = "".join(f"<a href=/{n}>A story about vitamin number {n}</a> " for n in range(5))


def read(body: str, head: str = HEAD) -> Reading:
    return html.read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str, head: str = HEAD) -> list[str]:
    return [line for line in read(body, head).text.splitlines() if line]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<div>{TITLE}{POST}</div><div>{OTHERS}</div>", id="a column of other articles"),
        pytest.param(f"<div><div>{LINKS}</div><div>{TITLE}{PROSE}</div></div>", id="a menu that no name tells"),
        pytest.param(
            f"<table><tr><td width=150>{LINKS}<td>{TITLE}{POST}<td><p>Vote: do you take zinc?</table>",
            id="a page laid out as a table",
        ),
        pytest.param(
            f"<div>{TITLE}{PROSE}</div><div><p>We use small files to count you. <b>OK</b></div>",
            id="a notice about cookies that no name tells",
        ),
        pytest.param(
            f"<article>{TITLE}{PROSE}<div><h3>Other Health Columns</h3>{OTHERS}</div></article>",
            id="other columns inside the article",
        ),
        pytest.param(
            f"<article>{TITLE}{PROSE}<div><b>Related</b>{OTHERS}</div></article>", id="related articles inside it"
        ),
        pytest.param(
            f"<article>{TITLE}{PROSE}<div><h3>More from the Daily</h3>{OTHERS}</div></article>", id="more of the site"
        ),
        pytest.param(f"<article>{TITLE}{PROSE}<div>{LINKS}</div></article>", id="a box of links inside it"),
        pytest.param(f"{TITLE}<div>{PROSE}</div><p>Copyright 2024 Health Daily.", id="the last line"),
    ],
)  # fmt: skip
def test_what_stands_around_an_article_is_left_out(page: str) -> None:
    assert lines(page) == ["# Zinc lozenges for colds", *lines(PROSE, "")]
    assert "words around the article left out" in read(page).how_read


@pytest.mark.parametrize(
    ("part", "written"),
    [
        pytest.param("<h2>Who not</h2><p>Nobody with MS.</p>", ["## Who not", "Nobody with MS."],
                     id="a short part under a heading"),
        pytest.param("<ul><li>nausea<li>a bad taste</ul>", ["- nausea", "- a bad taste"], id="a list of single words"),
        pytest.param("<p>It may help:</p><ul><li><a>sore throat</a><li><a>cough</a></ul>",
                     ["It may help:", "- sore throat", "- cough"], id="a list of links"),
        pytest.param("<p>It may help:</p><div><a>throat</a><br><a>cough</a><br><a>cold</a></div>",
                     ["It may help:", "throat", "cough", "cold"], id="links that a sentence goes on with"),
        pytest.param("<table><tr><th>Who<th>mg<tr><td>Men<td>11<tr><td>Women<td>8</table>",
                     ["| Who | mg |", "|---|---|", "| Men | 11 |", "| Women | 8 |"], id="a table"),
        pytest.param("<table><tr><th>Drug<td><div><a href=/a>Zicam</a> <a href=/b>Cold drops</a> <a href=/c>Galzin</a>"
                     "</div><tr><th>Dose<td>9 mg</table>",
                     ["|  |  |", "|---|---|", "| Drug | Zicam Cold drops Galzin |", "| Dose | 9 mg |"],
                     id="a cell of links"),
        pytest.param("<p>Zinc <a class=popup>acetate</a> gives <span class='ad related'>more zinc</span> off.</p>",
                     ["Zinc acetate gives more zinc off."], id="words marked for a note"),
        pytest.param("<figure><img src=a><figcaption>Lozenges.</figcaption></figure>", ["Lozenges."], id="a caption"),
        pytest.param("<div class=text>One dose helps.<br><br>Two do not.</div>", ["One dose helps.", "Two do not."],
                     id="text parted by breaks"),
    ],
)  # fmt: skip
def test_what_stands_in_an_article_is_kept(part: str, written: list[str]) -> None:
    page = f"<div>{LINKS}</div><div class=entry-content>{TITLE}{PROSE}{part}{MORE}</div><div>{OTHERS}</div>"

    found = lines(page)

    assert [line for line in found if line in written] == written
    assert found[0] == "# Zinc lozenges for colds"
    assert found[1].startswith(FIRST)
    assert found[-1].endswith(LAST)


def test_what_stands_between_the_title_and_the_text_is_the_articles() -> None:
    page = (
        f"<div>{LINKS}</div><div class=top>{TITLE}<h2>Two days less in bed</h2><p class=byline>By Jane Doe</p>"
        f"<div>{LINKS}</div></div><div>{POST}</div><div>{OTHERS}</div>"
    )

    assert lines(page)[:3] == ["# Zinc lozenges for colds", "## Two days less in bed", "By Jane Doe"]
    assert lines(page)[3].startswith(FIRST)
    assert lines(page)[-1].endswith(LAST)


def test_a_title_outside_the_article_opens_it() -> None:
    page = (
        f"<div class=breadcrumbs>{TITLE}</div><article><div><h2>Two days less in bed</h2><p>By Jane Doe</p></div>{POST}"
        f"<div>{OTHERS}</div></article>"
    )

    assert lines(page)[:3] == ["# Zinc lozenges for colds", "## Two days less in bed", "By Jane Doe"]
    assert lines(page)[-1].endswith(LAST)


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param("<div><h2>References</h2><ol><li><a href=/x>Doe J. Zinc. 2014.</a></ol></div>", id="in a part"),
        pytest.param("<h2>References</h2><ol><li><a href=/x>Doe J. Zinc. 2014.</a></ol>", id="without one"),
        pytest.param("<div><div><h2>References</h2></div><ol><li>Doe J. Zinc. 2014.</ol></div>", id="in parts"),
    ],
)
def test_the_sources_are_kept_wherever_they_stand(sources: str) -> None:
    page = f"<div><div>{TITLE}{PROSE}</div></div>{sources}<h2>Contact</h2><p>Write to us at the office.</p>"

    assert lines(page)[-2:] == ["## References", "1. Doe J. Zinc. 2014."]


def test_readers_comments_are_left_out() -> None:
    said = "".join(
        f"<li class=comment><p>Reader {name}</p><p>I took it for {n} weeks and it never helped me, not once.</p></li>"
        for n, name in enumerate(("Ann", "Bob", "Cy"), 3)
    )
    page = f"<article>{TITLE}{PROSE}<section><ol class=commentlist>{said}</ol></section></article>"

    assert lines(page)[-1].endswith(LAST)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(
            f"<h1>Health Daily</h1><h2>Zinc lozenges for colds</h2>{PROSE}", "Zinc lozenges for colds", id="the site's"
        ),
        pytest.param(f"<h1>Allergy Center</h1>{PROSE}", "Zinc lozenges for colds", id="a section's"),
        pytest.param(f"<h1>A cold? Try zinc lozenges</h1>{PROSE}", "A cold? Try zinc lozenges", id="told otherwise"),
        pytest.param(
            f"<h1 class=breadcrumb>Zinc lozenges for colds</h1>{PROSE}", "Zinc lozenges for colds", id="named so"
        ),
    ],
)  # fmt: skip
def test_the_title_is_the_heading_that_the_page_states(body: str, title: str) -> None:
    reading = read(body)

    assert reading.title == title
    assert reading.text.startswith(f"# {title}\n\n")
    assert reading.text.count(title) == 1


@pytest.mark.parametrize(
    ("stated", "headings", "title"),
    [
        pytest.param("Home", "<h1>Are you ill again?</h1>", "Are you ill again?", id="a home page's"),
        pytest.param("Untitled Document", "<h1>Shorter colds</h1>", "Shorter colds", id="a template's"),
        pytest.param("article.php", "<h1>Shorter colds</h1>", "Shorter colds", id="a program's"),
        pytest.param("Something else", "<h1>Are you ill again?</h1>", "Are you ill again?", id="another thing"),
        pytest.param("Example Clinic", "<h1>Shorter colds</h1>", "Shorter colds", id="the site's"),
        pytest.param("Early lozenges, and what trials found", "<h1>Bed or not: an old question</h1>",
                     "Bed or not: an old question", id="a headline in other words"),
        pytest.param("Home", "<h1>Health Daily</h1><h1>Shorter colds with zinc</h1>", "Shorter colds with zinc",
                     id="the one that the text speaks of"),
        pytest.param("Zinc lozenges shorten colds", "<h1>Allergy Center</h1>", "Zinc lozenges shorten colds",
                     id="a section's heading"),
        pytest.param("Zinc lozenges shorten colds", "<h1>Nose</h1>", "Zinc lozenges shorten colds",
                     id="a section that the text names"),
    ],
)  # fmt: skip
def test_the_headline_is_the_title_whatever_the_page_is_called(stated: str, headings: str, title: str) -> None:
    reading = read(headings + PROSE, f"<title>{stated}</title>")

    assert reading.title == title
    assert reading.text.startswith(f"# {title}\n\n")


@pytest.mark.parametrize(
    ("byline", "author", "published"),
    [
        pytest.param(
            "<p class=author>By Jane Doe</p><p class=date>May 17, 2024</p>", "Jane Doe", "2024-05-17", id="shown"
        ),
        pytest.param("<p class=author>Account Log</p>", "", "", id="a name that nobody says is the author's"),
        pytest.param(
            "<p class=author>By <b>Jane Doe</b><br>March 25, 2015</p>", "Jane Doe", "2015-03-25", id="month behind it"
        ),
        pytest.param(
            "<p><cite>Doe J. Zinc.</cite> <span class=date>Retrieved 2024-05-17</span></p>", "", "", id="of a look-up"
        ),
    ],
)  # fmt: skip
def test_author_and_date_are_taken_from_the_words_where_nothing_states_them(
    byline: str, author: str, published: str
) -> None:
    reading = read(f"<article>{TITLE}{byline}{PROSE}</article>")

    assert (reading.author, reading.published) == (author, published)


def test_a_page_of_very_many_elements_is_read_by_what_its_tags_say() -> None:
    reading = read(f"{TITLE}{PROSE}{'<p>Zinc.' * 9_000}<nav>{LINKS}</nav>")

    assert reading.text.count("Zinc.") == 9_000
    assert "vitamin number" not in reading.text
