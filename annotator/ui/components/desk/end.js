// The card after an article's last claim: what it came to, what evidence is missing, and the way on.

import { SIGNS, STATE_WORDS, el } from "./dom.js";

const ROWS = ["supported", "unsupported", "contradicted", "skipped", "not_a_claim"];

export class EndCard {
  /** `run(command)` as for keys; `open(slug)` shows another article. */
  constructor(run, open) {
    Object.assign(this, { run, open });
    this.node = el("section", { class: "card end", "data-end": true, "aria-label": "End of the article", tabindex: "-1" });
    this.node.hidden = true;
  }

  /** `next` is the article to go on with ({slug, title, claims, labelled}), or null. */
  paint(progress, next) {
    const { counts, open, total, answered, skipped } = progress;
    const left = total - answered - skipped;
    const button = (label, onclick, isFirst = false) => el("button", { type: "button", class: isFirst ? "first" : null, onclick }, label);
    const run = (command) => () => this.run(command);
    this.node.replaceChildren(
      el("h2", { text: left || skipped ? "End of the article, not all answered" : total ? "Every claim is answered" : "No claims here" }),
      el("ul", { class: "tally" }, ROWS.filter((state) => counts[state]).map((state) =>
        el("li", { "data-state": state }, el("span", { class: "sign", text: SIGNS[state] ?? "–" }),
          el("span", { text: STATE_WORDS[state] }), el("b", { text: String(counts[state]) })))),
      el("p", { text: this.#rest(left, skipped, open) }),
      el("div", { class: "ways" },
        open ? button(`Add the missing evidence (O)`, run("open"), true) : null,
        left || skipped ? button("Next unanswered (J)", run("unanswered"), !open) : null,
        next ? button(`Next article: ${next.title}`, () => this.open(next.slug), !open && !left && !skipped) : null,
        button("All articles (A)", run("articles"))));
  }

  #rest(left, skipped, open) {
    const parts = [
      left ? `${left} not answered` : "",
      skipped ? `${skipped} skipped` : "",
      open ? `evidence missing: ${open}` : "",
    ].filter(Boolean);
    const rest = parts.join(", ");
    return rest ? `${rest[0].toUpperCase()}${rest.slice(1)}.` : "No evidence is missing. Well done.";
  }
}
