"""How a claim is put: as a cause, as an association, with a hedge, or as beyond doubt."""

from __future__ import annotations

from corpus.model import CueName

LISTS = {
    "order": "ask/seek/consult/talk/tell/read/follow/check/take/speak/wash/keep/use",
    "bad": "side/adverse/harmful/negative/serious/known/unwanted/ill",
    "outcome": "effect/effects/reaction/reactions/events/risk/risks/interactions",
    "anybody": "person/patient/women/men/children/woman/man/child/adult/case/cases/cancers/diseases",
    "remedy": "way/remedy/treatment/cure/diet/food/foods/supplement/solution/source",
    "better": "reduce/improve/prevent/lower/boost/treat/alleviate/relieve/protect/manage/regulate/support/control/ease/"
    "fight/maintain/balance/strengthen/restore/reverse/calm/slow/increase/decrease/promote/enhance/repair",
    "people": "people/patients/individuals/adults/participants",
    "noun": "a/an/the/this/that/any/no/its/their/of/with/significant/modest/slight/small/large/further/greater/%/"
    "percent/corresponding/sharp/marked/an/and/to/from/for/by/in",
    "task": "recognizing/recognising/regulating/controlling/maintaining/producing/making/transmitting/carrying/moving/"
    "converting/breaking/building/protecting/keeping/storing/sending/detecting/attacking/fighting/helping/ensuring/"
    "providing/coordinating/delivering/monitoring/checking/reviewing/filtering/removing/clearing/absorbing/your/their/"
    "our/its/any/the",
    "illness": "cancer/cancers/tumors/tumours/leukemia/leukaemia/autism/adhd/diabetes/arthritis/aids/hiv/covid/flu/"
    "colds/asthma/eczema/psoriasis/acne/depression/anxiety/alzheimer's/parkinson's/dementia/epilepsy/hypertension/"
    "insomnia/obesity/infections/infection/disease/diseases/illness/illnesses/ailments/pneumonia/malaria/tuberculosis/"
    "migraine/migraines/headaches/pain/lupus/gout/herpes/hepatitis/ibs/ms/allergies/infertility/addiction/everything/"
    "all/any/every/most/almost/chronic/advanced/stage/type/your",
    "no_verb": "a/an/the/this/that/no/any/its/their/your/new/known/permanent/miracle/possible/one/only/of/for",
    "no_object": "for/of/is/was/has/had/rate/rates/works/work/will/may/can/could/would/to/in/from/by/and/or/with/"
    "at/END",
    "illnesses": "diabetes/herpes/aids/measles/mumps/rabies/shingles/hiccups/warts/hives/piles/rickets/find",
    "healer": "doctors/physicians/nurses/clinicians/surgeons/dentists/therapists/hospitals/clinics/specialists/"
    "providers/professionals/practitioners/healers/scientists/researchers/patients/parents/cells/sufferers/"
    "kids/families/couples",
    "own": "the/your/their/our/its/his/her",
    "level": "ldl/cholesterol/blood/inflammation/triglycerides/glucose/cortisol/stress",
    "tells": "shows/means/needs/requires/suggests/reports/indicates/includes/gets/goes/gives/finds/reveals/predicts/"
    "becomes/remains/stays/keeps/versus/less/reaches/achieves/involves/brings/results/levels",
    "modal": "to/can/may/might/could/will/would/and/or/also/help/helps/not/cannot/should/did/does/do/significantly",
}

