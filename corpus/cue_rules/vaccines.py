"""Vaccines refused, or said to be needless: what can hurt the reader's children, and others, too."""

from __future__ import annotations

from corpus.model import CueName

LISTS = {
    "jab": "vaccine/vaccines/vaccination/vaccinations/immunization/immunisation/immunizations/immunisations/shot/shots/"
    "jab/jabs/booster/boosters",
    "inject": "vaccinate/immunize/immunise/vaccinating/immunizing/immunising",
    "injected": "vaccinated/immunized/immunised",
    "deny": "not/don't/doesn't/never/shouldn't/needn't/mustn't/won't/cannot/can't",
    "get": "need/needs/get/getting/want/give/giving/take/accept/trust/require",
    "shot": "vaccine/vaccines/vaccination/vaccinations/vaccinating/immunization/immunisation/shots",
}

REFUSED = """
    refusing a vaccine: {deny} {inject}
    refusing a vaccine: not to {inject}
    refusing a vaccine: stop/quit {inject}
    refusing a vaccine: not be {injected}
    refusing a vaccine: should/must not be {injected}
    refusing a vaccine: {deny} get/getting {injected}
    refusing a vaccine: {deny} get {mine} * {injected}
    refusing a vaccine: {deny} {get} {jab}
    refusing a vaccine: {deny} {get} {mine}/a/another {jab}
    refusing a vaccine: {deny} {get} {mine}/a/another * {jab}
    refusing a vaccine: {deny} give {yours} * {mine}/a/another {jab}
    refusing a vaccine: {deny} give {yours} * {mine}/a/another * {jab}
    refusing a vaccine: no need to {inject}
    refusing a vaccine: no need for {jab}
    refusing a vaccine: no need for {mine}/a * {jab}
    refusing a vaccine: no need for {mine}/a {jab}
    refusing a vaccine: no * should be {injected}
    refusing a vaccine: no * needs/need to be {injected}
    refusing a vaccine: no * needs/need {jab}
    refusing a vaccine: no * needs/need {mine}/a {jab}
    refusing a vaccine: unnecessary/pointless/wrong to {inject}
    refusing a vaccine: avoid/avoiding/refuse/refusing/skip/skipping/delay/delaying/reject/rejecting {mine}/a {jab}
    refusing a vaccine: avoid/avoiding/refuse/refusing/skip/skipping/delay/delaying/reject/rejecting {mine}/a * {jab}
    refusing a vaccine: opt/opting/opted out of {jab}
    refusing a vaccine: say/saying/said no to {jab}
    refusing a vaccine: say/saying/said no to {mine} {jab}
    refusing a vaccine: avoid/avoiding/refuse/refusing/skip/skipping/delay/delaying/against/reject/rejecting {shot}
    refusing a vaccine: avoid/avoiding/refuse/refusing/skip/skipping/delay/delaying/reject/rejecting {mine} {shot}
    refusing a vaccine: {shot} cause/causes/caused/contain/are
    refusing a vaccine: anti-vaccine/antivax/anti-vax
"""

RULES = ((CueName.HARM, REFUSED),)
