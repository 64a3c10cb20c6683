"""What can hurt a reader who believes a claim: a drug stopped, replaced, combined or overdone; who must not take it."""

from __future__ import annotations

from corpus.model import CueName

_DRUGS = (
    "medication/medications/medicine/medicines/meds/drug/drugs/pills/prescription/prescriptions/treatment/treatments/"
    "insulin/chemotherapy/chemo/radiation/statins/statin/antidepressants/antidepressant/inhaler/inhalers/warfarin/"
    "metformin/antibiotics/steroids/surgery/dialysis/antipsychotics/anticoagulants/lithium/vaccine/vaccines"
)
LISTS = {
    "drug": _DRUGS,
    "severe": "serious/severe/life-threatening/irreversible/permanent",
    "ill": "consequences/complications/problems/reaction/reactions/harm/injury/damage/illness",
    "working": "effect/effects/absorption/medication/medications/benefits/action/effectiveness",
    "halt": "stop/stopped/stopping/quit/quitting/skip/skipping/discontinue/discontinuing/ditch/ditching/abandon/refuse/"
    "refusing/replace/replaces/replacing/swap/swapping",
    "mine": "your/their/his/her/all/any/the/my/prescribed/prescription/needed/usual",
    "yours": "your/their/his/her/my/our",
    "cut": "cut/cutting/halve/halved/halving/reduce/reduced/reducing/lower/lowered/lowering",
    "pill": "medication/medications/medicine/medicines/meds/pills/prescription/prescriptions/chemo/statins/inhaler/"
    "warfarin/metformin/antibiotics/steroids/antidepressant/antidepressants/lithium/anticoagulants/antipsychotics",
    "verb": "take/use/give/consume/eat/drink/swallow",
    "taken": "take/use/give",
    "whom": "in/if/when/during/with/while/under/until/before/after/for",
    "shift": "increase/increases/increasing/reduce/reduces/reducing/lower/lowers/enhance/enhances/strengthen/weaken/"
    "weakens/block/blocks/boost/boosts/decrease/decreases/affect/affects",
    "carer": "doctor/pharmacist/provider/gp/nurse/doctors",
    "organ": "liver/kidney/nerve/brain/heart/muscle/tissue",
}