# The verb's forms one by one where one of them is also a noun or an adjective ("a lower dose", "the cause of").
CAUSAL = """
    causes: causes/causing -before of/for
    causes: cause -before of/for -after a/the/this/common/main/major/root/leading/possible/any/no/known/likely/exact
    causes: caused
    causes: lead/leads/led/leading to
    causes: result/results/resulted/resulting in -before cells/humans/mice/people/animals/adults/children/patients
    causes: due/owing to -before be
    causes: because of
    causes: as a result of
    causes: trigger/triggers/triggered/triggering
    causes: responsible for -before {task}
    causes: contribute/contributes/contributed/contributing to
    causes: make/makes/made you/people/them
    causes: effect/effects on
    prevents: prevent/prevents/prevented/preventing
    prevents: protect/protects/protected/protecting against/from/you/your/the/them
    prevents: protective effect/effects
    prevents: ward/wards off
    prevents: stave/staves off
    lowers: reduce/reduces/reducing
    lowers: reduced -after START/{noun}/showed/show/in
    lowers: decrease -before in -after {noun}
    lowers: decrease -before in/of +after to
    lowers: decreases/decreasing -before in
    lowers: decreased -after START/{noun}/showed/show/in
    lowers: lowers/lowering
    lowers: lowered -after START/{noun}
    lowers: lower +after {modal}
    lowers: lower/slow +before {own} +after PLURAL/they/that/which -after {tells}/{healer}
    lowers: lower +before {level} +after PLURAL/they -after {tells}/{healer}
    lowers: slows/slowed/slowing -after {noun}/in
    lowers: slow +after {modal}
    lowers: slow/slows down -after {noun}
    lowers: inhibit/inhibits/inhibited/inhibiting
    lowers: suppress/suppresses/suppressed/suppressing
    lowers: counteract/counteracts/counteracted
    lowers: interfere/interferes/interfering with
    lowers: cut/cuts * by
    lowers: cut/cuts the/your/their risk/risks/chance/chances/rate/number
    lowers: block/blocks/blocked/blocking +after {modal}/which/that/it/they
    raises: increase -before in -after {noun}
    raises: increase -before in/of +after to
    raises: increases/increasing -before in/evidence/interest -after {noun}/is/there
    raises: increased -after START/{noun}/showed/show/in
    raises: raises/raised/raising
    raises: raise +after {modal}
    raises: raise +before {own}/{level} +after PLURAL/they -after {tells}/{healer}
    raises: boosts/boosted/boosting
    raises: boost +after {modal}
    raises: boost +after PLURAL -before in/of/for/from/to -after {tells}/{healer}
    raises: promote/promotes/promoted/promoting
    raises: stimulate/stimulates/stimulated/stimulating
    raises: enhance/enhances/enhanced/enhancing
    raises: strengthen/strengthens/strengthened
    improves: improve/improves/improving
    improves: improved -after START/{noun}/showed/show/in
    improves: alleviate/alleviates/alleviated/alleviating
    improves: relieve/relieves/relieved/relieving
    improves: ease/eases/easing +after {modal}
    improves: heal/heals/healed/healing -after wound/the/of
    improves: restore/restores/restored/restoring
    improves: reverse/reverses/reversed/reversing -after the
    improves: fights/fighting
    improves: fight +after {modal}
    improves: ease +after PLURAL -before of/in/with -after {tells}/{healer}
    improves: fight +after PLURAL -before for/with/to/over/about -after {tells}/{healer}
    improves: kill/kills/killing
    improves: support/supports * health/function/immunity/digestion/recovery/growth/system
    helps: help/helps/helped/helping to {better}
    helps: help/helps/helped/helping {better}
    improves: beneficial effect/effects
    improves: has/have anti-inflammatory
    worsens: worsen/worsens/worsened/worsening
    worsens: aggravate/aggravates/aggravated/aggravating
    worsens: exacerbate/exacerbates/exacerbated/exacerbating
    worsens: harm/harms/harmed/harming +after {modal}/without
    worsens: damage/damages +after to/can/may/might/could/will/would/not/it/that/which
    worsens: impair/impairs/impaired/impairing -after {noun}/with/in
    treats: treat +after {modal}
    treats: treats -after sweet/tasty/healthy/dog/these/of/holiday/occasional
    treats: treated/treating -after {noun}/were/being/heat/when/be
    treats: cures/cured -negated
    treats: cure +after {modal} -negated
    treats: cure +before {illness} -after {no_verb} -negated
    treats: cure +after PLURAL/they/that/which -before {no_object} -after {illnesses} -negated
    treats: treat +after PLURAL -before patients/people/children/them/yourself/themselves/it/as/like -after {healer}
    treats: effective in/for/against
    treats: effective treatment/remedy
"""

ASSOCIATIVE = """
    : linked/tied/related/connected to -before the
    : linked to
    : linked with
    : associated with
    : association/associations between/with/of
    : link/links/relationship/connection/correlation between
    : link/links/correlation with
    : correlate/correlates/correlated/correlating with
    : implicated in
    : more/less likely to
    : risk factor/factors for
    : key/contributing/contributory factor/factors in
    : increased/higher/greater/elevated/reduced/lower/decreased/raised risk/risks/rate/rates/odds/chance/likelihood of
    : higher/lower/greater/smaller risk
    : go/goes/went/going hand in hand
    : go/goes/went with * higher/lower
    : tend/tends/tended to have
"""

