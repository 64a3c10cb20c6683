// Small pieces to build the page from. Text goes in as text: nothing here ever reads markup.

/** An element with attributes (false, null: left out), `on...` listeners, `text`, and children. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "text") node.append(...toPieces(value));
    else setAttribute(node, name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined)
    .flatMap((child) => (child instanceof Node ? [child] : toPieces(child))));
  return node;
}

const TURNS = /([\u202d\u202e])/; // they force a direction on what follows: "evil" is read as "live"

/** Text in pieces to append. A character that turns the writing around stands in an element of its own, where it turns nothing and is seen. */
export function toPieces(text) {
  const whole = String(text);
  if (!TURNS.test(whole)) return [whole];
  return whole.split(TURNS).filter(Boolean).map((part) => (TURNS.test(part) ? buildTurn(part) : part));
}

function buildTurn(character) {
  const node = document.createElement("bdi");
  node.className = "turn";
  node.dir = "ltr";
  node.dataset.sign = `U+${character.codePointAt(0).toString(16).toUpperCase()}`;
  node.textContent = character;
  return node;
}

/** Set an attribute only where it changes: a write the browser need not look at. */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

export function setText(node, text) {
  if (node.textContent !== text) node.replaceChildren(...toPieces(text));
}

const ARROWS = { "←": "ArrowLeft", "→": "ArrowRight" };

/** A real button with its key on a cap. */
export function keyButton(words, cap, attributes = {}) {
  const keys = cap ? el("kbd", { text: cap, "aria-hidden": "true" }) : null;
  return el("button", { type: "button", "aria-keyshortcuts": ARROWS[cap] ?? (cap || null), ...attributes }, el("span", { text: words }), keys);
}

/** A link to a source's own page, opened apart; anything but http and https is shown as plain text. */
export function sourceLink(words, address) {
  if (!/^https?:\/\//i.test(address)) return el("span", { class: "source", text: words });
  return el("a", { class: "source", href: address, target: "_blank", rel: "noopener noreferrer", text: words });
}

export const STATE_WORDS = {
  none: "Not answered", supported: "Supported", unsupported: "Unsupported", contradicted: "Contradicted",
  skipped: "Skipped", not_a_claim: "Not a claim",
};
export const SIGNS = { supported: "✓", unsupported: "?", contradicted: "✗", skipped: "→" };

export function words(name) {
  return name.replaceAll("_", " ");
}

/** A source named in short: as it is shown, and as the desk reads it back to the same source. */
export function sourceWords(source) {
  const type = source.type.toUpperCase();
  return !type || type === "URL" || source.shown.toUpperCase().startsWith(type) ? source.shown : `${type} ${source.shown}`;
}
