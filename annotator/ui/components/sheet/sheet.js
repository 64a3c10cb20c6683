// A sheet: a tree of elements made in Python, drawn as it is. Words only ever become text nodes, so nothing that an
// article, a reviewer or a file says can turn into markup. A node is a list: [tag.classes, attributes?, ...children].

const TAGS = new Set(("a article bdi blockquote button caption col colgroup dd del div dl dt figure figcaption h1 h2 h3 h4 header ins " +
  "li mark nav ol p q section small span strong table tbody td th thead time tr ul").split(" "));
const ATTRIBUTES = new Set(["title", "scope", "dir", "lang", "colspan", "type", "aria-label", "aria-sort",
  "aria-current", "aria-pressed", "aria-hidden", "aria-disabled", "data-is", "data-label", "role", "tabindex"]);
const TURNS = /([\u202d\u202e])/;
const WHEN = new Intl.DateTimeFormat("en-GB",
  { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const SHEET = Symbol.for("claimdesk.sheet");

function draw(tree, send) {
  if (!Array.isArray(tree)) return drawText(String(tree));
  const [name, ...rest] = tree;
  const [tag, ...classes] = name.split(".");
  if (!TAGS.has(tag)) throw new Error(`a sheet has no ${tag}`);
  const node = document.createElement(tag);
  node.classList.add(...classes);
  const hasAttributes = rest[0] !== null && typeof rest[0] === "object" && !Array.isArray(rest[0]);
  if (hasAttributes) dress(node, rest.shift(), send);
  node.append(...rest.map((child) => draw(child, send)));
  return node;
}

// A character that turns the writing around ("evil" is read as "live") stands alone: there it turns nothing, and is seen.
function drawText(text) {
  if (!TURNS.test(text)) return document.createTextNode(text);
  const drawn = document.createDocumentFragment();
  for (const part of text.split(TURNS).filter(Boolean)) {
    const node = TURNS.test(part) ? document.createElement("bdi") : drawn;
    if (node !== drawn) {
      node.className = "turn";
      node.dir = "ltr";
      node.dataset.sign = `U+${part.codePointAt(0).toString(16).toUpperCase()}`;
      drawn.append(node);
    }
    node.append(part);
  }
  return drawn;
}

function dress(node, attributes, send) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "href") link(node, value);
    else if (name === "go") onClick(node, () => send(value));
    else if (name === "at" || name === "day") moment(node, value, name === "day" ? DAY : WHEN);
    else if (name === "share") node.style.setProperty("--share", value);
    else if (ATTRIBUTES.has(name)) node.setAttribute(name, value);
    else throw new Error(`a sheet's node has no ${name}`);
  }
}

function link(node, address) {
  let target;
  try {
    target = new URL(address, document.baseURI);
  } catch {
    return; // an address that is none stays text
  }
  if (!["http:", "https:"].includes(target.protocol)) return;
  node.href = target.href;
  if (target.origin !== location.origin) {
    node.target = "_blank";
    node.rel = "noopener noreferrer";
  }
}

function onClick(node, act) {
  node.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return; // a new tab is the browser's work
    event.preventDefault();
    act();
  });
}

function moment(node, iso, form) {
  const at = new Date(iso);
  node.dateTime = iso;
  node.title = iso;
  node.append(form.format(at));
}

// What is drawn anew takes the focus over from what looked the same: else every press of a key would lose its place.
function drawAnew(root, trees) {
  const before = root.getRootNode().activeElement;
  const name = before && root.contains(before) && nameOf(before);
  root.replaceChildren(...trees);
  if (name) [...root.querySelectorAll("a, button")].find((node) => nameOf(node) === name)?.focus({ preventScroll: true });
}

const nameOf = (node) => node.tagName + (node.getAttribute("aria-label") ?? node.textContent);

// A click anywhere on a row opens what its link opens; up and down go from row to row.
function openByRow(root) {
  root.addEventListener("click", (event) => {
    const row = event.target.closest?.("tr.opens");
    if (!row || event.target.closest("a, button") || root.getSelection?.()?.type === "Range") return;
    if (getSelection()?.type === "Range") return; // words are being selected, to be copied
    row.querySelector("a.open")?.click();
  });
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = event.target.closest?.("a.open");
    if (!step || !here || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    const links = [...root.querySelectorAll("a.open")];
    const next = links[links.indexOf(here) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest("tr").scrollIntoView({ block: "nearest" });
  });
}

export default function sheet({ data, parentElement, setTriggerValue }) {
  const state = (parentElement[SHEET] ??= {});
  if (!state.root) {
    state.root = document.createElement("div");
    state.root.className = "sheet";
    openByRow(state.root);
    parentElement.append(state.root);
  }
  state.send = (value) => setTriggerValue("went", value);
  const signature = JSON.stringify(data.tree);
  if (signature === state.signature) return;
  state.signature = signature;
  const isOther = state.view !== undefined && state.view !== data.view;
  state.view = data.view;
  drawAnew(state.root, data.tree.map((tree) => draw(tree, (value) => state.send(value))));
  if (isOther) state.root.scrollIntoView({ block: "start" });
}
