"""Claims, most of them of the sample article, and the few words to search for each with."""

MAGNESIUM_MS = "Is Magnesium Good for MS? The Potential Benefits and Risks Explored"

TYPED = {
    "The recommended daily intake of magnesium is around 400-420mg for men and 310-320mg for women.": (
        "Magnesium Dosage for MS",
        "recommended intake magnesium men women",
    ),
    "There is currently no cure for MS, and treatment options are limited.": ("", "cure multiple sclerosis"),
    "Not only can it worsen the symptoms of the disease, but it can also lead to other health issues.": (
        "Magnesium Deficiency and MS",
        "magnesium multiple sclerosis deficiency",
    ),
    "It is important to talk to your healthcare provider before starting any new supplement regimen, as high doses of "
    "magnesium can cause adverse effects in some individuals.": (
        "Magnesium Dosage for MS",
        "magnesium adverse effects",
    ),
    "In addition to magnesium supplements, you can also increase your magnesium intake through your diet.": (
        "Magnesium-rich Foods for MS",
        "magnesium supplements diet",
    ),
    "Magnesium has anti-inflammatory properties that may help reduce inflammation and slow down the progression of the "
    "disease.": ("Role of Magnesium in Multiple Sclerosis", "magnesium anti-inflammatory inflammation"),
    "By incorporating these foods into your diet, you can boost your magnesium intake and potentially see benefits for "
    "your MS symptoms.": ("Magnesium-rich Foods for MS", "diet magnesium multiple sclerosis"),
    "Magnesium may help reduce the risk of relapses and improve overall quality of life.": (
        "Role of Magnesium in Multiple Sclerosis",
        "magnesium relapses quality of life",
    ),
    "Magnesium deficiency can worsen the symptoms of MS, such as muscle spasms, cramps, and weakness.": (
        "Magnesium Deficiency and MS",
        "magnesium deficiency multiple sclerosis spasms",
    ),
    "Magnesium plays a role in muscle function and may help improve muscle strength and reduce spasticity.": (
        "Role of Magnesium in Multiple Sclerosis",
        "magnesium muscle strength spasticity",
    ),
    "Magnesium is needed to maintain healthy nerve and muscle function, and to regulate blood sugar levels.": (
        "Magnesium Deficiency and MS",
        "magnesium nerve muscle blood sugar",
    ),
    "Studies have shown that MS patients have lower levels of magnesium in their cerebrospinal fluid than healthy "
    "individuals.": ("Magnesium Deficiency and MS", "multiple sclerosis magnesium cerebrospinal fluid"),
    "One clinical trial conducted in Iran showed promising results of magnesium sulfate supplementation in a group of "
    "relapsing-remitting MS patients.": (
        "Neuroprotective Effects of Magnesium in MS",
        "magnesium sulfate relapsing-remitting multiple sclerosis",
    ),
    "Magnesium has been found to inhibit the production of pro-inflammatory cytokines and promote the release of "
    "anti-inflammatory cytokines by immune cells.": (
        "Neuroprotective Effects of Magnesium in MS",
        "magnesium pro-inflammatory cytokines anti-inflammatory immune",
    ),
    "The neuroprotective effects of magnesium in MS have been demonstrated in various preclinical studies using animal "
    "models of the disease.": (
        "Neuroprotective Effects of Magnesium in MS",
        "neuroprotective magnesium multiple sclerosis animal",
    ),
    "Magnesium is a natural blocker of NMDA receptors, which are implicated in nerve damage in MS.": (
        "Magnesium and Oxidative Stress",
        "magnesium nmda receptors multiple sclerosis",
    ),
    "Magnesium is essential for the production and regulation of glutathione, one of the body’s most potent "
    "antioxidants.": ("Magnesium and Oxidative Stress", "magnesium glutathione antioxidants"),
    "In a 2018 study published in the Journal of Research in Medical Sciences, MS patients who were given magnesium "
    "supplements for 12 weeks experienced significant improvements in fatigue, depression, and anxiety levels.": (
        "Magnesium and Oxidative Stress",
        "multiple sclerosis magnesium fatigue depression",
    ),
    "A 2013 study published in the journal Clinical Neurology and Neurosurgery found that magnesium supplementation "
    "improved muscle strength and reduced the frequency of relapses in MS patients.": (
        "Magnesium and Nerve Conduction",
        "magnesium strength relapses multiple sclerosis",
    ),
    "Digoxin: This medication is used to improve heart function and may cause complications if taken with high doses "
    "of magnesium.": ("Interactions of Magnesium with MS Medications", "digoxin heart complications magnesium"),
    "Interactions may result in slowed heart rate or other adverse effects.": (
        "Interactions of Magnesium with MS Medications",
        "interactions heart rate adverse effects",
    ),
    "Magnesium oxide – This form of magnesium is affordable, but it is difficult for the body to absorb.": (
        "Forms of Magnesium",
        "magnesium oxide absorb",
    ),
    "It is ideal for MS patients with constipation problems.": (
        "Forms of Magnesium",
        "multiple sclerosis constipation magnesium",
    ),
    "Dosages of up to 1000mg per day have been used in studies with no adverse effects reported.": (
        "Magnesium Dosage for MS",
        "adverse effects magnesium multiple sclerosis",
    ),
    "Furthermore, low magnesium levels have been associated with an increased risk of developing MS.": (
        "Magnesium and the Immune System",
        "low magnesium multiple sclerosis",
    ),
}
TYPED |= {
    "The recommended daily intake of magnesium for adults is 320-420mg per day.": (
        "Magnesium and Oxidative Stress",
        "recommended intake magnesium adults",
    ),
    "It plays a critical role in nerve and muscle function, as well as bone health and heart rhythm.": (
        "",
        "nerve muscle heart rhythm magnesium",
    ),
    "In addition to taking supplements, MS patients can get their daily recommended intake of magnesium by "
    "incorporating magnesium-rich foods into their diet.": (
        "Magnesium and Oxidative Stress",
        "multiple sclerosis intake magnesium diet",
    ),
}

ELSEWHERE = {
    "Statins cut the risk of a heart attack by 30% in adults over 65.": "statins heart attack adults",
    "Vitamin B12 deficiency causes anaemia in older vegans.": "vitamin b12 deficiency anaemia vegans",
    "Drinking 3 cups of coffee a day lowers the risk of type 2 diabetes.": "coffee type 2 diabetes",
    "Omega-3 supplements do not prevent strokes in women.": "omega-3 supplements strokes women",
    "Breast-fed babies have fewer ear infections.": "breast-fed babies ear infections",
    "Alzheimer's disease is not caused by aluminium.": "alzheimer's disease aluminium",
    "Low-dose aspirin raises the risk of bleeding.": "low-dose aspirin bleeding",
}
