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
    "shot": "vaccine/vaccines/vaccination/vaccinations/vaccinating/immunization/immunisation/shots",
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
    overdose: overdose/overdoses/overdosed/overdosing -negated
    overdose: excessive intake/dose/doses/amounts/consumption/use
    overdose: excessive * intake/consumption/use
    overdose: take/takes/taking/took/taken/using/consume/consuming/eating/getting too much/many -negated
    overdose: too much * can/may
    overdose: too much of
    overdose: megadose/megadoses/mega-dose/mega-doses/high-dose
    overdose: high/higher/large/very-high dose/doses/amounts -after not/low
    overdose: lethal/fatal/toxic dose/doses
    above a limit: exceed/exceeds/exceeded/exceeding
    above a limit: more than the recommended
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
    injury: {organ} damage/injury/failure -after with
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
    not for everyone: not recommended for/in/if
    not for everyone: not safe/suitable for/in/to/during
    not for everyone: unsafe
    not for everyone: should avoid
    not for everyone: should/must not take/use
    not for everyone: should not be
    refusing a vaccine: avoid/avoiding/refuse/refusing/skip/skipping/delay/delaying/against/reject/rejecting {shot}
    refusing a vaccine: avoid/avoiding/refuse/refusing/skip/skipping/delay/delaying/reject/rejecting {mine} {shot}
    refusing a vaccine: {shot} cause/causes/caused/contain/are
    refusing a vaccine: anti-vaccine/antivax/anti-vax
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
