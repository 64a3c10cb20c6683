"""The phrases of each cue, one a line.

A phrase is words with a blank between them, ``a/b`` for either, ``*`` for one word of any kind, ``{show}`` for one of
the words in ``_LISTS``. Small letters; capitals in a claim do not count.
"""

from __future__ import annotations

from corpus.model import CueName

_LISTS = {
    "source": "studies/study/research/researchers/scientists/experts/evidence/doctors/trials/data/reports/findings/"
    "science",
    "show": "show/shows/shown/showed/suggest/suggests/suggested/found/find/finds/indicate/indicates/indicated/say/says/"
    "believe/believes/agree/agrees/report/reports/reported/prove/proves/proven/demonstrate/demonstrates/demonstrated/"
    "reveal/reveals/revealed/recommend/recommends/confirm/confirms/confirmed/linked",
    "better": "reduce/improve/prevent/lower/boost/treat/alleviate/relieve/protect/manage/regulate/support",
    "people": "people/patients/individuals/adults/participants",
}

_SOURCE_TEXT: dict[CueName, str] = {
    CueName.NUMBER: """
        half/double/doubles/doubled/triple/triples/tripled/twice/two-thirds/one-third/two-fold/twofold/threefold/tenfold
        one in two/three/four/five/six/seven/eight/nine/ten/twenty/hundred
        quarter of
        hundreds/thousands/millions/billions of
    """,
    CueName.NAMED_STUDY: """
        cochrane/harvard/stanford/nih/cdc/fda/efsa/nhs
        mayo/cleveland clinic
        johns hopkins
        world health organization/organisation
        national institute/institutes of health
    """,
    CueName.UNNAMED_SOURCE: """
        {source} {show}
        {source} * {show}
        {source} have/has also {show}
        some/many/several/most/numerous/various/recent/other/certain/multiple/few {source}
        some/many/most people/clinicians say/believe/think
        one/another/a study/trial/review
        one/another/a clinical/recent/small/large/new study/trial/review
        it is/was believed/thought/said/known/claimed/reported/suggested/estimated
        according to {source}
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
        help/helps/helped/helping to {better}
        help/helps/helped/helping {better}
        contribute/contributes/contributed/contributing to
        responsible for
        effect/effects/effective on/against/in/for
    """,
    CueName.HEDGED: """
        may/might/could
        possible/possibly/potential/potentially/perhaps/probably/likely/unlikely/presumably
        suggest/suggests/suggested
        appear/appears/appeared/seem/seems/seemed to
        tend/tends/tended to
        thought/believed/reported to
        it is/was believed/thought
        more/further research/studies/trials/evidence/investigation
        not clear/known/certain/fully
        early stages
        some/limited evidence
    """,
    CueName.ABSOLUTE: """
        always/never/guaranteed/guarantee/guarantees/proven/undoubtedly/definitely/certainly/completely/totally/entirely
        absolutely/instantly/permanently
        cure/cures/cured
        miracle/miraculous/foolproof
        all/every/each {people}/person/case/cases/cancers/disease/diseases/symptoms/women/men/children
        no/zero side/adverse/known/risk/risks/evidence/cure/effect/effects
        the/single best/only/safest
        the most effective
        without any/side/risk
        100 percent
        everyone/everybody/nobody/anyone
        only way/cure/treatment/solution
        completely/perfectly/entirely/totally safe
        works/work for everyone/all
        scientifically/clinically proven
    """,
    CueName.POPULATION: """
        pregnant/pregnancy/breastfeeding/breast-feeding/lactating
        women/men/woman/man/girls/boys/males/females
        children/child/infants/infant/babies/baby/newborns/toddlers/teenagers/adolescents/kids
        adults/elderly/seniors
        older/younger/healthy/postmenopausal/menopausal/obese/overweight {people}/women/men
        {people}/those/person/anyone with/who/over/under/aged/taking/at
        ms/cancer/diabetic/diabetes/heart/kidney/transplant patients
        diabetics/athletes/vegans/vegetarians/smokers
        mice/mouse/rats/rat/animals/animal/rodents/monkeys/rabbits
        in vitro/vivo
        cell/test-tube culture/cultures/study/studies
        preclinical/pre-clinical
    """,
    CueName.HARM: """
        side/adverse/harmful/unwanted effect/effects/reaction/reactions/event/events
        toxic/toxicity/poison/poisoning/poisonous/overdose/overdoses/lethal/fatal/deadly/dangerous/danger/dangers
        harmful/harm/harms/unsafe
        death/deaths/die/dies/died/dying/mortality/suicide/suicidal
        bleeding/seizure/seizures/coma/stroke/strokes/miscarriage/anaphylaxis/hospitalized/hospitalised/hospitalization
        interact/interacts/interacting/interaction/interactions with/between
        drug interaction/interactions
        serious/severe/life-threatening/irreversible consequences/complications/problems/reaction/reactions/harm/injury
        serious/severe/life-threatening/irreversible damage/risk/risks
        liver/kidney/heart/brain/nerve damage/injury/failure
        stop/stopped/stopping/quit/skip/avoid taking/using/treatment/medication/medications/chemotherapy/insulin
        instead of treatment/medication/medications/chemotherapy/insulin/vaccination
        contraindicated/contraindication/contraindications
        not be/is/are safe
        risk/risks of
        complications/complication
        abuse/addiction/addictive/withdrawal
    """,
}


def _filled(text: str) -> list[str]:
    for name, listed in _LISTS.items():
        text = text.replace(f"{{{name}}}", listed)
    return [" ".join(line.split()) for line in text.strip().splitlines()]


PHRASES: dict[CueName, list[str]] = {name: _filled(text) for name, text in _SOURCE_TEXT.items()}
