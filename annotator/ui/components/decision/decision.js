// An editor's decision on the claim of the page: four keys, a reason, and the way back. What is pressed is kept as
// state until the desk has said what became of it; the key of a decision makes keeping it twice harmless.

const RULINGS = [["supported", "Supported", "1", "✓"], ["unsupported", "Unsupported", "2", "?"],
  ["contradicted", "Contradicted", "3", "✗"], ["not_a_claim", "Not a claim", "X", "–"]];
const BY_KEY = { 1: "supported", 2: "unsupported", 3: "contradicted", x: "not_a_claim" };
const BY_CODE = { Digit1: "supported", Digit2: "unsupported", Digit3: "contradicted",
  Numpad1: "supported", Numpad2: "unsupported", Numpad3: "contradicted", KeyX: "not_a_claim" };
const OWN_KEYS = "input, textarea, select, [contenteditable=''], [contenteditable=true], [role=textbox], [role=combobox], " +
  "[role=listbox], [role=option], [role=slider], [role=tab], [role=menu], [role=menuitem]";
const COVERS = '[data-testid="stDialog"], [aria-modal="true"], dialog[open]';
const DECISION = Symbol.for("claimdesk.decision");

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const listed = (names) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

/** Why a reason is needed: who says otherwise. "" where nobody does. */
function otherwise(names) {
  return names.length ? `${listed(names)} ${names.length > 1 ? "say" : "says"} otherwise` : "";
}

class Decision {
  constructor(send) {
    this.send = send;
    this.chosen = null;
    this.waits = null; // the key of the decision that the desk has not answered yet
    this.buttons = RULINGS.map(([ruling, words, cap, sign]) => el("button",
      { type: "button", class: "ruling", "data-is": ruling, "aria-keyshortcuts": cap, onclick: (event) => event.detail < 2 && this.choose(ruling) },
      el("span", { class: "sign", "aria-hidden": "true" }, sign), el("span", {}, words), el("kbd", { "aria-hidden": "true" }, cap)));
    this.reason = el("textarea", { rows: "2", maxlength: "20000", dir: "auto", "aria-label": "Reason",
      oninput: () => this.#draft(), onkeydown: (event) => this.#typed(event) });
    this.back = el("button", { type: "button", class: "link", "aria-keyshortcuts": "U", onclick: () => this.takeBack() }, "Take back", el("kbd", { "aria-hidden": "true" }, "U"));
    this.keep = el("button", { type: "button", class: "keep", onclick: () => this.#keep() }, "Keep the decision");
    this.told = el("p", { class: "told", role: "status" });
    this.node = el("section", { class: "decision", "aria-label": "Decision" }, el("h3", {}, "Decision"),
      el("div", { class: "rulings", role: "group", "aria-label": "Decide" }, ...this.buttons), this.reason,
      el("div", { class: "foot" }, this.told, this.keep, this.back));
    addEventListener("keydown", (event) => this.#pressed(event), true);
  }

  update(data) {
    const isOther = this.data?.claim_id !== data.claim_id;
    this.data = data;
    if (isOther) {
      Object.assign(this, { chosen: null, waits: null, why: "" });
      this.reason.value = this.#drafted();
    }
    if (this.waits && data.done?.key === this.waits) {
      this.waits = null;
      this.why = data.done.trouble;
      if (!data.done.trouble) this.#clear();
    }
    this.paint();
  }

  #clear() {
    this.chosen = null;
    this.reason.value = "";
    this.#draft();
    if (this.node.getRootNode().activeElement === this.reason) this.reason.blur(); // the keys are the page's again: Next
  }

  paint() {
    const { data, chosen } = this;
    for (const [at, [ruling]] of RULINGS.entries()) {
      this.buttons[at].setAttribute("aria-pressed", String(ruling === (chosen ?? data.answer)));
    }
    this.node.toggleAttribute("data-waits", this.waits !== null);
    this.reason.placeholder = data.answer ? "Reason for another decision" : "Reason, needed where a reviewer says otherwise";
    this.back.hidden = !data.answer || chosen !== null;
    this.keep.hidden = chosen === null;
    this.told.textContent = this.waits ? "Saving…" : this.why || "";
    this.told.toggleAttribute("data-is-trouble", Boolean(this.why) && !this.waits);
  }

  /** Decide: at once where nothing is missing, else the reason is asked for. */
  choose(ruling) {
    if (this.waits) return;
    if (ruling === this.data.answer && !this.reason.value.trim()) {
      Object.assign(this, { chosen: null, why: "That is decided already." });
      this.paint();
      return;
    }
    const against = otherwise(this.data.against[ruling] ?? []);
    if (against && !this.reason.value.trim()) {
      this.chosen = ruling;
      this.why = `${against}: say why, then Ctrl+Enter.`;
      this.paint();
      this.reason.focus();
      return;
    }
    this.#act(ruling);
  }

  takeBack() {
    if (this.data.answer && !this.waits) this.#act(null);
  }

  #keep() {
    if (this.chosen !== null) this.choose(this.chosen);
  }

  #act(answer) {
    const { claim_id, person, desk, seen } = this.data;
    this.chosen = answer;
    this.waits = random();
    this.why = "";
    this.paint();
    this.send({ key: this.waits, desk, person, claim_id, seen, answer, rationale: answer ? this.reason.value : "" });
  }

  #typed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#keep();
    } else if (event.key === "Escape") {
      Object.assign(this, { chosen: null, why: "" }); // what was typed stays
      this.reason.blur();
      this.paint();
    }
    event.stopPropagation();
  }

  #pressed(event) {
    if (!this.node.isConnected || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && (target.matches(OWN_KEYS) || target.isContentEditable)) return;
    if (document.querySelector(COVERS)) return;
    const ruling = BY_KEY[event.key.toLowerCase()] ?? BY_CODE[event.code];
    const does = ruling ? () => this.choose(ruling)
      : { u: () => this.takeBack(), n: () => this.reason.focus() }[event.key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) does();
  }

  get #place() {
    return `claimdesk.decision.${this.data.desk}.${this.data.person}.${this.data.claim_id}`;
  }

  #draft() {
    try {
      if (this.reason.value) sessionStorage.setItem(this.#place, this.reason.value);
      else sessionStorage.removeItem(this.#place);
    } catch {
      // a browser without storage keeps what is typed as long as the page stands
    }
  }

  #drafted() {
    try {
      return sessionStorage.getItem(this.#place) ?? "";
    } catch {
      return "";
    }
  }
}

export default function decision({ data, parentElement, setStateValue }) {
  const send = (act) => parentElement[DECISION].set("act", act);
  const state = (parentElement[DECISION] ??= {});
  state.set = setStateValue;
  if (!state.part) {
    state.part = new Decision(send);
    parentElement.append(state.part.node);
  }
  state.part.update(data);
}
