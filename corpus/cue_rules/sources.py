"""Sources that nobody could look up: "studies show", "experts say", "it is believed"."""

from __future__ import annotations

from corpus.model import CueName

LISTS = {
    "found": "shown/proven/demonstrated/found/reported/suggested/linked/associated/implicated/identified",
    "paper": "studies/study/research/evidence/trials/trial/data/reports/findings/science/reviews/literature",
    "expert": "researchers/scientists/experts/doctors/physicians/clinicians/nutritionists/dietitians/specialists/"
    "professionals/investigators/coaches/bloggers/influencers/advocates/proponents/critics/gurus",
    "show": "show/shows/shown/showed/suggest/suggests/suggested/suggesting/found/find/finds/indicate/indicates/"
    "indicated/say/says/said/believe/believes/believed/agree/agrees/report/reports/reported/prove/proves/proven/proved/demonstrate/"
    "demonstrates/demonstrated/reveal/reveals/revealed/recommend/recommends/recommended/confirm/confirms/confirmed/"
    "linked/hint/hints/point/points/warn/warns/claim/claims/think/estimate/advise/advises/highlight/support/supports",
    "subjects": "individuals/people/patients/participants/adults/women/men/children/volunteers/subjects/infants",
    "some": "some/many/several/most/numerous/various/recent/other/certain/multiple/few/countless/leading/health/"
    "medical/animal/early/small/previous/past/new/two/three/dozens",
}

UNNAMED = """
    studies: {paper} {show}
    studies: {paper} also/even/now/consistently/clearly {show}
    studies: {paper} has/have {show}
    studies: {paper} has/have also/even/consistently/specifically {show}/investigated
    studies: {paper} that {show}
    studies: {some} {paper} {show}
    studies: {some} {paper} has/have {show}
    studies: {some} {paper} has/have also {show}
    studies: some/many/several/numerous/various/recent/multiple/countless/dozens {paper} -before are/is/needed
    studies: small/large number of studies
    studies: clinical/scientific/recent/current/preliminary/anecdotal/growing/increasing evidence -before is/are
    studies: growing/increasing/ample/strong/good evidence that/for -negated
    studies: one/another/a study/trial/review/meta-analysis -before group/published
    studies: one/another/a * study/trial/review -after is/needs -before group
    studies: study/trial/review of/in/with/involving/on * {subjects} -after this/that/our
    studies: study/trial/review of/in/with/involving/on * * {subjects} -after this/that/our
    studies: one clinical/small/large/recent study/trial
    studies: according to {paper}
    studies: according to some/many/several/recent/numerous/new {paper}
    studies: has/have been shown/proven/demonstrated/found to -negated
    studies: has/have also been shown/proven/demonstrated/found/linked/associated/reported -negated
    studies: has/have been {found} -negated
    studies: have been used in studies
    studies: preclinical/pre-clinical studies
    experts: {expert} {show}
    experts: {expert} and {expert} {show}
    experts: {expert} have {show}
    experts: {some} {expert} {show}
    experts: {some} * {expert} {show}
    experts: {some} {expert} and {expert} {show}
    experts: according to {expert}
    experts: according to some/many/several/most/health/leading {expert}
    people: it is/was believed/thought/said/known/claimed/reported/suggested/estimated
    people: it is recommended -before to
    people: it's believed/thought/said/known/claimed
    people: is/are/were/was believed/thought/said/claimed/reported/rumored/known to
    people: it is widely/generally/commonly/often/also believed/thought/known/accepted
    people: some/many/most people say/believe/think/claim/swear
    people: everyone/everybody knows
    people: widely/generally/commonly believed/thought/known/accepted
"""

RULES = ((CueName.UNNAMED_SOURCE, UNNAMED),)
