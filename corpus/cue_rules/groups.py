"""Whom a claim is about, where that is not simply everybody: which group, or animals, or cells in a dish."""

from __future__ import annotations

from corpus.model import CueName

LISTS = {
    "no_group": "do/associated/linked/along/interferes/interfere",
    "ailing": "disease/failure/problems/impairment/insufficiency",
    "grown": "adults/adult/people/women/men/patients/individuals/persons/person/participants/subjects/population",
    "sick": "people/patients/those/adults/individuals/anyone/women/men/persons/person",
}

POPULATION = """
    pregnancy: pregnant/pregnancy/pregnancies/prenatal/antenatal
    pregnancy: expectant mothers/mother
    breast-feeding: breastfeeding/breast-feeding/lactating/lactation/breastfed
    breast-feeding: nursing mothers/women
    infants: infant/infants/newborn/newborns/toddler/toddlers/neonatal/preterm
    infants: baby/babies -before aspirin/steps/spinach/carrots/boomers/powder/oil
    children: child/children/kids/teenager/teenagers/adolescent/adolescents/teens/girls/boys/pediatric/paediatric
    older adults: older/elderly/frail/aging/ageing {grown}
    older adults: elderly/seniors/geriatric -before {grown}
    animals: mice/rats/monkeys/rabbits/zebrafish/hamsters
    animals: rat/mouse -before pad/click/cursor/button/device/poison/wheel/race
    animals: animals/animal -before protein/products/fats/foods/source/sources/fat/kingdom/product/food/feed/welfare
    animals: guinea pigs
    animals: rodents/rodent -after infected/of/the -before host/control/population/hosts
    cells: in vitro
    cells: test tube/tubes
    cells: test-tube
    cells: cell/tissue culture/cultures/line/lines/studies/study
    cells: petri dish/dishes
    cells: cultured/isolated/human/lab-grown cells/neurons
    kidney disease: with kidney/renal {ailing}/stones -after {no_group}
    kidney disease: with * kidney/renal {ailing}/function -after {no_group}
    kidney disease: kidney/renal/dialysis patients
    kidney disease: egfr/dialysis
    liver disease: with liver/hepatic disease/failure/problems/impairment/cirrhosis -after {no_group}
    liver disease: with * liver disease/failure/problems -after {no_group}
    liver disease: liver patients
    heart disease: with heart/cardiovascular disease/failure/problems/conditions -after {no_group}
    heart disease: with * heart disease/failure/problems -after {no_group}
    heart disease: heart/cardiac patients
    high blood pressure: with high blood pressure -after {no_group}
    high blood pressure: with hypertension -after {no_group}
    diabetes: with diabetes -after {no_group}
    diabetes: with type * diabetes -after {no_group}
    diabetes: diabetics
    diabetes: diabetic {sick}/mice/rats
    cancer: with cancer -after {no_group}
    cancer: cancer patients/survivors
    weak immune system: immunocompromised/immunosuppressed
    weak immune system: transplant patients/recipients
    women: women/woman/female/females
    after the menopause: postmenopausal/menopausal/post-menopausal
    men: men/man/male/males
    adults: adults -after older/elderly/frail/aging/ageing
    overweight: obese/overweight {sick}/children/mice
    athletes: athletes/athlete/bodybuilders
    vegans: vegans/vegetarians
    smokers: smokers
"""

RULES = ((CueName.POPULATION, POPULATION),)
