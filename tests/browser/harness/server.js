// A stand-in for Streamlit and the desk behind it: mounts the pane and the wire as Streamlit does (the default export
// again on every change of the data), and answers messages as annotator/ui/outbox.py would. What it has saved lives in
// sessionStorage, so a reload of the page is a reload and not a new desk.

const KEY = "harness.server";
const empty = { verdict: null, kind: null, skipped: false, citations: [], rationale: "", search_note: "", confidence: null, missing: null };
const stored = JSON.parse(sessionStorage.getItem(KEY) ?? "null");

export const server = {
  labels: stored?.labels ?? {}, done: stored?.done ?? {}, answers: stored?.answers ?? [], messages: 0, saves: stored?.saves ?? [],
  units: stored?.units ?? null, replaced: stored?.replaced ?? {}, recuts: stored?.recuts ?? {},
  isDown: false, delay: 5, refuse: null, session: stored?.session ?? "s1", last: null, opened: [], decided: stored?.decided ?? [],
};

const keep = () => sessionStorage.setItem(KEY, JSON.stringify(server));

/** Put `made` in the place of the units `retired`, which stand side by side. */
function recut(act, retired, made) {
  const at = server.units.findIndex((unit) => unit.id === retired[0].id);
  server.units = server.units.toSpliced(at, retired.length, ...made);
  for (const { id } of retired) server.replaced[id] = made.map((unit) => unit.id);
  for (const { id } of made) delete server.replaced[id];
  return { act, retired, made };
}

function cutAnew(item) {
  const at = server.units.findIndex((unit) => unit.id === item.claim_id);
  const [unit, next] = server.units.slice(at, at + 2);
  if (item.do === "merge") {
    return recut("merge", [unit, next], [{ ...unit, id: `${unit.id}+${next.id.split("@")[1]}`, text: unit.text + next.gap + next.text }]);
  }
  if (item.do === "split") {
    const parts = [unit.text.slice(0, item.point).trimEnd(), unit.text.slice(item.point)];
    return recut("split", [unit], parts.map((text, part) => ({ ...unit, id: `${unit.id}.${part}`, gap: part ? " " : unit.gap, text })));
  }
  const undone = server.recuts[item.undoes];
  return recut("undo", undone.made, undone.retired);
}

function apply(item) {
  if (server.units.every((unit) => unit.id !== item.claim_id) && !server.done[item.key]) {
    return { key: item.key, ok: false, claim_id: item.claim_id, reason: "this claim was merged with another by Dr Ben", label: null, gone: true };
  }
  if (["merge", "split", "unrecut"].includes(item.do) && !server.refuse?.(item)) {
    server.done[item.key] = true;
    const { act, retired, made } = (server.recuts[item.key] ??= cutAnew(item));
    const ids = (units) => units.map((unit) => unit.id);
    if (act === "undo") server.answers = server.answers.filter((answer) => answer.key !== item.undoes);
    else server.answers.push({ key: item.key, claim_id: made[0].id, act, made: ids(made) });
    return { key: item.key, ok: true, claim_id: item.claim_id, recut: { act, retired: ids(retired), made: ids(made) } };
  }
  if (server.refuse && server.refuse(item)) {
    return { key: item.key, ok: false, claim_id: item.claim_id, reason: "the desk says no", label: server.labels[item.claim_id] ?? null };
  }
  if (item.do === "match") {
    if (!server.done[item.key]) server.decided.push([item.claim_id, item.other, item.kind, item.holds]);
    server.done[item.key] = true;
    return { key: item.key, ok: true, claim_id: item.claim_id };
  }
  if (!server.done[item.key]) {
    server.done[item.key] = true;
    const label = structuredClone(server.labels[item.claim_id] ?? empty);
    if (item.do === "answer") {
      server.answers.push({ key: item.key, claim_id: item.claim_id, before: { verdict: label.verdict, kind: label.kind, skipped: label.skipped } });
      server.saves.push([item.claim_id, item.answer.verdict]);
      Object.assign(label, item.answer);
    } else if (item.do === "undo") {
      const at = server.answers.findIndex((answer) => answer.key === item.undoes);
      if (at >= 0) Object.assign(label, server.answers.splice(at, 1)[0].before);
    } else if (item.do === "cite") {
      const { stance, quote, place, strength } = item;
      label.citations.push({ ...parse(item.identifier).source, stance, quote, place, strength: strength || null });
    } else if (item.do === "weigh") {
      for (const one of label.citations) if (one.identifier === item.citation.identifier) one.strength = item.strength || null;
    } else if (item.do === "uncite") {
      label.citations = label.citations.filter((one) => one.identifier !== item.citation.identifier || one.stance !== item.citation.stance);
    } else {
      for (const name of ["rationale", "search_note", "confidence"]) if (name in item) label[name] = item[name];
    }
    server.labels[item.claim_id] = { ...label, saved_at: new Date().toISOString() };
  }
  return { key: item.key, ok: true, claim_id: item.claim_id, label: server.labels[item.claim_id] };
}

