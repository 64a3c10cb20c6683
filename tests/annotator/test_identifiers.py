"""Whatever a reviewer types or pastes, it names one source, or is refused with a reason they can act on."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.citations.identifiers import parse_identifier
from annotator.errors import AmbiguousIdentifier, InvalidIdentifier
from annotator.model import Source, SourceType

DOI, PMID, PMCID = SourceType.DOI, SourceType.PMID, SourceType.PMCID
NCT, ISBN, URL = SourceType.NCT, SourceType.ISBN, SourceType.URL
NEJM = "10.1056/nejmoa2034577"
SICI = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
LANCET = "10.1016/s0140-6736(97)11096-0"
BOOK = "9780306406157"

READ = [
    pytest.param("10.1056/NEJMoa2034577", DOI, NEJM, id="doi-bare"),
    pytest.param("doi:10.1056/NEJMoa2034577", DOI, NEJM, id="doi-label"),
    pytest.param("DOI: 10.1056/NEJMoa2034577", DOI, NEJM, id="doi-label-and-blank"),
    pytest.param("DOI 10.1056/NEJMoa2034577", DOI, NEJM, id="doi-label-without-colon"),
    pytest.param("doi10.1056/NEJMoa2034577", DOI, NEJM, id="doi-label-glued-on"),
    pytest.param("doi: https://doi.org/10.1056/NEJMoa2034577", DOI, NEJM, id="doi-label-before-address"),
    pytest.param("urn:doi:10.1056/NEJMoa2034577", DOI, NEJM, id="doi-urn"),
    pytest.param("info:doi/10.1056/NEJMoa2034577", DOI, NEJM, id="doi-info"),
    pytest.param("https://doi.org/10.1056/NEJMoa2034577", DOI, NEJM, id="doi-address"),
    pytest.param("HTTP://DX.DOI.ORG/10.1056/NEJMOA2034577", DOI, NEJM, id="doi-old-address-shouted"),
    pytest.param("doi.org/10.1056/NEJMoa2034577", DOI, NEJM, id="doi-address-without-scheme"),
    pytest.param("https://doi.org/10.1056%2FNEJMoa2034577", DOI, NEJM, id="doi-percent-encoded"),
    pytest.param("10.1056%2fNEJMoa2034577", DOI, NEJM, id="doi-bare-with-encoded-slash"),
    pytest.param("https://doi.org/10.1056/NEJMoa2034577?utm_source=x", DOI, NEJM, id="doi-address-with-tracking"),
    pytest.param("10.1056/NEJMoa2034577?utm_source=x", DOI, NEJM, id="doi-bare-with-tracking"),
    pytest.param("https://doi.org/10.1056/NEJMoa2034577#results", DOI, NEJM, id="doi-address-with-fragment"),
    pytest.param("https://www.nejm.org/doi/full/10.1056/NEJMoa2034577", DOI, NEJM, id="doi-in-publishers-address"),
    pytest.param("https://www.nejm.org/doi/10.1056/NEJMoa2034577/full", DOI, NEJM, id="doi-before-the-view"),
    pytest.param("https://x.org/content/pdf/10.1056/NEJMoa2034577.pdf", DOI, NEJM, id="doi-as-a-pdf"),
    pytest.param("https://x.org/article?id=10.1056/NEJMoa2034577", DOI, NEJM, id="doi-in-a-query"),
    pytest.param("https://x.org/a?doi=10.1056%2FNEJMoa2034577&x=1", DOI, NEJM, id="doi-encoded-in-a-query"),
    pytest.param(
        "https://www.medrxiv.org/content/10.1101/2020.03.22.20040758v2.full.pdf",
        DOI,
        "10.1101/2020.03.22.20040758",
        id="doi-of-a-preprint-with-version",
    ),
    pytest.param(
        "https://academic.oup.com/ajcn/article/10.1093/ajcn/nqaa001/5734567",
        DOI,
        "10.1093/ajcn/nqaa001",
        id="doi-before-oxfords-own-number",
    ),
    pytest.param(
        "https://academic.oup.com/jcem/article/doi/10.1210/jc.2018-01234/5198654?login=false",
        DOI,
        "10.1210/jc.2018-01234",
        id="doi-of-a-society-before-oxfords-own-number",
    ),
    pytest.param(
        "https://academic.oup.com/nar/article/doi/10.1093/nar/gkaa1100",
        DOI,
        "10.1093/nar/gkaa1100",
        id="doi-at-oxford-without-its-number",
    ),
    pytest.param("https://x.org/10.1093/ajcn/nqaa001/573", DOI, "10.1093/ajcn/nqaa001/573", id="doi-with-a-number"),
    pytest.param(
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub2/full/de",
        DOI,
        "10.1002/14651858.cd009402.pub2",
        id="doi-before-the-view-in-german",
    ),
    pytest.param(
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub2/full/zh_HANS",
        DOI,
        "10.1002/14651858.cd009402.pub2",
        id="doi-before-the-view-in-chinese",
    ),
    pytest.param(
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub2/information",
        DOI,
        "10.1002/14651858.cd009402.pub2",
        id="doi-before-a-view-of-cochrane",
    ),
    pytest.param(
        "https://proxy.lib.edu/login?url=https://doi.org/10.1016/S0140-6736(97)11096-0",
        DOI,
        LANCET,
        id="doi-behind-a-librarys-proxy",
    ),
    pytest.param(
        "https://proxy.lib.edu/login?qurl=https%3A%2F%2Fdoi.org%2F10.1056%2FNEJMoa2034577&group=1",
        DOI,
        NEJM,
        id="doi-behind-a-librarys-proxy-encoded",
    ),
    pytest.param(
        "https://proxy.lib.edu/login?url=https://pubmed.ncbi.nlm.nih.gov/33301246/?from=a&b=c",
        PMID,
        "33301246",
        id="pmid-behind-a-librarys-proxy",
    ),
    pytest.param(
        "https://pubmed-ncbi-nlm-nih-gov.proxy.lib.edu/33301246/", PMID, "33301246", id="pmid-at-a-librarys-proxy"
    ),
    pytest.param(
        "https://x.org/login?url=/a", URL, "https://x.org/login?url=/a", id="address-with-a-part-of-an-address"
    ),
    pytest.param("https://pubmed.gov/33301246", PMID, "33301246", id="pubmed-short-address"),
    pytest.param("pubmed.gov/33301246", PMID, "33301246", id="pubmed-short-address-without-scheme"),
    pytest.param("https://x.org/a/../b/./c", URL, "https://x.org/b/c", id="address-with-dots"),
    pytest.param("https://x.org/a/%2e%2E/b", URL, "https://x.org/b", id="address-with-encoded-dots"),
    pytest.param("https://x.org/../../b/../", URL, "https://x.org/", id="address-with-too-many-dots"),
    pytest.param("https://x.org/.a/..b/c..", URL, "https://x.org/.a/..b/c", id="address-with-dots-in-names"),
    pytest.param("10.1000/a/../b", DOI, "10.1000/a/../b", id="doi-with-dots"),
    pytest.param("https://doi.org/10.1000/a/../b", DOI, "10.1000/a/../b", id="doi-with-dots-in-its-address"),
    pytest.param(SICI.replace("<", "&lt;").replace(">", "&gt;"), DOI, SICI, id="sici-doi-from-a-pages-source"),
    pytest.param("10.1056/NEJMoa2034577</a>", DOI, NEJM, id="doi-before-a-closing-tag"),
    pytest.param("PMID- 33301246", PMID, "33301246", id="pmid-as-in-a-pubmed-file"),
    pytest.param(
        "https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=33301246&dopt=Abstract",
        PMID,
        "33301246",
        id="pmid-in-the-oldest-address",
    ),
    pytest.param(
        "https://www.ncbi.nlm.nih.gov/sites/entrez?db=pubmed&cmd=search&term=33301246",
        PMID,
        "33301246",
        id="pmid-in-an-older-address",
    ),
    pytest.param("https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/33301246/", PMID, "33301246", id="pmid-at-pmc"),
    pytest.param("10.1056/NEJMoa2034577.", DOI, NEJM, id="doi-at-the-end-of-a-sentence"),
    pytest.param("(doi:10.1056/NEJMoa2034577)", DOI, NEJM, id="doi-in-brackets"),
    pytest.param("10.1056/NEJMoa2034577).", DOI, NEJM, id="doi-with-an-unbalanced-bracket"),
    pytest.param("<10.1056/NEJMoa2034577>", DOI, NEJM, id="doi-in-angle-brackets"),
    pytest.param(" “10.1056/NEJMoa2034577” ", DOI, NEJM, id="doi-in-curly-quotes"),
    pytest.param("10.1056/\u200bNEJMoa2034577\ufeff", DOI, NEJM, id="doi-with-zero-width-characters"),
    pytest.param("１０.１０５６/NEJMoa2034577", DOI, NEJM, id="doi-in-full-width"),
    pytest.param("10.1016/S0140-6736(97)11096-0", DOI, LANCET, id="doi-with-brackets-inside"),
    pytest.param("10.1016/S0140-6736(97)11096-0)", DOI, LANCET, id="doi-with-brackets-inside-and-one-too-many"),
    pytest.param("10.1000/abc(1)", DOI, "10.1000/abc(1)", id="doi-ending-in-a-balanced-bracket"),
    pytest.param("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2", DOI, SICI, id="sici-doi"),
    pytest.param(
        "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2.",
        DOI,
        SICI,
        id="sici-doi-in-an-address",
    ),
    pytest.param("10.1000.10/123", DOI, "10.1000.10/123", id="doi-with-a-divided-prefix"),
    pytest.param("10.1000/456#789", DOI, "10.1000/456#789", id="doi-with-a-hash"),
    pytest.param("PMID: 33301246", PMID, "33301246", id="pmid-usual"),
    pytest.param("PMID33301246", PMID, "33301246", id="pmid-glued-on"),
    pytest.param("pmid 33301246.", PMID, "33301246", id="pmid-lower-case-with-full-stop"),
    pytest.param("PubMed PMID: 33301246", PMID, "33301246", id="pmid-vancouver"),
    pytest.param("PubMed ID 33301246", PMID, "33301246", id="pubmed-id"),
    pytest.param("info:pmid/33301246", PMID, "33301246", id="pmid-info"),
    pytest.param("PMID:1", PMID, "1", id="pmid-of-one-digit"),
    pytest.param("PMID １２３", PMID, "123", id="pmid-in-full-width"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/33301246/", PMID, "33301246", id="pubmed-address"),
    pytest.param("pubmed.ncbi.nlm.nih.gov/33301246", PMID, "33301246", id="pubmed-address-without-scheme"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/33301246/?from=x#a", PMID, "33301246", id="pubmed-address-search"),
    pytest.param("http://www.ncbi.nlm.nih.gov/pubmed/33301246", PMID, "33301246", id="pubmed-old-address"),
    pytest.param("https://www.ncbi.nlm.nih.gov/pubmed/?term=33301246", PMID, "33301246", id="pubmed-old-search"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/?term=33301246", PMID, "33301246", id="pubmed-new-search"),
    pytest.param("https://europepmc.org/article/MED/33301246", PMID, "33301246", id="europe-pmc-pubmed"),
    pytest.param("PMC7745181", PMCID, "PMC7745181", id="pmcid-bare"),
    pytest.param("pmc7745181", PMCID, "PMC7745181", id="pmcid-lower-case"),
    pytest.param("PMCID: PMC7745181", PMCID, "PMC7745181", id="pmcid-label"),
    pytest.param("PMCID: 7745181", PMCID, "PMC7745181", id="pmcid-label-without-pmc"),
    pytest.param("PMC7745181.2", PMCID, "PMC7745181", id="pmcid-with-version"),
    pytest.param("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7745181/", PMCID, "PMC7745181", id="pmc-old-address"),
    pytest.param("https://pmc.ncbi.nlm.nih.gov/articles/PMC7745181/", PMCID, "PMC7745181", id="pmc-new-address"),
    pytest.param("https://pmc.ncbi.nlm.nih.gov/articles/PMC7745181/pdf/x.pdf", PMCID, "PMC7745181", id="pmc-pdf"),
    pytest.param("https://europepmc.org/articles/PMC7745181", PMCID, "PMC7745181", id="europe-pmc"),
    pytest.param("NCT04368728", NCT, "NCT04368728", id="nct-bare"),
    pytest.param("nct04368728", NCT, "NCT04368728", id="nct-lower-case"),
    pytest.param("ClinicalTrials.gov NCT04368728", NCT, "NCT04368728", id="nct-register"),
    pytest.param("ClinicalTrials.gov identifier: NCT04368728.", NCT, "NCT04368728", id="nct-as-in-abstracts"),
    pytest.param("NCT number: NCT04368728", NCT, "NCT04368728", id="nct-label"),
    pytest.param("https://clinicaltrials.gov/study/NCT04368728?term=x", NCT, "NCT04368728", id="trial-address"),
    pytest.param("https://clinicaltrials.gov/ct2/show/NCT04368728", NCT, "NCT04368728", id="trial-old-address"),
    pytest.param("clinicaltrials.gov/show/nct04368728", NCT, "NCT04368728", id="trial-address-without-scheme"),
    pytest.param("ISBN 978-0-306-40615-7", ISBN, BOOK, id="isbn-13"),
    pytest.param("ISBN-13: 978-0-306-40615-7", ISBN, BOOK, id="isbn-13-label"),
    pytest.param("ISBN-10 0-306-40615-2", ISBN, BOOK, id="isbn-10-label"),
    pytest.param("0306406152", ISBN, BOOK, id="isbn-10-bare"),
    pytest.param("9780306406157", ISBN, BOOK, id="isbn-13-bare"),
    pytest.param("978 0 306 40615 7", ISBN, BOOK, id="isbn-with-blanks"),
    pytest.param("978–0–306–40615–7", ISBN, BOOK, id="isbn-with-en-dashes"),
    pytest.param("urn:isbn:0306406152", ISBN, BOOK, id="isbn-urn"),
    pytest.param("0-8044-2957-x", ISBN, "9780804429573", id="isbn-10-ending-in-x"),
    pytest.param("979-10-90636-07-1", ISBN, "9791090636071", id="isbn-979"),
    pytest.param("https://openlibrary.org/isbn/0306406152", ISBN, BOOK, id="isbn-address"),
    pytest.param("https://example.org/a", URL, "https://example.org/a", id="address"),
    pytest.param("HTTPS://Example.ORG:443/A?b=C#d", URL, "https://example.org/A?b=C", id="address-shouted"),
    pytest.param("https://example.org", URL, "https://example.org/", id="address-without-path"),
    pytest.param("http://example.org:80/", URL, "http://example.org/", id="address-default-port"),
    pytest.param("https://example.org:8443/a", URL, "https://example.org:8443/a", id="address-other-port"),
    pytest.param("https://example.org./a", URL, "https://example.org/a", id="address-with-the-root-dot"),
    pytest.param("https://x.org/a?utm_source=b&id=1&UTM_x=2", URL, "https://x.org/a?id=1", id="address-tracking"),
    pytest.param("https://x.org/a?UTM_SOURCE=b", URL, "https://x.org/a", id="address-tracking-shouted"),
    pytest.param("https://x.org/a?b=1.&utm_source=c", URL, "https://x.org/a?b=1", id="address-tracking-behind-a-stop"),
    pytest.param("https://x.org/a?%75tm_source=b", URL, "https://x.org/a", id="address-tracking-encoded"),
    pytest.param("https://österreich.at/ä", URL, "https://xn--sterreich-z7a.at/%C3%A4", id="address-idna"),
    pytest.param("https://x.org/%c3%a4%41", URL, "https://x.org/%C3%A4A", id="address-escapes"),
    pytest.param("https://x.org/100%", URL, "https://x.org/100%25", id="address-stray-percent"),
    pytest.param("https://en.wikipedia.org/wiki/Cold_(disease)", URL, None, id="address-balanced-bracket"),
    pytest.param("https://x.org/a).", URL, "https://x.org/a", id="address-in-a-sentence"),
    pytest.param("<https://x.org/a>", URL, "https://x.org/a", id="address-in-angle-brackets"),
    pytest.param("www.who.int/news", URL, "https://www.who.int/news", id="address-without-scheme"),
    pytest.param("URL: https://x.org/a", URL, "https://x.org/a", id="address-label"),
    pytest.param("https://doi.org/", URL, "https://doi.org/", id="doi-site-itself"),
    pytest.param("https://x.org/10.1000/a%20b", URL, "https://x.org/10.1000/a%20b", id="path-like-a-doi"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/?term=garlic", URL, None, id="pubmed-search-is-a-page"),
]

REFUSED = [
    pytest.param("", "nothing was typed", id="empty"),
    pytest.param(" \u200b\n", "nothing was typed", id="blank"),
    pytest.param("“”", "nothing was typed", id="only-quotes"),
    pytest.param("10.1000/" + "a" * 2000, "2,008 characters", id="too-long"),
    pytest.param("\ufdfa" * 300, "characters", id="too-long-when-written-out"),
    pytest.param("https://x.org/" + "é" * 700, "characters", id="address-too-long-when-encoded"),
    pytest.param("10.1000/" + "é" * 700, "characters", id="doi-too-long-when-encoded"),
    pytest.param("vitamin D trial", "names no source", id="words"),
    pytest.param("10.1056", "names no source", id="doi-without-suffix"),
    pytest.param("10.1056/", "looks like", id="doi-with-empty-suffix"),
    pytest.param("doi: 11.1056/abc", "looks like", id="doi-with-wrong-prefix"),
    pytest.param("10.1056/NEJM oa2034577", "no blanks", id="doi-with-blank"),
    pytest.param("10.1056/NEJM%20oa2034577", "no blanks", id="doi-with-encoded-blank"),
    pytest.param("10.1056 /NEJMoa2034577", "no blanks", id="doi-with-blank-before-the-slash"),
    pytest.param("10. 1056/NEJMoa2034577", "no blanks", id="doi-with-blank-in-its-prefix"),
    pytest.param("https://x.org/a?utm_source=b c", "no blanks", id="address-with-blank-in-tracking"),
    pytest.param("https://x.org/?utm_a=1;https://y.org/", "one at a time", id="two-addresses-one-in-tracking"),
    pytest.param("10.1056/%ff", "do not decode", id="doi-with-broken-escape"),
    pytest.param("10.1097/000–1", "long dash", id="doi-with-en-dash"),
    pytest.param("10.1056/NEJMoa٢", "0 to 9", id="doi-with-arabic-digit"),
    pytest.param("10.1000/a 10.1000/b", "one at a time", id="two-dois"),
    pytest.param("10.1000/a;10.1000/b", "one at a time", id="two-dois-without-blank"),
    pytest.param("doi:10.1000/a, doi:10.1000/b", "one at a time", id="two-labelled-dois"),
    pytest.param("10.1000/a\n10.1000/b", "one at a time", id="two-lines"),
    pytest.param("https://a.org/x https://b.org/y", "one at a time", id="two-addresses"),
    pytest.param("PMID: 33301246; PMCID: PMC7745181", "one at a time", id="pmid-and-pmcid"),
    pytest.param("PMID: 33301246, 33301247", "one at a time", id="two-pmids"),
    pytest.param("https://www.ncbi.nlm.nih.gov/pubmed/33301246,32187464", "one at a time", id="pubmed-address-of-two"),
    pytest.param("33301246 33301247", "one at a time", id="two-bare-numbers"),
    pytest.param("NCT04368728 NCT04368729", "one at a time", id="two-trials"),
    pytest.param("PMID 0", "no PMID 0", id="pmid-0"),
    pytest.param("0", "no leading 0", id="bare-0"),
    pytest.param("PMID 0123", "1 to 8 digits", id="pmid-leading-0"),
    pytest.param("PMID 1234567890123", "at most 8 digits, this one has 13", id="pmid-of-13-digits"),
    pytest.param("PMID: ٣٣٣٠١٢٤٦", "0 to 9", id="pmid-in-arabic-digits"),
    pytest.param("٣٣٣٠١٢٤٦", "0 to 9", id="bare-arabic-digits"),
    pytest.param("PMID: -5", "1 to 8 digits", id="pmid-negative"),
    pytest.param("PMID:", "nothing", id="pmid-empty"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/0/", "no PMID 0", id="pubmed-address-of-0"),
    pytest.param("123456789", "1 to 8 digits", id="bare-9-digits"),
    pytest.param("PMC0", "PMC and 1 to 8 digits", id="pmcid-0"),
    pytest.param("PMC123456789", "PMC and 1 to 8 digits", id="pmcid-too-long"),
    pytest.param("NCT1234", "8 digits", id="nct-too-short"),
    pytest.param("https://clinicaltrials.gov/study/NCT043687280", "8 digits", id="trial-address-too-long"),
    pytest.param("9780306406158", "check digit", id="isbn-13-mistyped"),
    pytest.param("0306406153", "check digit", id="isbn-10-mistyped"),
    pytest.param("ISBN 978-0-306-40615-8", "check digit", id="isbn-labelled-mistyped"),
    pytest.param("ISBN 12345", "10 or 13 digits, this one has 5", id="isbn-too-short"),
    pytest.param("1234567890123", "begins with 978 or 979", id="thirteen-digits"),
    pytest.param("ISBN ٩٧٨٠٣٠٦٤٠٦١٥٧", "0 to 9", id="isbn-in-arabic-digits"),
    pytest.param("javascript:alert(1)", "cannot be opened safely", id="javascript"),
    pytest.param("data:text/html,x", "cannot be opened safely", id="data"),
    pytest.param("file:///etc/passwd", "cannot be opened safely", id="file"),
    pytest.param("ftp://example.org/a", "cannot be opened safely", id="ftp"),
    pytest.param("https://me:secret@example.org/", "user name or password", id="userinfo"),
    pytest.param("https://example.org@evil.org/", "user name or password", id="userinfo-disguise"),
    pytest.param("https://localhost/a", "has a dot", id="host-without-dot"),
    pytest.param("https:///a", "begins with https://", id="no-host"),
    pytest.param("https://a_b.org/", "no name a site can have", id="host-with-underscore"),
    pytest.param("https://-a.org/", "no name a site can have", id="host-with-leading-hyphen"),
    pytest.param("https://a..org/", "no name a site can have", id="host-with-empty-part"),
    pytest.param("https://" + "a" * 64 + ".org/", "no name a site can have", id="host-part-too-long"),
    pytest.param("https://" + "a." * 150 + "org/", "no name a site can have", id="host-too-long"),
    pytest.param("https://evil.org\\.example.org/", "no name a site can have", id="host-with-backslash"),
    pytest.param("https://127.0.0.1/", "number of a machine", id="host-number"),
    pytest.param("https://[::1]/", "has a dot", id="host-number-6"),
    pytest.param("https://[x", "not a web address", id="host-broken-bracket"),
    pytest.param("https://example.org:99999/", "not a web address", id="port-out-of-range"),
    pytest.param("https://example.org/a b", "no blanks", id="address-with-blank"),
    pytest.param("arXiv:2101.00001", "https://arxiv.org/abs/2101.00001", id="arxiv"),
    pytest.param("arXiv:math.GT/0309136v2", "https://arxiv.org/abs/math.GT/0309136v2", id="arxiv-old"),
    pytest.param("arxiv: zinc", "https://arxiv.org/abs/", id="arxiv-without-number"),
    pytest.param("ISRCTN12345678", "https://www.isrctn.com/ISRCTN12345678", id="isrctn"),
    pytest.param("ISRCTN: 12345678", "https://www.isrctn.com/ISRCTN12345678", id="isrctn-label"),
    pytest.param("EudraCT 2004-000446-20", "of ClinicalTrials.gov (NCT)", id="eudract"),
    pytest.param("ACTRN12605000123456", "of ClinicalTrials.gov (NCT)", id="australian-trial"),
    pytest.param("PII: S0140-6736(97)11096-0", "names no source", id="label-of-something-else"),
    pytest.param("NCT 0436 8728", "an NCT number has no blanks", id="nct-with-blanks"),
    pytest.param("example.org/a", "begins with https://", id="unknown-site-without-scheme"),
    pytest.param("10.1000/a\x00b", "control characters", id="control-character"),
    pytest.param("10.1000/\ud800", "control characters", id="half-a-surrogate-pair"),
]


@pytest.mark.parametrize(("typed", "source_type", "identifier"), READ)
def test_a_usual_form_names_its_source(typed: str, source_type: SourceType, identifier: str | None) -> None:
    source = parse_identifier(typed)

    assert (source.type, source.identifier) == (source_type, identifier if identifier is not None else typed)


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
def test_what_names_no_source_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        parse_identifier(typed)

    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_bare_number_is_asked_about() -> None:
    with pytest.raises(AmbiguousIdentifier, match="could be") as question:
        parse_identifier(" 33301246 ")

    assert question.value.choices == ("PMID 33301246", "PMC33301246")
    assert [parse_identifier(choice).type for choice in question.value.choices] == [PMID, PMCID]


@pytest.mark.parametrize(
    ("typed", "shown", "url"),
    [
        pytest.param(
            "doi:10.1056/NEJMoa2034577", "10.1056/NEJMoa2034577", "https://doi.org/10.1056/NEJMoa2034577", id="doi"
        ),
        pytest.param(
            "10.1000/456#789<a>", "10.1000/456#789<a>", "https://doi.org/10.1000/456%23789%3Ca%3E", id="odd-doi"
        ),
        pytest.param("pmid 12", "PMID 12", "https://pubmed.ncbi.nlm.nih.gov/12/", id="pmid"),
        pytest.param("pmc12.1", "PMC12", "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/", id="pmcid"),
        pytest.param("nct04368728", "NCT04368728", "https://clinicaltrials.gov/study/NCT04368728", id="nct"),
        pytest.param("0306406152", "ISBN 9780306406157", "https://openlibrary.org/isbn/9780306406157", id="isbn"),
        pytest.param("HTTPS://x.org/a#b", "https://x.org/a", "https://x.org/a", id="url"),
    ],
)
def test_a_source_is_shown_as_a_reader_knows_it_and_opens_where_it_is(typed: str, shown: str, url: str) -> None:
    source = parse_identifier(typed)

    assert (source.shown, source.url) == (shown, url)


def outcome(text: str) -> Source | str:
    try:
        return parse_identifier(text)
    except InvalidIdentifier as error:
        return str(error)


@given(st.text("abcXYZ019-_/:;.,()=&?+~@", min_size=1, max_size=30))
def test_what_is_plain_already_is_read_like_what_needs_cleaning(text: str) -> None:
    for start in ("10.1000/", "https://x.org/", "https://doi.org/10.1000/"):
        plain = f"{start}{text}0"

        assert outcome(plain) == outcome(f"\u200b{plain}.")


PIECES = st.one_of(
    st.sampled_from(
        ["10.1000/", "doi:", "https://", "http://doi.org/", "x.org", "utm_a=", "v1.full", "12345678", "978"]
    ),
    st.sampled_from(["PMID ", "PMC", "NCT", "ISBN ", "%2F", "%25", "%3B", ":80", "xn--", "\u200b", "\u0301", "\ufdfa"]),
    st.sampled_from("/?&=%é09X()<>;,.'\"“ \nﬁ٣\\@:[]#ß。"),
)
LIKELY = st.lists(PIECES, max_size=12).map("".join)


@given(st.one_of(st.text(max_size=60), LIKELY, LIKELY.map("https://x.org/".__add__), LIKELY.map("10.1000/a".__add__)))
@example("https://x.org/%31%30.1000/a,%31%30.1000/b")
@example("10.1000/a%3B10.1000/b")
@example("10.1000/a%2525")
@example("https://x.org/a%2E?utm_a=1")
@example("10.1000/a\u200b\u0301")
@example("https://x.org/'':")
def test_any_text_is_read_or_refused_and_what_is_shown_reads_back_the_same(text: str) -> None:
    try:
        source = parse_identifier(text)
    except InvalidIdentifier:
        return

    assert source.identifier
    assert parse_identifier(source.shown) == source  # what an export shows is what a load reads
    assert parse_identifier(source.url) == source