HEDGED = """
    possibility: may/might/could -after his/her/their/its/all
    possibility: possible -after as/if/where/whenever/is
    possibility: is possible that
    possibility: possibly/perhaps/probably/presumably/conceivably
    possibility: potential/potentially -after evoked/action/membrane/full/electrical
    possibility: likely/unlikely -after more/less/most/times
    possibility: suggest/suggests/suggested/suggesting
    possibility: appear/appears/appeared/seem/seems/seemed to
    possibility: tend/tends/tended to
    possibility: thought/believed/reported/said to
    possibility: it is/was believed/thought
    possibility: in some people/cases/individuals
    possibility: promising
    possibility: hold/holds promise
    possibility: a glimmer of hope
    possibility: as far as anyone/anybody/we can/could
    possibility: as far as anyone/anybody/we know/knows
    early evidence: more/further/larger research/studies/trials/evidence/investigation/study -before than
    early evidence: more clinical/human/large research/studies/trials/evidence
    early evidence: further investigation
    early evidence: not yet/fully clear/known/certain/understood/established
    early evidence: not yet fully understood
    early evidence: not clear/known/certain/established
    early evidence: unclear/unproven/inconclusive/unknown/uncertain
    early evidence: early stages
    early evidence: some/limited/little/weak/preliminary/mixed/modest/low-quality evidence
    early evidence: no sure answer
    early evidence: need for investigation
    early evidence: preliminary
    early evidence: modest effect
"""

ABSOLUTE = """
    certainty: guaranteed/guarantee/guarantees -negated
    certainty: undoubtedly/unquestionably/definitely/certainly/indisputably -after should/almost/not/must
    certainty: without/no doubt
    certainty: without a/any doubt
    certainty: always -after not/don't/do/almost/should -before {order}
    certainty: never -before been/before/take/exceed/stop/mix/share/drive/use/give/start/ignore/had/tested/leave
    certainty: proven/proves/proved -after not/yet/un -negated
    certainty: scientifically/clinically/medically proven -negated
    certainty: 100 percent -negated
    certainty: works/work every time -negated
    cure: cures/cured -negated
    cure: cure +after to/can/will/could/completely/actually/also/and/permanently -negated
    cure: cure +before {illness} -after {no_verb} -negated
    cure: cure +after PLURAL/they/that/which -before {no_object} -after {illnesses} -negated
    cure: cure for -after no/known/a/any/not -negated
    cure: the cure -negated
    cure: miracle/miraculous/foolproof/fail-safe/panacea/cure-all -negated
    cure: eliminate/eliminates/eradicate/eradicates -negated
    cure: completely/totally/permanently/entirely/fully cures/eliminates/reverses/heals/removes/prevents/protects
    cure: instantly/overnight/permanently -after {noun}
    safety: no {bad} {outcome}
    safety: no serious/known/reported/significant side/adverse effects/effect/reactions/events
    safety: no known side effects
    safety: no risk/risks/danger/contraindications/downside/downsides -before factor/factors
    safety: zero side/risk/risks
    safety: without any adverse/side/harmful/negative effects/reactions/effect
    safety: without any risk/risks/danger/harm
    safety: without side/adverse/harmful effects/reactions/events
    safety: without risk
    safety: free of/from side/adverse effects
    safety: completely/perfectly/entirely/totally/absolutely/always safe/harmless -negated
    safety: completely/perfectly/entirely/totally/absolutely good -negated
    safety: safe for everyone/everybody/all/anyone -negated
    safety: safe in any/all amount/amounts/dose/doses
    safety: 100 safe
    safety: harmless/risk-free/non-toxic/nontoxic -negated
    everyone: everyone/everybody/nobody -after not -before else/who/with
    everyone: works/work for everyone/all
    everyone: all/every/each {people}/{anybody} -after not/of/at -negated
    superlative: the/single best/safest/strongest {remedy} -after of -negated
    superlative: the best -after of -before form/forms/one/known/of/evidence -negated
    superlative: the most effective/powerful/potent/important -after of/is/one -negated
    superlative: the only way/cure/treatment/solution/remedy/answer/thing -negated
    superlative: only way/cure/treatment/solution/remedy -negated
"""

RULES = (
    (CueName.CAUSAL, CAUSAL),
    (CueName.ASSOCIATIVE, ASSOCIATIVE),
    (CueName.HEDGED, HEDGED),
    (CueName.ABSOLUTE, ABSOLUTE),
)
