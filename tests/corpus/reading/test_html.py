"""Pages become articles: the article with its structure, nothing of what stands around it."""

from __future__ import annotations

import re

import pytest

from corpus.errors import UnreadableArticle
from corpus.model import Kind
from corpus.reading import article_from_bytes, html
from corpus.reading.reading import Reading
from corpus.units import cut_units

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Zinc and colds | Health Daily</title>
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-05-17T08:00:00Z">
<link rel="canonical" href="https://health.example.org/zinc">
<style>p{color:red}</style><script>var x = "Zinc cures all.";</script></head><body>
<div class="cookie-banner"><p>We use cookies to make this site work. <button>Accept</button></p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/n">Nutrition</a></li></ul></nav></header>
<main><article><h1>Zinc and <em>colds</em>: what helps</h1>
<p class="byline">By Jane Doe</p>
<p>Zinc lozenges shorten a cold
 by about 2&nbsp;days.<sup><a href="#fn1">1</a></sup> They work &mdash; if at all &mdash; when taken early.</p>
<h2>How much zinc?</h2>
<p>Adults need 8&ndash;11 mg a day.<br>Children need less.</p>
<p>Doses above 40 mg may cause:</p>
<ul><li>nausea</li><li>vomiting<ul><li>rarely with blood</li></ul></li><li><p>loss of <b>copper</b></p></li></ul>
<table><caption>Table 1. Daily zinc</caption><thead><tr><th>Group</th><th>Amount</th></tr></thead>
<tbody><tr><td>Men</td><td>11 mg</td></tr><tr><td>Women</td><td>8 mg</td></tr></tbody></table>
<h3>Steps</h3><ol start="3"><li>Suck a lozenge every 2 hours.</li><li>Stop after 5 days.</li></ol>
<dl><dt>Zinc acetate</dt><dd>A salt that releases more zinc.</dd></dl>
<figure><img src="a.png" alt="Lozenges"><figcaption>Zinc lozenges come in many flavours.</figcaption></figure>
<blockquote><p>Zinc works early, says Dr Roe.</p></blockquote>
<div class="share">Share this on <a href="#">Facebook</a></div>
<section class="references"><h2>References</h2><ol><li id="fn1">Doe J. Zinc. J Nutr. 2014;46(1):2-9.
<a href="#r">↩</a></li></ol></section>
<aside class="related"><h3>Related articles</h3><ul><li><a href="/a">Vitamin C</a></li></ul></aside></article></main>
<footer><p>&copy; 2024 Health Daily.</p></footer></body></html>"""

TEXT = """# Zinc and colds: what helps

By Jane Doe

Zinc lozenges shorten a cold by about 2\u00a0days.[1] They work — if at all — when taken early.

## How much zinc?

Adults need 8–11 mg a day.
Children need less.

Doses above 40 mg may cause:

- nausea
- vomiting
  - rarely with blood
- loss of copper

Table 1. Daily zinc

| Group | Amount |
|---|---|
| Men | 11 mg |
| Women | 8 mg |

### Steps

3. Suck a lozenge every 2 hours.
4. Stop after 5 days.

- Zinc acetate: A salt that releases more zinc.

Zinc lozenges come in many flavours.

> Zinc works early, says Dr Roe.

## References

1. Doe J. Zinc. J Nutr. 2014;46(1):2-9.
"""


BLOG = """<html><head><title>7 Benefits of Turmeric - Healthy Blog</title></head>
<body class="post-template-default single has-sidebar"><a class="skip-link" href="#content">Skip to content</a>
<div id="page"><header id="masthead"><p><a href="/">Healthy Blog</a></p><nav><a>Home</a></nav></header>
<div id="content"><div id="primary"><div class="breadcrumbs"><a>Home</a> » <a>Herbs</a></div>
<div class="entry-header"><h1>7 Benefits of Turmeric</h1></div>
<div class="entry-content"><p>Turmeric cures arthritis in 9 of 10 people. It has no side effects.</p>
<div class="wp-block"><h2>Key takeaways</h2><ul><li>Take 500 mg twice daily.</li><li>Stop your NSAID.</li></ul></div>
<div id="ez-toc-container"><nav><ul><li><a href="#a">Dose</a></li></ul></nav></div>
<div class="ad-container"><p>Advertisement</p></div>
<h2 id="a">Dose</h2><p>Adults: 500 mg.<br/>Children: ask a doctor.</p>
<div class="accordion"><button aria-expanded="false"><h3>Is it safe in pregnancy?</h3></button>
<div class="panel" style="display:none"><p>It is not recommended in pregnancy.</p></div></div>
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a>Tweet</a></li></ul></div>
<div id="jp-relatedposts"><h3>Related</h3><p>Ginger for colds</p></div></div>
<nav class="post-navigation"><a>Previous: Ginger</a></nav>
<div id="comments" class="comments-area"><h2>2 thoughts</h2><p class="comment">It cured my dog!</p></div></div>
<aside id="secondary" class="widget-area"><h2>Recent Posts</h2><ul><li><a>Ginger</a></li></ul></aside></div>
<footer><p>Copyright 2023</p></footer></div></body></html>"""

BLOG_TEXT = """# 7 Benefits of Turmeric

