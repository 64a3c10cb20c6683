"""Cues: the wording of a claim that asks for care. A dose, "studies show", "cures"; never a judgement of its truth.

Each cue is a short list of phrases. A phrase is words with alternatives: ``lead/leads/led to``; ``*`` stands for one
word of any kind and ``-ed`` style endings are written out. Amounts and names of studies are patterns of their own.
"""

from __future__ import annotations

import re

from corpus.model import Cue, CueName, Span

_PHRASES: dict[CueName, str] = {
    CueName.UNNAMED_SOURCE: """
        studies/study/research/researchers/scientists/experts/evidence/doctors/trials/data/reports/findings/science * show/shows/shown/showed/suggest/suggests/suggested/found/find/finds/indicate/indicates/indicated/say/says/believe/believes/agree/agrees/report/reports/reported/prove/proves/proven/demonstrate/demonstrates/demonstrated/reveal/reveals/revealed/recommend/recommends/confirm/confirms/linked
        studies/study/research/researchers/scientists/experts/evidence/doctors/trials/data/reports/findings/science show/shows/shown/showed/suggest/suggests/suggested/found/find/finds/indicate/indicates/indicated/say/says/believe/believes/agree/agrees/report/reports/reported/prove/proves/proven/demonstrate/demonstrates/demonstrated/reveal/reveals/revealed/recommend/recommends/confirm/confirms/linked
        studies/research * * shown/suggested/found/indicated/demonstrated/investigated
        some/many/several/most/numerous/various/recent/other/certain/multiple/few studies/researchers/scientists/experts/doctors/trials/reports/people/clinicians
        one/another/a study/trial/review
        one/another/a clinical/recent/small/large/new study/trial/review
        it is/was believed/thought/said/known/claimed/reported/suggested/estimated
        according to experts/scientists/researchers/doctors/studies/research
        believed/thought/said/claimed/reported to
        clinical/scientific/recent/current/preliminary/anecdotal/growing/increasing studies/evidence/research/trials
        has/have been linked/associated/shown/found/suggested/reported/demonstrated/implicated
        everyone/everybody knows
    """,
    CueName.CAUSAL: """
        cause/causes/caused/causing
        lead/leads/led/leading to
        result/results/resulted/resulting in
        due/owing to
        because
        trigger/triggers/triggered/triggering
        prevent/prevents/prevented/preventing
        reduce/reduces/reduced/reducing
        improve/improves/improved/improving
        increase/increases/increased/increasing
        decrease/decreases/decreased/decreasing
        lower/lowers/lowered/lowering
        raise/raises/raised/raising
        boost/boosts/boosted/boosting
        worsen/worsens/worsened/worsening
        inhibit/inhibits/inhibited/inhibiting
        promote/promotes/promoted/promoting
        protect/protects/protected/protecting
        alleviate/alleviates/alleviated/alleviating
        aggravate/aggravates/aggravated/aggravating
        relieve/relieves/relieved/relieving
        treat/treats/treated/treating
        cure/cures/cured/curing
        heal/heals/healed/healing
        slow/slows/slowed/slowing
        stimulate/stimulates/stimulated/stimulating
        enhance/enhances/enhanced/enhancing
        help/helps/helped/helping to reduce/improve/prevent/lower/boost/treat/alleviate/relieve/protect/manage/regulate/support
        help/helps/helped/helping reduce/improve/prevent/lower/boost/treat/alleviate/relieve/protect/manage/regulate/support
        contribute/contributes/contributed/contributing to
        responsible for
        effect/effects/effective on/against/in/for
    """,
    CueName.HEDGED: """
        may
        might
        could
        possible/possibly/potential/potentially/perhaps/probably/likely/unlikely/presumably
        suggest/suggests/suggested
        appear/appears/appeared/seem/seems/seemed to
        tend/tends/tended to
        thought/believed/reported to
        it is/was believed/thought
        more research/studies/trials/evidence
        further research/studies/trials/investigation
        not clear/known/certain/fully
        early stages
        some evidence
        limited evidence
    """,
    CueName.ABSOLUTE: """
        always/never/guaranteed/guarantee/guarantees/proven/undoubtedly/definitely/certainly/completely/totally/entirely/absolutely/instantly/permanently
        cure/cures/cured
        miracle/miraculous/foolproof
        all/every/each patients/patient/people/person/cases/case/cancers/diseases/disease/symptoms/women/men/children/adults
        no/zero side/adverse/known/risk/risks/evidence/cure/effect/effects
        the/single best/only/safest/most effective
        without any/side/risk
        100 percent
        everyone/everybody/nobody/anyone
        only way/cure/treatment/solution
        completely/perfectly/entirely/totally safe
        works/work for everyone/all
        scientifically/clinically proven
    """,
    CueName.POPULATION: """
        pregnant/pregnancy/breastfeeding/breast-feeding/lactating/nursing
        women/men/woman/man/girls/boys/males/females
        children/child/infants/infant/babies/baby/newborns/toddlers/teenagers/adolescents/kids
        adults/elderly/seniors/older-adults
        older/younger/healthy/postmenopausal/menopausal/obese/overweight adults/people/women/men/individuals/participants
        people/patients/individuals/those/adults/participants/person/anyone with/who/over/under/aged/taking/at
        ms/cancer/diabetic/diabetes/heart/kidney/transplant patients
        diabetics/athletes/vegans/vegetarians/smokers
        mice/mouse/rats/rat/animals/animal/rodents/monkeys/rabbits
        in vitro/vivo
        cell/test-tube culture/cultures/study/studies
        preclinical/pre-clinical
    """,
    CueName.HARM: """
        side/adverse/harmful/unwanted effect/effects/reaction/reactions/event/events
        toxic/toxicity/poison/poisoning/poisonous/overdose/overdoses/lethal/fatal/deadly/dangerous/danger/dangers/harmful/harm/harms/unsafe
        death/deaths/die/dies/died/dying/mortality/suicide/suicidal
        bleeding/seizure/seizures/coma/stroke/strokes/miscarriage/anaphylaxis/hospitalized/hospitalised/hospitalization
        interact/interacts/interacting/interaction/interactions with/between
        drug interaction/interactions
        serious/severe/life-threatening/irreversible consequences/complications/problems/reaction/reactions/harm/injury/damage/risk/risks
        liver/kidney/heart/brain/nerve damage/injury/failure
        stop/stopped/stopping/quit/skip/avoid/instead taking/using/treatment/medication/medications/chemotherapy/insulin/vaccines/vaccination/of
        contraindicated/contraindication/contraindications/not-safe
        not be/is/are safe
        risk/risks of
        complications/complication
        abuse/addiction/addictive/withdrawal
    """,
}
_UNIT = r"(?:mg|mcg|µg|μg|ug|kg|g|IU|ml|mL|cc|grams?|milligrams?|micrograms?|millilit(?:er|re)s?|units?|tablets?|capsules?|pills?|drops?|teaspoons?|tablespoons?|tsp|tbsp|puffs?|doses?)"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_EVERY = r"(?:\s?/\s?(?:kg|day|d|week|dose|serving)|\s?(?:per|a|each|every|once|twice|three times|times)\s(?:day|week|dose|serving|daily|kg|kilogram|a day|per day|hours?|\d+ hours)|\s?(?:daily|b\.i\.d\.?|t\.i\.d\.?|q\.i\.d\.?)){0,2}"
_DOSE = re.compile(rf"{_NUMBER}(?:\s?(?:[-–—]|to|or)\s?{_NUMBER})?[\s-]?{_UNIT}\b(?!\s?/\s?(?:d?[lL]|m[lL]|min))(?:\s?/\s?(?:kg|day|d|week|dose|serving))?{_EVERY}")
_AMOUNT = re.compile(
    rf"[~≈<>≥≤$€£]?\s?{_NUMBER}(?:\s?(?:[-–—]|to)\s?{_NUMBER})?\s?(?:%|percent\b|per cent\b|-fold\b|times\b|million\b|billion\b|thousand\b)?"
    r"|\b(?:half|double[sd]?|triple[sd]?|twice|one in (?:\w+)|two-thirds|one-third|a quarter)\b|\b(?:hundreds|thousands|millions|billions) of\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_STUDY = re.compile(
    r"\b[A-Z][\w'’-]+ (?:et al\b\.?|and (?:colleagues|co-?workers)|& [A-Z]\w+)(?:,? \(?(?:19|20)\d\d\)?)?"
    r"|\b(?:published|reported|appearing) in (?:the )?(?:journal )?(?:of )?(?-i:[A-Z])[\w&]*(?: (?:of|and|in|the|for|&|(?-i:[A-Z])[\w&]*))*"
    r"|\bthe (?:British |American |European )?Journal of [A-Z]\w+(?: (?:of|and|in|the|[A-Z]\w+))*"
    r"|\b(?:19|20)\d\d (?:study|trial|review|meta-analysis|paper|report|survey)\b|\b(?:PMID|doi|NCT)\s?:?\s?[\w./]+"
    r"|\b(?:Cochrane|Mayo Clinic|Harvard|Johns Hopkins|NIH|CDC|FDA|WHO|World Health Organization|NHS|EFSA|National Institutes? of Health|Oxford|Stanford)\b",
)
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


