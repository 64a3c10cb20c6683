"""A small labelled set for the search of the library: made-up studies, near neighbours of each other, and the claims of
health articles that they bear on. Nothing in it is a finding of anybody's.

A study is its title and abstract; a claim has the studies that a reviewer would want to see for it, and, where its
article says what an abbreviation stands for or what "it" is, the words around it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class LabelledClaim(NamedTuple):
    """A claim, the studies that bear on it, the title it stands under, and the text of its article."""

    text: str
    studies: str
    title: str = ""
    article: str = ""


def _studies(part: str) -> dict[str, str]:
    """The studies of one part of the set by their names: title, ``|``, abstract."""
    lines = Path(__file__).with_name("library_studies.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return {name: f"{title}|{abstract}" for which, name, title, abstract in rows if which == part}


STUDIES = _studies("first")
LATER_STUDIES = _studies("later")
"""Studies on other subjects, and claims about them, written when the search was there. What they were found without was
added to the names afterwards: the figures they gave first are in docs/decisions/0023."""

CLAIMS = (
    LabelledClaim("Magnesium stops leg cramps at night in older people.", "mg-cramp-old"),
    LabelledClaim("Pregnant women with leg cramps benefit from magnesium.", "mg-cramp-preg"),
    LabelledClaim(
        "Magnesium eases muscle spasms in people with MS.",
        "mg-ms-spasm mg-level-ms",
        "Magnesium and multiple sclerosis",
        "Multiple sclerosis (MS) is a disease of the nerves.",
    ),
    LabelledClaim(
        "People with MS often have low magnesium in the brain.", "mg-level-ms", "", "multiple sclerosis (MS)"
    ),
    LabelledClaim("Magnesium supplements lower high blood pressure.", "mg-bp"),
    LabelledClaim("Magnesium prevents migraines.", "mg-migraine"),
    LabelledClaim("It helps you fall asleep and sleep longer.", "mg-sleep", "Magnesium for sleep"),
    LabelledClaim("Vitamin D protects against colds and flu.", "vitd-resp"),
    LabelledClaim("Vitamin D prevents broken bones in old age.", "vitd-frac"),
    LabelledClaim(
        "Low vitamin D raises the risk of MS.", "vitd-ms", "Multiple sclerosis", "Multiple sclerosis (MS) is chronic."
    ),
    LabelledClaim("High doses of vitamin D stop MS relapses.", "vitd-ms-trial", "", "multiple sclerosis (MS)"),
    LabelledClaim("Taking vitamin D every day prevents cancer and heart disease.", "vitd-cancer"),
    LabelledClaim("Large monthly doses of vitamin D make seniors fall more.", "vitd-falls"),
    LabelledClaim("Vitamin D lifts your mood.", "vitd-depr"),
    LabelledClaim("Vitamin C prevents the common cold.", "vitc-cold"),
    LabelledClaim("Zinc lozenges shorten a cold by days.", "zinc-cold"),
    LabelledClaim("Zinc nose gels can destroy your sense of smell.", "zinc-tte"),
    LabelledClaim("Garlic lowers blood pressure.", "garlic-bp"),
    LabelledClaim("Garlic lowers cholesterol.", "garlic-chol"),
    LabelledClaim("Garlic wards off colds.", "garlic-cold"),
    LabelledClaim("Too much garlic can make you bleed.", "garlic-bleed"),
    LabelledClaim("Turmeric works as well as painkillers for arthritis of the knee.", "turm-oa"),
    LabelledClaim("Turmeric can damage the liver.", "turm-liver"),
    LabelledClaim("Turmeric kills bowel cancer cells.", "turm-cancer"),
    LabelledClaim("Black pepper makes your body take up more curcumin.", "turm-absorb"),
    LabelledClaim("Coffee drinkers live longer.", "coffee-mort"),
    LabelledClaim("Coffee during pregnancy leads to smaller babies.", "coffee-preg"),
    LabelledClaim("Coffee dehydrates you.", "coffee-dehyd"),
    LabelledClaim("Coffee causes an irregular heartbeat.", "coffee-af"),
    LabelledClaim("Healthy seniors should take a daily aspirin to prevent heart attacks.", "asp-primary"),
    LabelledClaim("A baby aspirin a day prevents colon cancer.", "asp-crc"),
    LabelledClaim("Never give aspirin to a child with chickenpox.", "asp-reye"),
    LabelledClaim("Tylenol overdose is a leading cause of liver failure.", "para-liver"),
    LabelledClaim("Taking Tylenol while pregnant causes ADHD.", "para-preg"),
    LabelledClaim("Tylenol does nothing for back pain.", "para-back"),
    LabelledClaim("Painkillers like Advil raise the risk of a heart attack.", "ibu-mi"),
    LabelledClaim("Ibuprofen is hard on the kidneys of older people who take water pills.", "ibu-renal"),
    LabelledClaim("Statins cause muscle aches in one in ten.", "statin-muscle"),
    LabelledClaim("Cholesterol pills can give you diabetes.", "statin-dm"),
    LabelledClaim("Eating less salt lowers high blood pressure.", "salt-bp"),
    LabelledClaim("The measles shot causes autism.", "mmr-autism"),
    LabelledClaim("A flu shot in pregnancy protects the newborn.", "flu-vac-preg"),
    LabelledClaim("Yogurt bacteria prevent diarrhea from antibiotics in kids.", "prob-abx"),
    LabelledClaim("Whole grains protect against colon cancer.", "fibre-crc"),
    LabelledClaim("Ginger settles morning sickness.", "ginger-preg"),
    LabelledClaim("St. John's wort makes the birth control pill fail.", "stjw-pill"),
    LabelledClaim("Fish oil prevents heart attacks.", "omega-mi"),
    LabelledClaim("Fish oil can cause an irregular heartbeat.", "omega-af"),
    LabelledClaim("Black cohosh cools hot flashes.", "bcoh-hot"),
    LabelledClaim("Sitting all day gives you diabetes.", "sit-dm"),
    LabelledClaim("Cranberry juice prevents bladder infections.", "cran-uti"),
    LabelledClaim("Vaping helps smokers quit.", "vape-quit"),
    LabelledClaim("Even a glass of wine a day raises breast cancer risk.", "alc-breast"),
    LabelledClaim("Walking 6,000 steps a day lengthens life.", "walk-mort"),
)

LATER_CLAIMS = (
    LabelledClaim("Cherry juice keeps gout away.", "h1"),
    LabelledClaim("Carrots help you see in the dark.", "h2"),
    LabelledClaim("A copper bangle relieves rheumatism.", "h3"),
    LabelledClaim("Peppermint calms an irritable bowel.", "h4"),
    LabelledClaim("Kegels stop women leaking when they cough.", "h5"),
    LabelledClaim("Intermittent fasting melts fat.", "h6"),
    LabelledClaim("An ice bath after training prevents sore muscles.", "h7"),
    LabelledClaim("Eggs raise your cholesterol.", "h8"),
    LabelledClaim("Honey is better than cough syrup for kids.", "h9"),
    LabelledClaim("Sun cream prevents skin cancer.", "h10"),
    LabelledClaim("Brushing with fluoride prevents cavities.", "h11"),
    LabelledClaim("Dark chocolate is good for your blood vessels.", "h12"),
    LabelledClaim("Nuts make you fat.", "h13"),
    LabelledClaim("Blue light from phones keeps you awake.", "h14"),
    LabelledClaim("A visit to the chiropractor can tear an artery in your neck and cause a stroke.", "h15"),
    LabelledClaim("Washing your hands prevents stomach bugs.", "h16"),
    LabelledClaim("Olive oil prevents heart disease.", "h17"),
    LabelledClaim("Vinegar lowers blood sugar after a meal.", "h18"),
    LabelledClaim("Junk food makes you overeat.", "h19"),
    LabelledClaim("Hydroxychloroquine cures COVID.", "h20"),
    LabelledClaim("Having your tonsils out stops sore throats in kids.", "a1"),
    LabelledClaim("Hypnosis relieves irritable bowels.", "b1"),
    LabelledClaim("Vegetarians have fewer heart attacks.", "c1"),
    LabelledClaim("Vegans break more bones.", "c2"),
    LabelledClaim("Biotin pills distort lab tests.", "d1"),
    LabelledClaim("Biotin strengthens your nails.", "d2"),
    LabelledClaim("Older dads have more schizophrenic children.", "e1"),
    LabelledClaim("Older mothers have more babies with Down syndrome.", "e2"),
    LabelledClaim("Fluoridated drinking water makes children less intelligent.", "f1"),
    LabelledClaim("Hard water gives babies eczema.", "f2"),
    LabelledClaim("Deodorant causes breast cancer.", "g1"),
    LabelledClaim("Dyeing your hair causes bladder cancer.", "g2"),
    LabelledClaim("MSG gives people headaches.", "h1"),
    LabelledClaim("Chewing gum rots your teeth.", "i1"),
    LabelledClaim("Heart attacks are more common in winter.", "j1"),
    LabelledClaim("Left-handed people die earlier.", "k1"),
    LabelledClaim("Growing up with a dog prevents allergies.", "l1"),
    LabelledClaim("Dog owners live longer after a heart attack.", "l2"),
    LabelledClaim("Red wine triggers migraines.", "m1"),
    LabelledClaim("Reading in the dark ruins your eyes.", "n1"),
    LabelledClaim("Cracking your knuckles gives you arthritis.", "o1"),
    LabelledClaim("Bringing down a fever makes you ill for longer.", "p1"),
    LabelledClaim("Thyroid pills give tired seniors energy.", "r1"),
    LabelledClaim("There are dogs that do not cause allergies.", "s1"),
)

SUBSTANCES = (
    "magnesium", "vitamin D", "ascorbic acid", "zinc", "garlic", "curcumin", "coffee", "caffeine", "aspirin",
    "acetaminophen", "ibuprofen", "a statin", "sodium restriction", "probiotics", "dietary fibre", "ginger",
    "St John's wort", "melatonin", "fish oil", "black cohosh", "iron", "folic acid", "alcohol", "nicotine replacement",
    "acupuncture", "aerobic exercise", "selenium", "green tea extract", "coenzyme Q10", "cinnamon", "metformin",
    "cannabidiol", "glucosamine", "echinacea", "ginkgo biloba", "creatine", "vitamin E", "vitamin B12", "calcium",
    "potassium",
)  # fmt: skip
OUTCOMES = (
    "leg cramps", "blood pressure", "migraine attacks", "insomnia", "respiratory infections", "hip fractures",
    "depressive symptoms", "the common cold", "LDL cholesterol", "knee osteoarthritis pain", "hepatotoxicity",
    "colorectal cancer", "all-cause mortality", "low birth weight", "atrial fibrillation", "myocardial infarction",
    "major bleeding", "acute kidney injury", "muscle pain", "type 2 diabetes", "autism spectrum disorder",
    "antibiotic-associated diarrhoea", "nausea and vomiting", "hot flushes", "breast cancer", "urinary tract infection",
    "weight gain", "cognitive decline", "spasticity in multiple sclerosis", "falls in older adults", "anaemia",
    "attention deficit hyperactivity disorder", "jet lag", "anxiety", "asthma exacerbations", "gout flares",
    "psoriasis", "irritable bowel syndrome", "stroke", "smoking cessation",
)  # fmt: skip
TAKEN = frozenset(
    {
        ("magnesium", "leg cramps"), ("magnesium", "blood pressure"), ("magnesium", "migraine attacks"),
        ("magnesium", "insomnia"), ("magnesium", "spasticity in multiple sclerosis"),
        ("vitamin D", "respiratory infections"), ("vitamin D", "the common cold"), ("vitamin D", "hip fractures"),
        ("vitamin D", "depressive symptoms"), ("vitamin D", "falls in older adults"),
        ("vitamin D", "spasticity in multiple sclerosis"), ("vitamin D", "colorectal cancer"),
        ("vitamin D", "breast cancer"), ("vitamin D", "myocardial infarction"), ("ascorbic acid", "the common cold"),
        ("ascorbic acid", "respiratory infections"), ("zinc", "the common cold"), ("garlic", "blood pressure"),
        ("garlic", "LDL cholesterol"), ("garlic", "the common cold"), ("garlic", "respiratory infections"),
        ("garlic", "major bleeding"), ("curcumin", "knee osteoarthritis pain"), ("curcumin", "hepatotoxicity"),
        ("curcumin", "colorectal cancer"), ("coffee", "all-cause mortality"), ("coffee", "low birth weight"),
        ("caffeine", "low birth weight"), ("coffee", "atrial fibrillation"), ("caffeine", "atrial fibrillation"),
        ("aspirin", "myocardial infarction"), ("aspirin", "colorectal cancer"), ("acetaminophen", "hepatotoxicity"),
        ("acetaminophen", "attention deficit hyperactivity disorder"), ("ibuprofen", "myocardial infarction"),
        ("ibuprofen", "acute kidney injury"), ("a statin", "muscle pain"), ("a statin", "type 2 diabetes"),
        ("sodium restriction", "blood pressure"), ("probiotics", "antibiotic-associated diarrhoea"),
        ("dietary fibre", "colorectal cancer"), ("ginger", "nausea and vomiting"),
        ("fish oil", "myocardial infarction"),
        ("fish oil", "atrial fibrillation"), ("black cohosh", "hot flushes"), ("alcohol", "breast cancer"),
        ("aerobic exercise", "all-cause mortality"), ("nicotine replacement", "smoking cessation"),
    }
)  # fmt: skip
"""Of these somebody wrote a study above: a made one beside it would bear on its claim, too, and not count."""