HARM = """
    stopping a drug: {halt} taking/using -before it/magnesium/supplements/this/these/creatine/turmeric
    stopping a drug: {halt} {drug}
    stopping a drug: {halt} {mine} {drug}
    stopping a drug: {halt} {mine} * {drug}
    stopping a drug: {halt} {mine} * * {drug}
    stopping a drug: come/coming/came/get/getting/wean off {drug}
    stopping a drug: come/coming/came/get/getting/wean off {mine} {drug}
    stopping a drug: come/coming/came/get/getting/wean off {mine} * {drug}
    stopping a drug: throw/throwing away/out {mine} {drug}
    stopping a drug: no longer need/needs {drug}
    stopping a drug: no longer need/needs {mine} {drug}
    stopping a drug: not need {drug}
    stopping a drug: don't need {drug}
    stopping a drug: not need {mine} {drug}
    stopping a drug: don't need {mine} {drug}
    stopping a drug: without {mine} {drug}
    stopping a drug: {cut} {yours} {pill} -after may/might/will -before levels/exposure
    stopping a drug: cut/cutting/halve/halving {yours} insulin -before level/levels/resistance/response/spikes
    stopping a drug: {cut} {yours} dose/doses/dosage -after may/might/will
    stopping a drug: {cut} {yours} * dose/doses/dosage -after may/might/will
    stopping a drug: {cut} {yours}/the dose/doses/dosage of {yours} {drug} -after may/might/will
    stopping a drug: cut/cutting back/down on {pill}/insulin
    stopping a drug: cut/cutting back/down on {yours} {pill}/insulin
    instead of treatment: instead of {drug}
    instead of treatment: instead of {mine} {drug}
    instead of treatment: instead of * {drug}
    instead of treatment: instead of seeing/consulting/visiting
    instead of treatment: rather than {drug}
    instead of treatment: rather than taking * {drug}
    instead of treatment: in place of {drug}
    instead of treatment: in place of {mine} {drug}
    instead of treatment: in place of * {drug}
    instead of treatment: alternative/alternatives to {drug} -negated
    instead of treatment: alternative/alternatives to * {drug} -negated
    instead of treatment: replacement/substitute for {drug} -negated
    instead of treatment: replacement/substitute for * {drug} -negated
    interaction: interact/interacts/interacted/interacting with
    interaction: interact/interacts badly/poorly/dangerously
    interaction: interaction/interactions with/between -after social/human/parent-child/personal/face-to-face
    interaction: drug/medication/potential/severe/possible/food interaction/interactions
    interaction: potential drug interaction/interactions
    interaction: interactions -after social/human/personal -before of/with/between
    interaction: interactions of
    interaction: magnitude/severity of the interaction
    interaction: not react well with
    interaction: interfere/interferes/interfering with * {working}
    interaction: interfere/interferes/interfering with {drug}/absorption
    interaction: counteract/counteracts/counteracting the medication's/drug's
    interaction: counteract/counteracts/counteracting
    interaction: reduce/reduces/reducing/increase/increases/increasing/lower/lowers their/its effectiveness
    interaction: reduce/reduces/reducing/increase/increases/increasing/lower/lowers the effectiveness
    interaction: reduce/reduces/reducing/increase/increases/increasing * effectiveness
    interaction: concurrent use
    interaction: combine/combines/combining/mix/mixing with {drug}
    interaction: combine/combines/combining/mix/mixing * with {drug}
    interaction: {shift} its/their effect/effects -before on
    interaction: when taken with/alongside -before food/meals/a/water/milk/breakfast/dinner/plenty
    interaction: taken/combined/used together with -before food/meals/water/milk
    interaction: tell your {carer} if you take/use
    interaction: tell your {carer} if you are taking/using
    interaction: tell your {carer} or {carer} if you take/use
    interaction: tell your {carer} or {carer} if you are taking/using
    interaction: tell your * {carer} if you take/use
    interaction: tell your * {carer} if you are taking/using
    interaction: tell a {carer} if you take/use
    interaction: tell a {carer} if you are taking/using
    overdose: overdose/overdoses/overdosed/overdosing -negated
    overdose: excessive intake/dose/doses/amounts/consumption/use
    overdose: excessive * intake/consumption/use
    overdose: take/takes/taking/took/taken/using/consume/consuming/eating/getting too much/many -negated
    overdose: too much * can/may
    overdose: too much of
    overdose: megadose/megadoses/mega-dose/mega-doses/high-dose
    overdose: high/large/very-high dose/doses/amounts -after not/low
    overdose: higher dose/doses/amounts -after not/need/needs/require/requires/from/requiring
    overdose: double/doubling/triple/tripling {yours} dose/doses/dosage
    overdose: double/doubling/triple/tripling {yours} * dose/doses/dosage
    overdose: lethal/fatal/toxic dose/doses
    above a limit: exceed/exceeds/exceeded/exceeding
    above a limit: more than the recommended
    above a limit: not/don't/never {verb} more than -after did/does
    above a limit: not/don't/never {verb} * more than -after did/does
    above a limit: not be more than
    above a limit: not go over/above
    above a limit: {verb} no more than
    above a limit: {verb} at most
    above a limit: no more than * mg/mcg/g/iu/units/tablets/capsules/pills/doses/puffs/drops
    above a limit: limited to no more than
    above a limit: maximum daily/single/safe/recommended/total dose/doses/intake/amount/dosage
    above a limit: maximum recommended/safe daily dose/intake
    above a limit: maximum dose/doses/intake/dosage
    above a limit: daily maximum
    above a limit: {verb} a maximum of
    above a limit: up to a maximum of
    above a limit: upper/daily/safe limit/limits -before of
    above a limit: tolerable upper intake
    above a limit: above the recommended
    above a limit: twice/double/triple the recommended
    any amount: safe in/at any/all amount/amounts/dose/doses/quantity
    any amount: in any amount/dose/quantity
    any amount: no upper limit
    any amount: no limit to
    any amount: as much as you like/want
    any amount: cannot/can't/impossible to overdose
    any amount: cannot/can't overdose
    any amount: never be too much
    poisoning: toxic -after non
    poisoning: toxicity/toxicities/poison/poisoning/poisoned/poisonous/hepatotoxic/nephrotoxic/carcinogenic/venom
    injury: {organ} damage/injury/failure -after with/in/against/prevent/prevents/reduce/reduces/repair/repairs
    injury: result/results/resulted/resulting in {organ} damage/injury/failure
    injury: anaphylaxis/anaphylactic/coma/miscarriage/miscarriages/seizure/seizures/arrhythmia/hospitalized/hospitalised
    injury: birth defects/defect
    injury: bleeding -before disorder/disorders -after stop/with
    injury: irregular heartbeat
    injury: slowed heart rate
    injury: {severe} {ill}
    injury: health/medical complications
    injury: cause/causing complications
    not for everyone: contraindicated/contraindication/contraindications -negated
    not for everyone: should/must not be taken/used/given/combined
    not for everyone: not be taken/used by/with/if/in
    not for everyone: not/don't/never {taken} * if/with/while/during/when/to
    not for everyone: not/don't/never {taken} * * if/with/while/during/when
    not for everyone: not/don't/never {taken} if/with/while/during
    not for everyone: not/don't/never give * to
    not for everyone: not/don't/never give to
    not for everyone: not recommended {whom}
    not for everyone: not recommended +after START
    not for everyone: do not take/give +after START -before more/over/above
    not for everyone: avoid in children/infants/babies/pregnancy/people/patients/those/adults/asthma/women/men/anyone
    not for everyone: avoid if -before possible/you
    not for everyone: avoid if you are/have
    not for everyone: avoid during/in pregnancy/breastfeeding/lactation
    not for everyone: avoid with alcohol/{drug}
    not for everyone: not safe/suitable for/in/to/during
    not for everyone: unsafe
    not for everyone: should avoid
    not for everyone: should/must not take/use -before more
    not for everyone: should not be
    suicide: suicide/suicides/suicidal/self-harm
    death: death/deaths -after cell/neuron/neuronal
    death: die/dies/died/dying -before down/out/hard -after cells/neurons/to
    death: to die
    death: fatal/deadly/lethal/mortality/life-threatening/fatality/fatalities
    side effects: side/adverse/harmful/unwanted/undesirable/negative effect/effects/reaction/reactions/event/events
    side effects: adverse/unwanted side effect/effects
    side effects: dangerous/danger/dangers/hazardous/harmful -negated
    side effects: do/does/did/cause/causes/caused/causing/cause serious harm/damage
    dependence: addiction/addictive/withdrawal/dependence/abuse -negated
"""

RULES = ((CueName.HARM, HARM),)
TRAPS = """
    : how/ways/way/tips to increase/decrease
    : need/needs/require/requires/required a higher/larger dose
    : benefit/benefits/benefited from high/larger/large/a dose/doses/higher/amounts
    : children's/child's hospital/fund
    : child's play
    : reach of children
    : cause/causes for concern
    : mouse pad/click/cursor/button/device
    : keyboard and mouse
    : computer/wireless mouse
    : poison center/control/helpline
    : wound healing
    : abuse of power
    : heart-healthy
    : women's/men's health magazine
"""