def _compile() -> dict[str, list[tuple[CueName, re.Pattern[str] | None]]]:
    """The phrases by their first word: where it stands, the rest is tried there and nowhere else."""
    table: dict[str, list[tuple[CueName, re.Pattern[str] | None]]] = {}
    for name, phrases in _PHRASES.items():
        for phrase in phrases.strip().splitlines():
            first, *others = phrase.split()
            rest = "".join(r"\s+[\w’'-]+" if o == "*" else rf"\s+(?:{'|'.join(map(re.escape, o.split('/')))})" for o in others)
            pattern = re.compile(rest + r"\b", re.IGNORECASE) if rest else None
            for word in first.split("/"):
                table.setdefault(word, []).append((name, pattern))
    return table


_BY_FIRST_WORD = _compile()


def find_cues(claim: str, offset: int = 0) -> tuple[Cue, ...]:
    """The cues of a claim in the order of their spans, which count from ``offset``: the claim's own start.

    Cues of one name never overlap: the longest phrase from the left wins.
    """
    found: list[tuple[int, int, CueName]] = []
    if any(map(str.isdigit, claim)):
        found.extend(_amounts(claim))
    found.extend((m.start(), m.end(), CueName.NAMED_STUDY) for m in _STUDY.finditer(claim))
    for match in _WORD.finditer(claim):
        rules = _BY_FIRST_WORD.get(match[0].lower())
        if rules and not (match[0] == "May" and match.start()):  # the month
            for name, rest in rules:
                end = match.end()
                if rest is None or (tail := rest.match(claim, end)):
                    found.append((match.start(), end if rest is None else tail.end(), name))
    return tuple(Cue(name, Span(offset + start, offset + end)) for start, end, name in _longest(found))


def _amounts(claim: str) -> list[tuple[int, int, CueName]]:
    doses = [(m.start(), m.end(), CueName.DOSE) for m in _DOSE.finditer(claim)]
    numbers = []
    for match in _AMOUNT.finditer(claim):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        inside = any(a < end and start < b for a, b, _ in doses)
        if not inside and not _YEAR.match(claim[start:end]) and not _is_mark(claim, start, end):
            numbers.append((start, end, CueName.NUMBER))
    return doses + numbers


def _is_mark(claim: str, start: int, end: int) -> bool:
    """Whether a number is a footnote's, a part of a name ("B12", "omega-3") or of an address, and no amount."""
    before, after = claim[start - 1 : start], claim[end : end + 1]
    return before.isalpha() or before in ("[", "^", "/", "_", ".") or (before == "-" and claim[start - 2 : start - 1].isalpha()) or (after == "]")


def _longest(found: list[tuple[int, int, CueName]]) -> list[tuple[int, int, CueName]]:
    """Without those that overlap an earlier or longer one of the same name, in order."""
    kept: list[tuple[int, int, CueName]] = []
    reach: dict[CueName, int] = {}
    for start, end, name in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= reach.get(name, -1):
            kept.append((start, end, name))
            reach[name] = end
    return kept
