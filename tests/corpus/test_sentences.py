"""Where sentences end: golden rows. Each row is the sentences of one text, which stand in it with a blank between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import split_sentences

ROWS = {
    "acronym ends a sentence": ["It may relieve symptoms of MS.", "Magnesium plays a role."],
    "acronym of the heart": ["This lowers LDL.", "HDL did not change."],
    "doctor": ["Dr. Fuller was not involved.", "She told us so."],
    "street": ["She works at St. Mary's Hospital.", "It is small."],
    "vitamins": ["It has vitamins B and C.", "Magnesium helps."],
    "initials": ["J. R. R. Okafor and L. P. Aranda wrote it.", "Others agreed."],
    "genus": ["E. coli was found.", "It was treated."],
    "vitamin D": ["Take vitamin D.", "Other vitamins do nothing."],
    "hepatitis C before an unusual word": ["It cures hepatitis C.", "Ribavirin helps."],
    "latin": ["Use fats, e.g. olive oil, i.e. liquid ones, vs. butter.", "Avoid lard."],
    "latin with commas": ["It is poor, i.e., most of it leaves the gut.", "So what?"],
    "et al before a verb": ["A study by Zeng et al. found this.", "It was small."],
    "et al before a year": ["See Zeng et al. (2014) for more.", "It was small."],
    "et al at the end": ["This was shown by Zeng et al.", "The trial was small."],
    "dosing times": ["He took 500 mg t.i.d. for pain and 50 mg b.i.d. for sleep.", "It helped."],
    "dosing time at the end": ["He took 500 mg t.i.d.", "Pain went away."],
    "unit with a full stop": ["It has 5 mg. per capsule.", "Some have 10 mg.", "Most have none."],
    "months as a unit": ["Trials lasted 4 mo. and were small.", "One lasted 2 yr.", "None was good."],
    "in. without a number": ["This is the state she was in.", "She left."],
    "figure": ["LDL fell (see Fig. 2).", "HDL rose (Fig. S1, Table II)!", "That is all."],
    "number before a digit": ["See No. 41 and pp. 3-9 of Vol. 2.", "Then stop."],
    "No. as an answer": ["No.", "It is closer to what you get from a steak."],
    "months of the year": ["It was done in Jan. 2021 and Dec. 2022.", "Then it ended."],
    "country before a name": ["The U.S. Food and Drug Administration said so.", "It is right."],
    "country at the end": ["It is sold in the U.S.", "The dose varies."],
    "hour of the day": ["Lie down before 3 p.m.", "Later naps push bedtime back."],
    "general practitioner": ["See your G.P. if you nap every day.", "It helps."],
    "etc. in the middle": ["If you take an ACE inhibitor, etc., ask first.", "It matters."],
    "etc. at the end": ["Beware of warfarin, aspirin, etc.", "Ask your pharmacist."],
    "degree": ["Omar L. Haddad, M.D., Ph.D., reviewed it.", "He agreed."],
    "company": ["It is made by Pill Inc. in Dublin.", "It is sold by Pill Inc.", "The price is high."],
    "decimal": ["It rose by 1.5 mmol/L (p = .004).", "It fell."],
    "year": ["The trial ended in 2021.", "Blood was taken."],
    "lower-case start": ["It ended.", "pH levels rose.", "iPhone apps helped."],
    "lower-case start after a question": ["Is it safe?", "yes, mostly."],
    "question in quotes": ['"Is it safe?" she asked.', "It is."],
    "quotation with its speaker": [
        '"I would start in the kitchen," Dr. L. P. Aranda told us.',
        '"No shaker can fix that."',
    ],
    "sentences inside a quotation": ['"We see people buying it.', "The data aren't there yet.\"", "So she said."],
    "single quotes": ["'maybe two is better.'", "I do think so."],
    "curly quotes": ["“It works.”", "“It does not,” he said."],
    "quotes and brackets": ['They call it "natural."', "(It is not.)", "[It never was.]"],
    "brackets in mid-sentence": ["Curcuma longa (Curcuma longa L. Roxb. of Asia) is yellow.", "It grows."],
    "exclamation in brackets": ["It works (wow!) for all.", "It does."],
    "ellipsis in the middle": ["More trials... and more coffee.", "Then tea."],
    "ellipsis at the end": ["And then…", "It stopped."],
    "several marks": ["Isn't that crazy?!", "It is!!!", "Really."],
    "footnote in brackets": ["Risk fell.[1]", "Deaths too.[2]-[4]", "Good. [5, 6]", "End."],
    "footnote number": ["The cost is high.3", "Results are mixed.4,5", "More follow."],
    "footnote superscript": ["Risk fell.¹²", "Deaths too.³", "End."],
    "footnote letter": ["It is a rare disease.i", "A cure is far.ii", "The end."],
    "footnote of Markdown": ["Grip did not change[^1].", "Nor did legs.[^2]", "End."],
    "Markdown emphasis": ["**Lift something.**", "Two sessions are enough.", "*Never* skip."],
    "Markdown link": ["Found a mistake?", "[Open an issue](https://example.org/a.b).", "Thanks."],
    "colon and semicolon": ["A: One study saw a rise; nobody lost hair.", "It is old."],
    "emoji after the mark": ["It worked! 😍", "So good 👍.", "Try it."],
    "missing blank": ["It harms the brain.", "Magnesium is needed."],
    "web address": ["See www.Example.Org for more, or mail a.b@Example.org today.", "It helps."],
    "quotation that goes on": ['He said it "works well." but it did not.', "So there."],
    "country before an unusual word": ["It was tested in Peru and the U.S.", "Volunteers wore a patch."],
    "year before Christ": ["It was used around 300 B.C.", "Instagram has found it again."],
    "country before a name after a verb": ["It was approved by the U.S. Food and Drug Administration.", "It is old."],
    "country before its parliament": ["They said the U.S. Congress has passed it.", "It is law."],
    "number before a trial": ["They are listed as nos. NCT01234567 and NCT01234568.", "Both ended."],
    "respectively at the end": ["It fell by 3%, 5% and 9%, resp.", "Diarrhoea was common."],
    "ounces glued to their number": ["A 12-oz. can has 39 g of sugar.", "Skip it."],
    "initials with a hyphen": ["M.-T.K. has left.", "J.R. stayed."],
    "face made of marks": ["Welcome to the board! :)", "Just one more thing."],
    "abbreviation before a dash": ["Our pick is the 90 ct. – the price is fair.", "So buy."],
    "abbreviation nobody knows": ["We used the std. dose.", "It was low."],
    "panel's letter after a panel's letter": ["Arrows mark the stain in panel c.", "(d) Sham-treated rats had none."],
    "panel's letter after a unit": ["Bars show 20 µm.", "(b) Bone marrow at week six.", "(c, d) Spleen."],
    "panels' letters after a capital": ["Mice are those of cohort A.", "(a–c) Liver, (d) lung and (e) heart."],
    "panel's letter before a small letter": ["Nerves are green.", "b) same field, later."],
    "panel's number in Roman figures": ["Doses were given at 9 a.m.", "(ii) doses were given at noon."],
    "letter in brackets goes on behind a figure": ["Pain fell in the first month (see Fig. b) and then rose."],
    "letters that list what goes on": ["Ask about (a) the dose, (b) meals, etc. and (c) alcohol."],
    "stars at the end": ["Thank you all so much! ***"],
    "marks at the end": ["My knee is fine again... ^^"],
    "rule behind the last sentence": ["Post your own story! =------="],
    "marks between two sentences": ["She slept at last. ^^.", "So did I."],
    "marks at the start": ["*** Read this first.", "It is short."],
    "quotation that asks, a doctor, a verb": ['"How long have you smoked?" Dr. Okafor asked.', "Ten years."],
    "quotation that calls out, a name, a verb": ["“Never again!” Marta laughs.", "She means it."],
    "quotation that asks, a pronoun, a verb": ['"Does it hurt?" She asked me twice.', "It did."],
    "quotation that asks, a full name, a verb": ["“Is that so?” Ana Lucia Reyes replied, smiling.", "It is."],
    "quotation that asks, then what somebody says": ['"Is it safe?"', "Dr. Okafor says most people do well."],
    "quotation that asks, then what is known": ['"Will it help?"', "Experts say a walk does more."],
    "quotation that asks, then another act": ['"Is it safe?"', "Marta took the pill."],
    "small Greek letter after brackets": ["Weight fell (Table 4).", "γ-Globulin did not."],
    "name in small letters after brackets": ["Doses were halved (see 7).", "miR-21 rose."],
    "name in small letters after a reference": ["This is an old idea [3].", "siRNA is newer."],
    "brackets that end no abbreviation's life": ["The dose (5 mg approx.) was kept.", "It helped."],
    "number with a bracket of its own": ["Look up rule 7). and go on."],
}

GLUED = {
    "web addresses with capitals": ["Order it at Pillshop.Com and Vitastore.Net, or ask Nice.Org for it."],
    "government's address with capitals": ["Look at Medline.Gov, then decide."],
    "plural of an acronym": ["It was prescribed by two GPs.", "Both were wrong."],
    "acronym with a small letter": ["The drug blocks tRNA.", "Most cells recover."],
    "acronym": ["She was tested for HIV.", "The result came late."],
    "word that ends in a capital": ["They gave us NaCl.", "Some of it was spilt."],
    "title glued to its name": ["I saw Prof.Okafor about it."],
    "quotation right behind another": ['"Who told you that?"', '"My mother," she said.'],
    "quotation right behind a full stop": ['"It is late."', '"So let us go."'],
    "curly quotation right behind another": ["“Who told you that?”", "“My mother,” she said."],
    "words of one letter": ["It works.", "A trial shows so.", "I tried ginger.", "I’m well."],
    "brackets before the full stop": ["It fell (by 10%).", "Zinc rose (see above).", "So it is."],
    "quotation mark that opens behind a full stop": ["It is over.", "“Then we left,” she said."],
    "words with a hyphen or a colon": ["It is safe.", "Long-term use is not.", "Results: it fell."],
    "marks at the start": [".Zinc helps, they say."],
    "dots at the start": ["...Zinc helps.", "It is cheap."],
    "dots before a starter at the start": ["…But zinc helps."],
    "acronyms": ["It is safe.", "LDL fell.", "CRP, too."],
    "files in capitals": ["Open Notes.TXT or Plan.PDF or Example.COM now."],
    "dose before a stroke": ["He took 5mg/day.", "Then he slept."],
    "dose": ["He took 5mg.", "Then he took 10 mg.", "And he felt well."],
    "share": ["It fell by 10%.", "Zinc helps."],
    "number": ["Blood was taken from 20.", "The trial ended in 2021.", "Most were well."],
    "short words": ["Try it.", "But ask us.", "And go on.", "So it is."],
    "dots": ["It helps...", "But not much is known…", "And so on."],
    "several marks": ["Really?!", "That is new!!", "And odd."],
    "brackets": ["It works (or so they say.)", "But who knows?)", "Nobody does."],
    "vitamin's letter": ["Take vitamin C.", "It helps."],
    "country": ["It is sold in the U.S.", "The dose varies."],
    "note in brackets": ["Risk fell.[1]", "Deaths fell too.[2,3]", "Most were well."],
    "raised note": ["Risk fell.¹", "Deaths fell too.²", "Most were well."],
    "closing quotation mark": ['He said "it works."', "Then he left."],
    "quotation mark that opens": ['He left."Then it was over," she said.'],
    "speaker behind a quotation": ["“Stop now!”he said.", "Then he left."],
    "examples": ["Use fats, e.g.Olive oil, i.e.The liquid ones, vs.Butter or lard."],
    "supplement glued to its table": ["It is in Suppl.Table and in Suppl.Figure there."],
    "initials": ["It is by J.Smith and A.B.Jones of Leeds."],
    "degree": ["She is a Ph.D.Student of Leeds."],
    "government": ["The U.S.Government said so."],
    "files and programs": ["Open Notes.Txt or Plan.Pdf with Node.Js or App.Py here."],
    "names of genes": ["We bred Nkx2.Cre mice and Cd4.Rosa mice."],
    "versions": ["It needs v2.Beta or v1.0.Final to run."],
    "bare name of a server": ["Ask at Mail.Example.Org now."],
    "abbreviation in brackets": ["It rose (see Roe et al.Two years later)."],
    "two quotation marks that close": ['He asked "did she say "no?""'],
}


ABBREVIATED = {
    "most of something": ["The max. dose is 80 mg per day.", "It had a max. effect at 3 h.", "Never take more."],
    "most of something before a number": ["The dose (max. 3 tabs. per day) was safe.", "It is max. 5 mg."],
    "most at the end": ["Push it to the max.", "Then rest."],
    "roughly opens a sentence": [
        "Approx. 1 in 5 adults has it.",
        "Approx. 20% of men do.",
        "Approx. half of them know.",
    ],
    "most and least open a sentence": [
        "Max. dose is 80 mg.",
        "Min. 3 days apart.",
        "Avg. weight was 70 kg.",
        "It fell.",
    ],
    "vitamins": [
        "Take vit. C daily.",
        "Levels of vit. D3 fell.",
        "Vit. B12 is needed.",
        "Vit. A is stored.",
        "Vits. B and C help.",
    ],
    "vitamin by another name": ["Take your vit. supplements.", "They help."],
    "vitamins at the end": ["I took my vits.", "They helped.", "I take a vit.", "I feel well."],
    "journal of vessels": ["It was in J. Vasc. Res. 2011.", "It was small."],
    "journal of New England": ["N. Engl. J. Med. retracted the paper.", "It was wrong."],
    "journal of inner medicine": ["See Ann. Intern. Med. for it.", "It says so."],
    "journal of an academy": ["It was in Proc. Natl. Acad. Sci. U.S.A. in 2010.", "It was small."],
    "journal at the end": ["It was in Arch. Intern. Med.", "The trial was small."],
    "woman with a journal's name": ["I saw Ann.", "She was well."],
    "hour before a day": ["It opens at 8 a.m. Monday to Friday.", "Come early."],
    "hour before a zone": ["Clinics close at 5 p.m. Eastern time.", "Call at 9 a.m. EST.", "We answer."],
    "hour before a date": ["It starts at 5 p.m. October 3.", "Come early."],
    "hour before a sentence that opens with a day": ["It closed at 8 p.m.", "Monday was quiet."],
    "hour before a sentence that opens with a zone": ["We met at 8 a.m.", "Central heating was on."],
    "supplement": ["See Suppl. Table 3 and suppl. Fig. 2 for details.", "It is short."],
    "capitals: number": ["STROKE IS THE NO. 1 CAUSE OF IT.", "IT KILLS."],
    "capitals: hours": ["CALL WITHIN 4.5 HRS. OF ONSET.", "IT HELPS."],
    "capitals: dose": ["TAKE 5 MG. TWICE A DAY.", "TAKE 5MG. PER HOUR.", "THEN 3 TABS. DAILY."],
    "capitals: dose before a short word": ["I TAKE 5 MG.", "I WORK."],
    "capitals: dose at the end": ["TAKE 5 MG.", "ZINC HELPS.", "IT LASTS 4 HRS.", "THE PAIN ENDS."],
    "capitals: no": ["DOES IT HELP?", "NO.", "IT DOES NOT."],
    "capitals: gas": ["The enzyme makes NO.", "1 in 5 patients lacks it."],
    "capitals: versus": ["IT WAS ZINC VS. COPPER, E.G. IN PILLS.", "PROF. OKAFOR SAID SO."],
    "acronyms that are no units": ["She takes MS.", "Twice a day it hurts.", "It has CAPS.", "OR not."],
}


NOTED = {
    "superscript behind a quotation at the end": ["She said: “It fell.”³"],
    "superscript behind a quotation": ["She said: “It fell.”³", "Then it rose."],
    "number behind a quotation": ["She said: “It fell.”3", "Then it rose."],
    "number in brackets at the end": ["It rose.", "It fell. [1]"],
    "number in round brackets at the end": ["It rose.", "It fell. (12)"],
    "two superscripts with a blank between": ["It works.² ³", "Then more."],
    "superscript behind a blank": ["It works. ²", "Then more. ³"],
    "superscripts and a comma": ["It works.², ³", "Then more."],
    "isotope behind a full stop": ["It works.", "¹³C was used.", "³H too."],
    "dagger behind a question": ["Does it work?†", "Then more."],
    "daggers behind a full stop": ["It works.‡", "Then more.††", "It ends.§", "So."],
    "caret": ["It works.^1", "Then more.^2,3", "It ends.^4"],
    "letter in brackets": ["It works.[a]", "Then more.[b][c]", "It ends.[iv]", "So."],
    "note of an encyclopaedia": ["It works.[note 1]", "Then more.[1][nb 2]", "Nobody knows.[citation needed]", "So."],
    "number behind a question": ["Does it work?1", "Then more.", "It does!2,3", "So."],
    "number that answers": ["How many took part?", "12"],
    "letter in brackets that opens a sentence": ["It works.", "[a] Liver is red."],
    "superscript behind a power": ["It has 5 m².", "Then it grows."],
    "star behind a question": ["Does it work?*", "Then more."],
    "number at the end": ["It rose.", "It fell. 3"],
    "numbers at the end": ["It rose.", "It fell. 3,4"],
    "mark alone": ["³"],
    "stars and a mark at the end": ["It fell. ** [2]"],
}


@pytest.mark.parametrize("sentences", NOTED.values(), ids=NOTED.keys())
def test_a_footnotes_mark_stays_with_the_sentence_it_closes(sentences: list[str]) -> None:
    text = " ".join(sentences)

    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences


@pytest.mark.parametrize("sentences", ABBREVIATED.values(), ids=ABBREVIATED.keys())
def test_no_sentence_ends_at_an_abbreviation_that_goes_on(sentences: list[str]) -> None:
    text = " ".join(sentences)

    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences


@pytest.mark.parametrize("sentences", ROWS.values(), ids=ROWS.keys())
def test_a_text_is_cut_into_its_sentences(sentences: list[str]) -> None:
    text = ("" if "Magnesium is needed." in sentences else " ").join(sentences)

    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences


@pytest.mark.parametrize("sentences", GLUED.values(), ids=GLUED.keys())
def test_sentences_are_cut_where_the_blank_between_them_is_lost(sentences: list[str]) -> None:
    text = "".join(sentences)

    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param(
            "水は大切。飲んで！本当？はい",
            ["水は大切。", "飲んで！", "本当？", "はい"],
            id="full stops without a blank",
        ),
        pytest.param("هل هذا آمن؟نعم.", ["هل هذا آمن؟", "نعم."], id="Arabic question mark"),
        pytest.param("It rose.\nIt fell\nagain.", ["It rose.", "It fell\nagain."], id="line breaks are blanks"),
        pytest.param("It rose.\u00a0It fell.", ["It rose.", "It fell."], id="no-break space"),
        pytest.param("No mark at all", ["No mark at all"], id="no mark"),
        pytest.param("?", ["?"], id="a mark alone"),
    ],
)
def test_other_scripts_and_blanks_end_sentences_too(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences


def test_spans_count_in_the_whole_text() -> None:
    text = "Heading\n\nIt rose. It fell."

    assert split_sentences(text, 9, len(text)) == [(9, 17), (18, 26)]


@given(st.text(st.sampled_from("aB1 .?!…。()[]\"'”*\n\u00a0😀-:é"), max_size=80).map(str.strip).filter(bool))
def test_nothing_but_white_space_stands_between_sentences(text: str) -> None:
    spans = split_sentences(text, 0, len(text))

    ends = [0, *(end for _, end in spans)]
    assert [text[end:start].strip() for end, (start, _) in zip(ends, spans, strict=False)] == [""] * len(spans)
    assert ends[-1] == len(text)
    assert all(start < end and not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)
