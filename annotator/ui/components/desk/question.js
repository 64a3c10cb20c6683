// What the desk is asked about the source that is typed: after a pause in the typing, and again while it is looked up.

export const ASK_PAUSE = 200; // milliseconds without typing before the desk is asked what the identifier names
export const QUOTE_PAUSE = 400;
const ASK_AGAIN = [600, 1200, 2400, 2700, 2400, 1500, 3000]; // while a source is being looked up, which takes 9 seconds at most

export class SourceQuestion {
  /** `typed()` -> {text, quote, pasted, typing} as they stand in the form, `typing` while the text may be half-typed; `ask(fields)` -> number of the question. */
  constructor(typed, ask) {
    Object.assign(this, { typed, send: ask, asked: null, pause: null });
  }

  /** Whether the last question was about this very text. */
  isAbout(text) {
    return this.asked?.text === text;
  }

  /** Whether the last question was about this very quote. */
  isAboutQuote(quote) {
    return this.asked?.quote === quote;
  }

  soon(pause) {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.now(), pause);
  }

  now(turn = 0) {
    const { text, quote, pasted, typing } = this.typed();
    this.asked = { text, quote, turn, n: this.send({ text, quote, pasted, typing: typing && turn === 0 }) };
  }

  /** Ask about nothing any more. */
  drop() {
    clearTimeout(this.pause);
    this.asked = null;
  }

  /** What was asked, where `answer` is the answer to it and it still stands in the form; else null. */
  heard(answer) {
    const { asked } = this;
    return answer.n === asked?.n && asked.text === this.typed().text && !answer.failed ? asked : null;
  }

  /** Ask again in a while, as an answer may come. */
  again() {
    const { turn } = this.asked;
    if (turn >= ASK_AGAIN.length) return;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.now(turn + 1), ASK_AGAIN[turn]);
  }
}