Turmeric cures arthritis in 9 of 10 people. It has no side effects.

## Key takeaways

- Take 500 mg twice daily.
- Stop your NSAID.

## Dose

Adults: 500 mg.
Children: ask a doctor.

### Is it safe in pregnancy?

It is not recommended in pregnancy.
"""


def read(page: str) -> Reading:
    return html.read(page.encode())


def body(fragment: str) -> str:
    """The text of a page with ``fragment`` in its body, without the title."""
    return read(f"<title>T</title><h1>T</h1>{fragment}").text.removeprefix("# T\n\n").rstrip("\n")


def test_a_page_is_read_as_its_article_alone() -> None:
    article = article_from_bytes("zinc.html", PAGE.encode())

    assert article.text == TEXT
    assert (article.title, article.author, article.published) == (
        "Zinc and colds: what helps",
        "Jane Doe",
        "2024-05-17",
    )
    assert article.source_address == "https://health.example.org/zinc"
    assert (article.how_read, article.warnings) == ("HTML, utf-8; 23 words around the article left out", ())
    assert article == article_from_bytes("zinc.html", PAGE.encode())


def test_a_blog_is_read_without_what_grows_around_its_posts() -> None:
    assert read(BLOG).text == BLOG_TEXT


def test_the_cut_knows_the_parts_of_a_page() -> None:
    kinds = {TEXT[unit.start : unit.end]: unit.kind for unit in cut_units(read(PAGE).text)}

    assert kinds["Zinc and colds: what helps"] is Kind.TITLE
    assert kinds["How much zinc?"] is kinds["Steps"] is Kind.HEADING
    assert kinds["Doses above 40 mg may cause:"] is Kind.LIST_INTRO
    assert kinds["nausea"] is kinds["rarely with blood"] is Kind.LIST_ITEM
    assert kinds["Group | Amount"] is Kind.TABLE_HEADER
    assert kinds["Women | 8 mg"] is Kind.TABLE_ROW
    assert kinds["Doe J. Zinc. J Nutr. 2014;46(1):2-9."] is Kind.REFERENCE
    assert kinds["Zinc works early, says Dr Roe."] is Kind.CLAIM


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        pytest.param("<p>a  b\n\tc</p>d", "a b c\n\nd", id="white space"),
        pytest.param("<p>a<br>b<br><br>c</p>", "a\nb\n\nc", id="line breaks"),
        pytest.param("<p>&lt;5&nbsp;&micro;g &amp; &#x2265;3</p>", "<5\u00a0µg & ≥3", id="entities"),
        pytest.param("a<p>b</p>c<div>d<b>e</b></div>f", "a\n\nb\n\nc\n\nde\n\nf", id="text between blocks"),
        pytest.param("<ul><li>a<p>b</p></li><li></li><li>c</li></ul>", "- a\n  b\n- c", id="a paragraph in an item"),
        pytest.param("<ul><li><b>a</b><br>b</li></ul>", "- a\n  b", id="a line break in an item"),
        pytest.param("<ul><li><h3>a</h3>b</li></ul>", "- a\n  b", id="a heading in an item"),
        pytest.param("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n- b", id="two lists"),
        pytest.param("<ul>x<li>a<ol><li>b</li><li value=9>c</ol></ul>", "x\n\n- a\n  1. b\n  9. c", id="nested lists"),
        pytest.param(
            "<dl><dt>a:</dt><dt>b</dt><dd><p>c</p><p>d</p></dd><dd>e</dd><dt>f</dl>",
            "- a, b: c\n  d\n  e\n- f",
            id="definitions",
        ),
        pytest.param("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "- a: b", id="definitions in boxes"),
        pytest.param("<blockquote>a<ul><li>b</ul></blockquote>c", "> a\n\n> - b\n\nc", id="a quotation"),
        pytest.param("<pre>a\n  b</pre>", "a\nb", id="preformatted"),
        pytest.param("<details><summary>Safe?</summary><p>Yes.</details>", "## Safe?\n\nYes.", id="details"),
        pytest.param("<p>ill.<sup>2,3</sup> x<sup>a</sup></p>", "ill.[2,3] xa", id="footnote marks"),
        pytest.param("<p>colds <sup>[4]</sup></p>", "colds [4]", id="a footnote mark in brackets"),
        pytest.param("<p>10<sup>-6</sup> m<sup>2</sup> CO<sub>2</sub>", "10⁻⁶ m² CO2", id="powers"),
        pytest.param("<p>the 5<sup>th</sup> Brand<sup>®</sup></p>", "the 5th Brand®", id="other raised words"),
        pytest.param(
            "<table><tr><th>A<th>B<tr><td>x<td><ul><li>y<li>z</ul></table>",
            "| A | B |\n|---|---|\n| x | y; z |",
            id="a list in a cell",
        ),
        pytest.param(
            "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>x<td>1<td>2<tr><td>3<td>4</table>",
            "| A | B | C |\n|---|---|---|\n| x | 1 | 2 |\n| x | 3 | 4 |",
            id="a cell over rows is said in each",
        ),
        pytest.param(
            "<table><tr><th colspan=2>A<th>B<tr><td>1<td>a|b<td>3</table>",
            "| A |  | B |\n|---|---|---|\n| 1 | a\\|b | 3 |",
            id="a cell over columns, a pipe in a cell",
        ),
        pytest.param("<table><tr><td><p>a</p><td><p>b</p></table>", "a\n\nb", id="a table that is layout"),
        pytest.param("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd", id="role"),
        pytest.param("<h2>a <a class=headerlink href=#a>¶</a></h2><p>b</p>", "## a\n\nb", id="a link to the heading"),
        pytest.param("<p>a</p><!-- b --><?php c ?><p hidden>d</p><p style='display: none'>e</p>", "a", id="not shown"),
        pytest.param("<div class=faq-answer style='display:none'>a</div>", "a", id="unfolded by a click"),
        pytest.param("<h3><button aria-expanded=false>a?</button></h3>b", "### a?\n\nb", id="a heading that unfolds"),
        pytest.param("<button aria-expanded=false><h3>a?</h3></button>b", "### a?\n\nb", id="a button with a heading"),
        pytest.param("<button aria-expanded=false>Is it safe?</button>b", "Is it safe?\n\nb", id="a question"),
        pytest.param("<button aria-expanded=false>Menu</button>b", "b", id="a button of a menu"),
        pytest.param("<form><p>a b c</p><input value=x></form>", "a b c", id="a form around everything"),
        pytest.param("<body class='has-sidebar nav'><p>a</p>", "a", id="names of the whole page"),
        pytest.param("<p>a b c d e f g</p><aside>Key points: h</aside>", "a b c d e f g\n\nKey points: h", id="a box"),
        pytest.param("<p>a b c d e f g</p><aside><a href=x>h i</a></aside>", "a b c d e f g", id="a box of links"),
        pytest.param(
            "<p>a b c d e</p><footer><h2>References</h2>h</footer>", "a b c d e\n\n## References\n\nh", id="references"
        ),
        pytest.param("<p>a<noscript>b</noscript><button>c</button></p>", "a", id="not for reading"),
        pytest.param("<b>a<i>b</b>c<p>d<div>e", "abc\n\nd\n\ne", id="tags that nobody closed"),
    ],
)  # fmt: skip
def test_structure_becomes_marks(fragment: str, text: str) -> None:
    assert body(fragment) == text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("<title>Zinc &amp; you | Health Daily</title>", "Zinc & you", id="title without the site"),
        pytest.param("<title>Zinc – a long story of colds - HD</title>", "Zinc – a long story of colds", id="dashes"),
        pytest.param('<meta property="og:title" content="Zinc"><title>x</title>', "Zinc", id="og:title"),
        pytest.param("<title> \n</title>", "", id="none"),
    ],
)
def test_without_a_heading_the_title_is_what_the_page_says(head: str, title: str) -> None:
    reading = read(f"<head>{head}</head><p>It helps.</p>")

    assert reading.title == title
    assert reading.text == (f"# {title}\n\nIt helps.\n" if title else "It helps.\n")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            "<header><h1>Health Daily</h1></header><article><h1>Zinc</h1><p>It helps.</article>", id="the site"
        ),
        pytest.param("<h1><a href=/>Zinc</a></h1><h2>Zinc</h2><p>It helps.", id="said twice"),
        pytest.param("<p>It helps.<h1>Zinc</h1>", id="below the text"),
        pytest.param("<div class=nav-header><h1>Zinc</h1></div><p>It helps.", id="in a part that is left out"),
    ],
)
def test_the_title_stands_first_and_once(page: str) -> None:
    assert read(page).text == "# Zinc\n\nIt helps.\n"


@pytest.mark.parametrize(
    ("head", "author", "published"),
    [
        pytest.param(
            '<meta name="author" content="J Doe"><meta name="date" content="2024-05">', "J Doe", "2024-05", id="meta"
        ),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": ["Article"],'
            ' "datePublished": "2024-05-17T01:00Z", "author": [{"name": "J Doe"}, {"name": "R Roe"}]}]}</script>',
            "J Doe, R Roe", "2024-05-17", id="JSON-LD",
        ),
        pytest.param('<script type="application/ld+json">{"@type": "Article", </script>', "", "", id="broken JSON-LD"),
        pytest.param('<script type="application/ld+json">' + "[" * 5000 + "</script>", "", "", id="deep JSON-LD"),
        pytest.param(
            '<meta name="citation_author" content="Doe, J"><meta name="citation_author" content="Roe, R">'
            '<meta name="citation_publication_date" content="2024/5/7">',
            "Doe, J, Roe, R", "2024-05-07", id="scholarly",
        ),
        pytest.param('<meta property="article:author" content="https://x.example/j">', "", "", id="an address"),
        pytest.param('<meta name="date" content="03/04/2024">', "", "", id="a date that is two"),
        pytest.param('<meta name="date" content="2024-02-31">', "", "", id="a day that never was"),
        pytest.param(
            '<a rel="author">By Jane  Doe</a><time datetime="2023-01-02">x</time>', "Jane Doe", "2023-01-02", id="text"
        ),
        pytest.param("<time>May 17, 2024</time>", "", "2024-05-17", id="a date in words"),
    ],
)  # fmt: skip
def test_author_and_date_are_read(head: str, author: str, published: str) -> None:
    reading = read(f"{head}<p>It helps.</p>")

    assert (reading.author, reading.published) == (author, published)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "/zinc",
        "https://me:pw@x.example/",
        "http://[x/",
        "https://x.example/a b",
        "ftp://x.example",
    ],
)
def test_an_address_that_is_none_is_not_kept(address: str) -> None:
    assert read(f'<link rel="canonical" href="{address}"><p>It helps.</p>').source_address == ""


@pytest.mark.parametrize(
    ("content", "charset", "text", "encoding", "warned"),
    [
        pytest.param("<p>5 µg".encode(), "", "5 µg", "utf-8", False, id="utf-8"),
        pytest.param(b"<meta charset='iso-8859-2'><p>\xb5", "", "ľ", "iso8859-2", False, id="meta charset"),
        pytest.param(
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xe4',
            "", "д", "cp1251", False, id="http-equiv",
        ),
        pytest.param(b"<?xml version='1' encoding='iso-8859-2'?><html><p>\xb5", "", "ľ", "iso8859-2", False, id="XML"),
        pytest.param(b"<meta charset='iso-8859-2'><p>\xe4", "windows-1251", "д", "cp1251", False, id="server"),
        pytest.param(b"<meta charset='latin1'><p>\x93x\x94", "", "“x”", "cp1252", False, id="latin-1 is cp1252"),
        pytest.param(b"<meta charset='nonsense'><p>5 \xb5g", "", "5 µg", "cp1252", True, id="unknown: cp1252, warned"),
        pytest.param(b"<meta charset='utf-8'><p>5 \xb5g", "", "5 µg", "cp1252", True, id="a lie: cp1252, warned"),
        pytest.param(b"<meta charset='utf-7'><p>+ADw-\xb5", "", "+ADw-µ", "cp1252", True, id="never utf-7"),
        pytest.param("<p>5 µg".encode("utf-16"), "", "5 µg", "utf-16", False, id="utf-16"),
    ],
)  # fmt: skip
def test_the_encoding_is_the_declared_one(content: bytes, charset: str, text: str, encoding: str, warned: bool) -> None:
    reading = html.read(content, charset)

    assert (reading.text.strip(), reading.how_read, bool(reading.warnings)) == (text, f"HTML, {encoding}", warned)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"<html><body><nav>Home</nav></body></html>", "no words of an article", id="a menu alone"),
        pytest.param(
            b"<body><img src=a.png alt=Zinc><script>x</script>", "no words of an article", id="a picture alone"
        ),
        pytest.param(b"  ", "the page is empty", id="blank"),
        pytest.param(b"<!-- -->", "the page", id="a comment"),
        pytest.param(b"<p>x</p>" * 250_001, "larger than 2 MB", id="over 2 MB"),
        pytest.param(b"<div>" * 20_000 + b"x", "nested too deep", id="20,000 levels"),
        pytest.param(b"<p>\x81\x8d\xff", "not a text file", id="no encoding fits"),
        pytest.param(b"<p>a\0b", "not a text file", id="NUL"),
    ],
)
def test_a_page_without_an_article_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle, match=re.escape(message)):
        html.read(content)


def test_deep_nesting_below_the_limit_is_read() -> None:
    assert body("<div>" * 240 + "a") == "a"
    assert body("<ul><li>a" * 100).count("- a") == 100


def test_entities_of_a_page_open_nothing() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "zinc"><!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>It helps &a; &x;'

    assert read(page).text == "It helps &a; &x;\n"
