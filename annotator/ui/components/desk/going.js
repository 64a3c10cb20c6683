// Going from claim to claim and from article to article: where a key leads, and where one begins.

import { ArticleList } from "./help.js";
import { sequence } from "./queue.js";

export class Going {
  constructor(review) {
    this.review = review;
    this.wanted = null; // what to show of the article that was asked for: { slug, claimId } or { slug, isOpen }
    this.list = new ArticleList((slug) => this.openArticle(slug));
  }

  /** Where to begin: the claim that was asked for, the one in hand, the one of before a reload, the first unanswered. */
  arrive(slug, asked, here) {
    const { line, queue } = this.review;
    const wanted = this.wanted?.slug === slug ? this.wanted : null;
    this.wanted = null;
    if (wanted?.isOpen) return this.review.show(queue.nextOpen(-1));
    if (here === undefined && !wanted && !asked) return this.review.show(-1);
    const found = (id) => this.review.placeOf(id);
    const id = [wanted?.claimId, asked, here, line.places.get(slug)].map(found).find((one) => one !== undefined);
    this.review.show(id === undefined ? queue.nextUnanswered(-1) : queue.at.get(id));
    if (wanted?.claimId && ![wanted.claimId, asked].some(found)) this.review.tell("That claim is gone: nothing stands in its place.");
    return undefined;
  }

  /** To the claim beside the one in hand; `any`: to the unit, claim or not. */
  move(step, any = false) {
    const { data, index, queue } = this.review;
    const from = index < 0 ? (step < 0 ? data.units.length : index) : index;
    if (index < 0 && step > 0) return;
    const next = queue.beside(from, step, any);
    if (next >= 0 || step > 0) this.review.show(next);
  }

  /** Harm first begins with the first claim of that order without an answer; by place goes on from the one in hand. */
  reorder() {
    const { data, order, queue } = this.review;
    const said = order.toggle();
    queue.follow(sequence(data.units, order.isHarmFirst));
    const first = order.isHarmFirst ? queue.nextUnanswered(-1) : -1;
    this.review.show(first >= 0 ? first : this.review.index);
    this.review.tell(said);
  }

  /** To the next claim whose evidence is missing, here or in another article. */
  nextOpen() {
    const { data, queue } = this.review;
    const index = queue.nextOpen(this.review.index);
    if (index >= 0) return this.review.show(index);
    const other = data.articles.find(({ slug, open }) => open && slug !== data.article.slug);
    if (!other) return this.review.tell("No evidence is missing.");
    this.openArticle(other.slug);
    this.wanted = { slug: other.slug, isOpen: true };
    return undefined;
  }

  openList() {
    const { articles, article } = this.review.data;
    const { total, answered, open } = this.review.queue.progress();
    const here = { claims: total, labelled: answered, open };
    this.list.paint(articles.map((one) => (one.slug === article.slug ? { ...one, ...here } : one)), article.slug);
    this.list.open();
  }

  openArticle(slug, claimId = null) {
    const { ledger, line, notes } = this.review;
    notes.commit();
    this.wanted = { slug, claimId };
    ledger.outbox.requestArticle(slug, claimId);
    line.changed();
  }
}
