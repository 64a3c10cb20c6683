"""Running prose without any layout: papers of biology, and what people write on the web.

The sentences were written for this test in the manner of the two genres; joined with blanks they are a paragraph each.
"""

from __future__ import annotations

import pytest

from corpus.sentences import split_sentences

SCIENCE = """
Intraocular pressure (IOP) is controlled by many genes (reviewed in [1,2]).
C57BL/6J mice have a mean IOP of 12.3 ± 0.5 mmHg (n = 45), whereas that of CBA/CaJ mice is 14.8 ± 0.3 mmHg.
Fig. 2A shows the IOPs of 30 strains.
All differences were significant (P < 0.05; Table 1, Figs. 3 and 4).
E. coli strain DH5α was grown at 37 °C in LB (Life Technologies, Inc., Carlsbad, CA).
The Pax6 gene, cf. Hill et al. (1991), maps to Chr. 2.
Mice homozygous for Tyr^c-2J are albino.
Is the effect due to a single locus?
To answer this, we crossed D2 mice with B6 mice, i.e. we made F1 hybrids.
Smith et al. reported similar results.
In contrast, Jones et al. found no difference (see refs. 14–16).
Antibodies (Santa Cruz Biotechnology, Santa Cruz, CA, U.S.A.) were diluted 1:500.
PCR used 35 cycles of 94 °C for 30 s, 55 °C for 30 s and 72 °C for 1 min.
Sections (5 µm) were stained with H&E.
BMP4 is expressed in the ventral ectoderm (Dr. A. B. Carter, pers. comm.).
The mutation is a G-to-A transition at nt. 1,234 of the cDNA.
Heterozygotes (+/−) were normal; homozygotes (−/−) died by E10.5.
D. melanogaster and C. elegans have one ortholog each.
Levels were lower in the knockout (approx. 20% of wild type).
Data were analysed with SAS v. 8.2 (SAS Institute, Cary, NC).
No staining was seen in controls (Figure S1).
For example, the half-life of IκBα is ca. 140 min. in resting cells.
This work was done in accordance with the A.R.V.O. Statement for the Use of Animals.
These results differ from those of ref. 12.
Lens abnormalities included cataract, aphakia, etc.
They were most severe in line 5, where 9 of 12 eyes had no lens.
Subsequently, we sequenced exons 2–7.
The p.R124C allele segregated with disease in all three families.
vWF was measured by ELISA.
α-Catenin binds F-actin in vitro.
"""

WEB = """
What a week!
I finally got my test results back from Dr. Lee, and guess what?
My B12 was at 180 pg/mL...
No wonder I was tired all the time.
She said (and I quote) "get more sun."
So I bought a $9.99 bottle at Walgreens on 5th Ave. and it's helped a lot.
Has anyone else tried Yahoo! Answers for this stuff?
I wouldn't, but my sister-in-law in St. Paul swears by it.
She e-mailed me at 3 a.m. to say so!!!
The U.S. Centers for Disease Control says adults need 7 hrs. of sleep.
Mr. Ortiz, our P.E. teacher, sleeps 5.
Go figure.
You can read more at www.example.com/sleep?id=3 or write to info@example.org.
Prices went up again in Jan. 2020 (thanks, Pfizer Inc.).
It used to be approx. 20 bucks.
Now it's 45!
I mean, come on.
They moved here from Washington, D.C. in March.
He lived in the U.S. He never liked it.
The clinic is open Mon.-Fri. from 8 a.m. to 5 p.m. except holidays.
"Is it safe?" she asked.
"Yes," he said. "It is."
They don't take walk-ins after 4 p.m.
Please call ahead.
Vitamin D. That's all you need, they told me.
No. 1 on my list is still sleep.
My mom's b.p. was 190/100, so we went to the E.R. at once.
Thanks to everyone at St. Mary's Hospital, esp. nurse J. T. Willis.
Will update if anything changes.
"""


def sentences_of(listed: str) -> list[str]:
    """The lines of ``listed``; two that hold two sentences each are taken apart."""
    apart = {
        '"Yes," he said. "It is."': ['"Yes," he said.', '"It is."'],
        "He lived in the U.S. He never liked it.": ["He lived in the U.S.", "He never liked it."],
        "Vitamin D. That's all you need, they told me.": ["Vitamin D.", "That's all you need, they told me."],
    }
    lines = [line for line in listed.splitlines() if line]
    return [sentence for line in lines for sentence in apart.get(line, [line])]


def spans_of(sentences: list[str]) -> tuple[str, set[tuple[int, int]]]:
    """The paragraph that ``sentences`` make, and where each stands in it."""
    text, spans = "", set()
    for sentence in sentences:
        start = len(text) + bool(text)
        text = f"{text} {sentence}".lstrip()
        spans.add((start, start + len(sentence)))
    return text, spans


@pytest.mark.parametrize(
    ("listed", "least"), [pytest.param(SCIENCE, 0.97, id="papers"), pytest.param(WEB, 0.94, id="web")]
)
def test_running_prose_is_cut_as_well_as_by_the_best_public_rules(listed: str, least: float) -> None:
    text, wanted = spans_of(sentences_of(listed))

    found = set(split_sentences(text, 0, len(text)))

    wrong = [text[a:b] for a, b in sorted(wanted ^ found)]
    assert 2 * len(wanted & found) / (len(wanted) + len(found)) >= least, wrong
