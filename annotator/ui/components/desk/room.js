// The pane's room on the page: as high as the window leaves it, in the theme's light or dark.

const MAIN = '[data-testid="stMain"]';
const PAGE = '[data-testid="stMainBlockContainer"]';
const LEAST = 440; // pixels: below that the page scrolls rather than the pane

/** True when the theme around `node` is a dark one. */
export function isDark(node) {
  const colour = getComputedStyle(node).getPropertyValue("--st-background-color").trim();
  const [red, green, blue] = (colour.match(/^#(..)(..)(..)/) ?? []).slice(1).map((pair) => parseInt(pair, 16));
  return red !== undefined && 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

/** Keep `root` as high as the window leaves it. `share` is the part of that height to take. Gives a function that stops it. */
export function fitPage(root, share = 1) {
  const host = root.getRootNode().host ?? root;
  const page = host.closest(PAGE);
  if (share === 1) page?.style.setProperty("padding-bottom", "0");
  if (share === 1) page?.style.setProperty("padding-left", "clamp(0.5rem, 2vw, 2rem)");
  if (share === 1) page?.style.setProperty("padding-right", "clamp(0.5rem, 2vw, 2rem)");
  const fit = () => {
    const above = root.getBoundingClientRect().top + (host.closest(MAIN)?.scrollTop ?? 0);
    const room = share === 1 ? window.innerHeight - above - 10 : window.innerHeight * share;
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
    for (const name of ["padding-bottom", "padding-left", "padding-right"]) page?.style.removeProperty(name);
  };
}
