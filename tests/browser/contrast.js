// Every visible text of the page with less contrast than WCAG 2.1 AA asks for: 4.5, or 3 for large letters.
() => {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colour = (css) => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = css;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const linear = (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const around = function* (node) {
    for (let at = node; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) yield getComputedStyle(at);
  };
  const base = colour(getComputedStyle(document.querySelector(".stApp")).backgroundColor);
  const ground = (node) => [...around(node)].reduceRight((below, style) => over(colour(style.backgroundColor), below), base);
  const texts = [];
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE && node.data.trim()) texts.push([node.parentElement, node.data.trim()]);
    if (["STYLE", "SCRIPT"].includes(node.tagName)) return;
    if (node.placeholder && !node.value) texts.push([node, node.placeholder, "::placeholder"]);
    if (node.shadowRoot) read(node.shadowRoot);
    node.childNodes.forEach(read);
  };
  read(document.body);
  const isSeen = (node, style) => {
    const box = node.getBoundingClientRect();
    return node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 1 && box.height > 1 &&
      style.clipPath === "none" && !style.fontFamily.includes("Material") &&
      !node.closest(":disabled, [aria-disabled=true], [aria-hidden=true]");
  };
  const low = texts.flatMap(([node, words, part]) => {
    const style = getComputedStyle(node, part);
    if (!isSeen(node, style)) return [];
    const below = ground(node), ink = colour(style.color);
    for (const { opacity } of around(node)) ink[3] *= opacity;
    if (part) ink[3] *= style.opacity;
    const [dark, bright] = [light(over(ink, below)), light(below)].sort((one, other) => one - other);
    const ratio = (bright + 0.05) / (dark + 0.05);
    return ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5) ? [`${ratio.toFixed(2)} ${words.slice(0, 60)}`] : [];
  });
  return { low: [...new Set(low)], texts: texts.length };
}
