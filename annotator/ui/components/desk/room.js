// The pane's room on the page: as high as the window leaves it, in the theme's light or dark.

const MAIN = '[data-testid="stMain"]';
const PAGE = '[data-testid="stMainBlockContainer"]';
const DIALOG = '[data-testid="stDialog"]';
const LEAST = 440; // pixels: below that the page scrolls rather than the pane
const GROUND = 17; // pixels left below the pane
// While a pane fills the page, the page's own margins go, and the room that invisible elements would take.
const FILLED = `
  ${PAGE}[data-claimdesk="filled"] { padding: 3.7rem clamp(.5rem, 2vw, 1.6rem) 0; max-width: none; }
  ${PAGE}[data-claimdesk="filled"] :is(.st-key-claimdesk_wire, .st-key-claimdesk_remember) { position: absolute; }`;

/** True when the theme around `node` is a dark one. */
export function isDark(node) {
  const colour = getComputedStyle(node).getPropertyValue("--st-background-color").trim();
  const [red, green, blue] = (colour.match(/^#(..)(..)(..)/) ?? []).slice(1).map((pair) => parseInt(pair, 16));
  return red !== undefined && 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

/** True for Streamlit's dialog on a lost connection. It is made for developers, and the pane says the same in its head. */
export function isAboutConnection(dialog) {
  const box = dialog.closest(DIALOG) ?? dialog;
  return /^\s*(Close\s*)?Connection error/.test(box.textContent) || box.textContent.includes("streamlit run");
}

/** Close that dialog whenever it comes, before it is painted: it would take the mouse and the focus. Gives a function that stops it. */
function keepConnectionDialogAway() {
  const close = () => {
    for (const dialog of document.querySelectorAll(DIALOG)) {
      if (isAboutConnection(dialog)) dialog.querySelector('[aria-label="Close"]')?.click();
    }
  };
  const observer = new MutationObserver(close);
  observer.observe(document.body, { childList: true });
  close();
  return () => observer.disconnect();
}

/** Let the pane have the page for itself. Gives a function that gives the page back. */
function fillPage(page) {
  const style = document.createElement("style");
  style.textContent = FILLED;
  document.head.append(style);
  page.setAttribute("data-claimdesk", "filled");
  return () => {
    style.remove();
    page.removeAttribute("data-claimdesk");
  };
}

/** Keep `root` as high as the window leaves it; with a `share` below 1, that part of the window. Gives a function that stops it. */
export function fitPage(root, share) {
  const host = root.getRootNode().host ?? root;
  const page = host.closest(PAGE);
  const giveBack = page && share === 1 ? fillPage(page) : () => {};
  const letDialogsBe = share === 1 ? keepConnectionDialogAway() : () => {};
  const fit = () => {
    const above = root.getBoundingClientRect().top + (host.closest(MAIN)?.scrollTop ?? 0);
    const room = share === 1 ? window.innerHeight - above - GROUND : window.innerHeight * share;
    root.style.setProperty("--height", `${Math.round(Math.max(LEAST, room))}px`);
  };
  const observer = new ResizeObserver(fit);
  observer.observe(document.documentElement);
  if (page) observer.observe(page);
  window.addEventListener("resize", fit);
  fit();
  return () => {
    observer.disconnect();
    window.removeEventListener("resize", fit);
    letDialogsBe();
    giveBack();
  };
}
