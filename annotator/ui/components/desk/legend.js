// What the marks mean, at the foot of the article.

import { SIGNS, STATE_WORDS, el } from "./dom.js";

const SHOWN_STATES = ["none", "supported", "unsupported", "contradicted", "skipped", "not_a_claim"];
const FLAG_WORDS = [["contradicted", "Contradicted"], ["unsupported", "Unsupported"], ["retracted", "Retracted evidence"], ["disagreement", "Reviewers differ"], ["weak", "Weak evidence"], ["open", "Evidence missing"], ["old", "Old evidence"]];

const sample = (attributes, label) =>
  el("li", {}, el("span", { class: "unit", "data-queue": "yes", ...attributes }, el("span", { class: "words", text: label })));

export function legend() {
  return el("ul", { class: "legend", "aria-label": "What the marks mean" },
    SHOWN_STATES.map((state) => sample({ "data-state": state, "data-open": "no" }, STATE_WORDS[state])),
    sample({ "data-state": "supported", "data-open": "yes" }, "Evidence missing"),
    sample({ "data-state": "none", "data-open": "no", "data-draft": "yes" }, "Draft, not saved"),
    sample({ "data-state": "supported", "data-open": "no", "data-against": "bad" }, "Cites retracted work"),
    el("span", { class: "unseen", id: "state-open", text: "Evidence missing" }),
    el("span", { class: "unseen", id: "state-draft", text: "A citation is typed here and not added" }),
    el("span", { class: "unseen", id: "against-bad", text: "Cites retracted work" }),
    el("span", { class: "unseen", id: "against-doubt", text: "Cites work with an expression of concern" }),
    SHOWN_STATES.map((state) => el("span", { class: "unseen", id: `state-${state}`, text: STATE_WORDS[state], "data-sign": SIGNS[state] ?? null })),
    el("span", { class: "unseen", id: "state-unit", text: "Not in the queue" }));
}

export function flagLegend() {
  return el("ul", { class: "legend", "aria-label": "What the marks mean" },
    FLAG_WORDS.map(([flag, label]) => sample({ "data-flag": flag, "data-state": "none", "data-open": flag === "open" ? "yes" : "no" }, label)));
}
