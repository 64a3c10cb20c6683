// How long the claim in hand has been on the screen: only while the page is looked at.

export class Stay {
  constructor(clock = () => performance.now()) {
    this.clock = clock;
    this.begin();
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#pause() : this.#resume()));
  }

  begin() {
    this.before = 0;
    this.since = document.hidden ? null : this.clock();
  }

  #pause() {
    this.before += this.since === null ? 0 : this.clock() - this.since;
    this.since = null;
  }

  #resume() {
    this.since ??= this.clock();
  }

  seconds() {
    const milliseconds = this.before + (this.since === null ? 0 : this.clock() - this.since);
    return Math.round(milliseconds) / 1000;
  }
}
