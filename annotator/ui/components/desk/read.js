// The article for an editor: flagged claims marked, one of them shown, a click opens another. No keys, nothing to save.

import { Article } from "./article.js";
import { el } from "./dom.js";
import { flagLegend } from "./legend.js";

export class Read {
  constructor(line) {
    this.line = line;
    this.reader = el("div", { class: "reader" });
    this.node = el("div", { class: "read" }, el("div", { class: "page" }, this.reader, flagLegend()));
    this.isCovered = true; // it takes no keys
  }

  update(data) {
    const { units, tail, article, start } = data;
    const signature = JSON.stringify([article.slug, article.revision, tail, units]);
    this.ledger = this.line.open(data.desk, data.person.id);
    this.line.pane = this;
    if (signature !== this.signature) {
      this.signature = signature;
      this.article = new Article(units, tail, (id) => this.#open(article.slug, id));
      this.reader.replaceWith(this.article.node);
      this.reader = this.article.node;
    }
    units.forEach((unit, index) => this.article.flag(index, unit.flags ?? []));
    this.article.show(units.findIndex((unit) => unit.id === start));
  }

  #open(slug, claimId) {
    this.ledger.outbox.requestArticle(slug, claimId);
    this.line.changed();
  }

  heard() {
    // an editor's page sends what an earlier review left behind, and shows none of it
  }

  saved() {
    // as above
  }

  keepTyped() {
    // nothing is typed here
  }
}