function parse(text) {
  const doi = /10\.\d+\/\S+/.exec(text);
  if (doi) return { ok: true, source: { type: "doi", identifier: doi[0].toLowerCase(), shown: doi[0], url: `https://doi.org/${doi[0]}` } };
  if (/^\d+$/.test(text.trim())) return { ok: false, reason: "A bare number names a PMID or a PMCID: which?", choices: [`PMID ${text.trim()}`, `PMC${text.trim()}`] };
  const pmid = /PMID:?\s*(\d+)/i.exec(text);
  if (pmid) return { ok: true, source: { type: "pmid", identifier: pmid[1], shown: `PMID ${pmid[1]}`, url: `https://pubmed.ncbi.nlm.nih.gov/${pmid[1]}/` } };
  return { ok: false, reason: `"${text.trim()}" names no source: give a DOI, PMID, PMCID, NCT number, ISBN or address`, choices: [] };
}

function told({ n, topic, text, quote, claim_id, cited, typing }) {
  if (topic === "claim") return { n, claim_id, offers: server.offers ?? [], searches: server.searches ?? [] };
  if (topic === "cited") return { n, cited: cited.map((one) => ({ about: known(one.text), check: checked(one.quote) })) };
  if (topic === "late") return { n, late: cited.map((one) => late(known(one.text))) };
  server.asked = [...(server.asked ?? []), { text, typing }];
  const said = server.said ?? parse(text);
  return { n, ...said, ...(said.ok ? { about: known(text) } : {}), offers: server.found?.(text) ?? [], quote: checked(quote) };
}

const unknown = { title: "", authors: "", journal: "", year: null, strength: null, has_text: false, pending: false, note: "", lookups: "on",
  retraction: { standing: "never_checked", words: "Never checked for retraction", url: "", tone: null, why: "" } };
const known = (text) => ({ ...unknown, ...server.works?.[text.trim().replace(/^DOI /, "")] });
const late = ({ retraction: { tone, words }, pending }) => ({ tone, words, is_pending: pending });
const checked = (quote) => (quote?.trim() ? { match: "no_text", against: "", changes: [], left_out: "", remarks: [], ...server.check } : null);

/** Mount both components on a page made of two boxes. `data` is the pane's. */
export async function start({ pane, wire, css, data, paneBox, wireBox }) {
  server.units ??= data.units;
  const shadow = (box) => box.shadowRoot ?? box.attachShadow({ mode: "open" });
  const root = shadow(paneBox);
  if (!root.querySelector("style")) root.append(Object.assign(document.createElement("style"), { textContent: css }));
  const answer = (message) => {
    server.last = {
      n: message?.n ?? 0, session: server.session, desk: data.desk, person: data.person.id, trouble: server.trouble ?? "",
      acks: server.trouble ? [] : (message?.items ?? []).map(apply), answers: (message?.asks ?? []).map(told),
    };
    if (message?.open) server.opened.push(message.open);
    keep();
    mountWire(server.last);
    if (message?.open?.isRefresh && server.opened.length !== server.shown) {
      server.shown = server.opened.length;
      run();
    }
  };
  let queued = null;
  const setStateValue = (name, message) => {
    if (server.isDown) return;
    server.messages += 1;
    const isFree = queued === null;
    queued = structuredClone(message); // the newest message stands in for those it overtook, as with Streamlit's state
    if (isFree) setTimeout(() => { const newest = queued; queued = null; answer(newest); }, server.delay);
  };
  const calls = { pane: () => {}, wire: () => {} };
  const mountWire = (answered) => {
    const old = calls.wire;
    calls.wire = wire({ data: answered, parentElement: shadow(wireBox), setStateValue });
    old();
  };
  const mountPane = (given) => {
    const old = calls.pane;
    calls.pane = pane({ data: given, parentElement: root });
    old();
  };
  const line = (isUp) => {
    server.isDown = !isUp;
    document.querySelector("[data-test-connection-state]").setAttribute("data-test-connection-state", isUp ? "CONNECTED" : "PINGING_SERVER");
  };
  const run = () => mountPane({
    ...data, labels: { ...data.labels, ...server.labels }, units: server.units, replaced: server.replaced,
    undo: [...data.undo, ...server.answers.map(({ key, claim_id, act, made }) => ({ key, claim_id, act, made }))],
  });
  run();
  mountWire({ n: 0, session: server.session, desk: data.desk, person: data.person.id, acks: [], answers: [], trouble: "" });
  return { server, mountPane, line, unmount: () => { paneBox.remove(); wireBox.remove(); calls.pane(); calls.wire(); } };
}
