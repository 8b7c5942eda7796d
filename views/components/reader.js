// The article as a reader: marks by layer, a minimap, steps from mark to mark, and why each mark is there.
// Text only ever enters the page as a text node; what is marked comes as numbers.

const stateOf = new WeakMap();

// What stood when the reader was last taken off the page. A rerun that moves it takes it off and draws it anew: then
// focus, scroll and step must be as they were. Leaving for another page forgets it.
let left = null;

// Characters that turn the direction of what follows; a run with one is shut off, or it would turn its neighbours.
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const BRIEFLY = 2600; // Milliseconds for which a paragraph that was asked for stays outlined.
const LEAVE = 160; // Milliseconds in which the pointer may cross from a mark to its tooltip.

const MANY = 120; // Cells of the map from which on gaps between them would take more room than they do.

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

const scrollTo = (element) => element.scrollIntoView({ behavior: isStill() ? "auto" : "smooth", block: "center" });

// A real <button> is laid out as one block by browsers and would not wrap with the line, so a span takes its role.
const asButton = (element, act) => {
  element.setAttribute("role", "button");
  element.tabIndex = 0;
  element.onclick = act;
  element.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
};

const run = (text, isOutlined) => {
  if (!isOutlined && !TURNS.test(text)) return document.createTextNode(text);
  return make("span", isOutlined ? "outlined isolated" : "isolated", text);
};

const build = (root, data) => {
  const state = { key: data.key, marks: new Map(), paragraphs: [], cells: [], current: -1 };
  const frame = make("div", "frame");
  state.legend = make("ul", "legend");
  state.legend.setAttribute("aria-label", "What the marks mean");
  const rail = make("div", "rail");
  const steps = make("div", "steps");
  steps.setAttribute("role", "group");
  steps.setAttribute("aria-label", "From mark to mark");
  const arrow = (label, sign, key) => {
    const button = make("button", "step", sign);
    button.type = "button";
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-keyshortcuts", key);
    button.title = `${label} (${key})`;
    return button;
  };
  state.previous = arrow("Previous mark", "\u2191", "p");
  state.next = arrow("Next mark", "\u2193", "n");
  state.place = make("span", "place");
  state.place.setAttribute("role", "status");
  steps.append(state.previous, state.place, state.next);
  state.map = make("div", "map");
  state.map.setAttribute("role", "toolbar");
  state.map.setAttribute("aria-label", "Paragraphs; move with the arrow keys");
  rail.append(steps, state.map);
  const text = make("div", "text");
  state.tip = make("div", "tip");
  state.tip.id = "tip";
  state.tip.setAttribute("role", "tooltip");
  state.tip.hidden = true;
  for (const [at, row] of data.paragraphs.entries()) text.append(paragraph(state, data, row, at));
  for (const [at, row] of data.paragraphs.entries()) state.map.append(cell(state, row, at));
  if (state.cells.length) state.cells[0].tabIndex = 0;
  const length = data.paragraphs.reduce((sum, row) => sum + row.size, 0);
  state.map.style.setProperty("--length", length);
  state.map.classList.toggle("many", state.cells.length > MANY);
  frame.append(rail, text);
  root.replaceChildren(state.legend, frame, state.tip);
  stateOf.set(root, state);
  return state;
};

const paragraph = (state, data, row, at) => {
  const line = make("div", row.title ? "row title" : "row");
  const number = make("span", "number", row.label);
  number.setAttribute("aria-hidden", "true");
  const body = make("p", "paragraph");
  body.dir = "auto";
  body.tabIndex = -1;
  let outer = -1;
  let inner = -1;
  let outside = body;
  let inside = body;
  for (const [text, innerNumber, outerNumber, isOutlined] of row.pieces) {
    if (outerNumber !== outer) {
      outer = outerNumber;
      inner = -1;
      outside = inside = outer < 0 ? body : outerMark(state, data, body, outer);
    }
    if (innerNumber !== inner) {
      inner = innerNumber;
      inside = inner < 0 ? outside : innerMark(state, data, outside, inner);
    }
    inside.append(run(text, isOutlined));
  }
  const note = make("span", "note");
  line.append(number, body, note);
  state.paragraphs.push({ line, body, note });
  return line;
};

const marked = (state, data, number, className) => {
  const mark = data.marks[number];
  const element = make("span", `${className} isolated`);
  element.dataset.style = mark.style;
  element.style.setProperty("--weight", mark.weight);
  const known = state.marks.get(number);
  const entry = known || { element, handle: element, tip: data.tips[mark.tip], entity: mark.entity, number };
  state.marks.set(number, entry);
  element.entry = entry;
  return { element, mark, entry };
};

const innerMark = (state, data, parent, number) => {
  const { element, mark, entry } = marked(state, data, number, "mark");
  if (mark.entity) asButton(element, () => state.toggle(mark.entity, entry));
  else element.tabIndex = 0;
  parent.append(element);
  if (!mark.label) return element;
  // The underline is the words' alone, so that it does not run on under the label.
  element.dataset.label = mark.label;
  const words = make("span", "words");
  element.append(words);
  return words;
};

// Around a sentence or a quote; what can be focused and clicked is the label in front of it.
const outerMark = (state, data, parent, number) => {
  const { element, mark, entry } = marked(state, data, number, "outer");
  if (mark.label) {
    const label = make("span", "label");
    label.dataset.label = mark.label;
    label.entry = entry;
    label.setAttribute("aria-label", mark.label);
    if (mark.entity) asButton(label, () => state.toggle(mark.entity, entry));
    else {
      label.setAttribute("role", "note");
      label.tabIndex = 0;
    }
    entry.handle = label;
    element.append(label);
  }
  parent.append(element);
  return element;
};

const cell = (state, row, at) => {
  const button = make("button", "cell");
  button.type = "button";
  button.tabIndex = -1;
  button.style.setProperty("--size", Math.max(row.size, 60));
  button.onclick = () => {
    const { body } = state.paragraphs[at];
    scrollTo(body);
    body.focus({ preventScroll: true });
    flash(state, at);
  };
  button.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? state.cells.length - 1 : step ? at + step : -1;
    if (to < 0 || to >= state.cells.length) return;
    event.preventDefault();
    button.tabIndex = -1;
    state.cells[to].tabIndex = 0;
    state.cells[to].focus();
  };
  state.cells.push(button);
  return button;
};

const flash = (state, at) => {
  const { line } = state.paragraphs[at];
  clearTimeout(state.flashing);
  for (const other of state.paragraphs) other.line.classList.remove("flash");
  line.classList.add("flash");
  state.flashing = setTimeout(() => line.classList.remove("flash"), BRIEFLY);
};

// What a filter changes, without building the text anew: focus and scroll stay where they are.
const update = (root, state, data) => {
  for (const [name, value] of Object.entries(data.colours)) root.style.setProperty(name, value);
  root.dataset.layer = data.layer;
  state.legend.replaceChildren(...data.legend.map(legendItem));
  state.legend.hidden = data.legend.length === 0;
  const quiet = new Set(data.quiet);
  const chosen = new Set(data.chosen);
  for (const [number, { element, handle, entity }] of state.marks) {
    element.classList.toggle("quiet", quiet.has(number));
    if (!entity) continue;
    handle.setAttribute("aria-pressed", String(chosen.has(entity)));
    element.classList.toggle("chosen", chosen.has(entity));
  }
  for (const [at, row] of data.paragraphs.entries()) {
    const { line, note } = state.paragraphs[at];
    line.classList.toggle("aside", !row.kept);
    line.dataset.tone = row.note ? row.note.style : "";
    note.textContent = row.note ? row.note.text : "";
    note.hidden = !row.note;
    const map = state.cells[at];
    map.dataset.style = row.map.style;
    map.style.setProperty("--value", row.map.value);
    map.classList.toggle("aside", !row.kept);
    const words = [row.name, row.map.note, row.kept ? "" : "outside the filter"].filter(Boolean).join(", ");
    map.setAttribute("aria-label", words);
    map.title = words;
  }
  state.targets = data.targets.filter((number) => state.marks.has(number));
  state.chosen = chosen;
  state.unit = data.unit;
  if (state.targets.indexOf(state.current) < 0) state.current = -1;
  if (state.shown) fillTip(state, state.shown);
  root.classList.toggle("bare", data.layer === "plain");
};

const legendItem = (row) => {
  const item = make("li", row.count ? "" : "quiet");
  const swatch = make("span", "swatch mark", row.text);
  swatch.dataset.style = row.style;
  item.append(swatch, make("span", "count", String(row.count)));
  return item;
};

const tellPlace = (state) => {
  const n = state.targets.length;
  const at = state.targets.indexOf(state.current);
  state.place.textContent = n === 0 ? "none here" : at < 0 ? `\u2013 of ${n}` : `${at + 1} of ${n}`;
  state.place.title = n === 1 ? `1 ${state.unit}` : `${n} ${state.unit}s`;
  state.previous.disabled = state.next.disabled = n === 0;
};

const step = (state, by) => {
  const n = state.targets.length;
  if (n === 0) return;
  const at = state.targets.indexOf(state.current);
  const to = at < 0 ? (by > 0 ? 0 : n - 1) : (at + by + n) % n;
  state.current = state.targets[to];
  const { handle } = state.marks.get(state.current);
  scrollTo(handle);
  handle.focus({ preventScroll: true });
  tellPlace(state);
};

const fillTip = (state, entry) => {
  const [title, lines] = entry.tip;
  const words = [make("strong", "isolated", title), ...lines.map((line) => make("span", "isolated", line))];
  if (entry.entity) {
    const does = state.chosen.has(entry.entity) ? "Click to take it out of the filter." : "Click to filter by it.";
    words.push(make("span", "does", does));
  }
  for (const word of words) word.dir = "auto";
  state.tip.replaceChildren(...words);
};

const showTip = (root, state, entry, spot) => {
  clearTimeout(state.leaving);
  if (state.shown === entry && !spot) return;
  hideTip(state);
  fillTip(state, entry);
  state.tip.hidden = false;
  state.shown = entry;
  entry.handle.setAttribute("aria-describedby", "tip");
  const boxes = [...entry.element.getClientRects()];
  const holds = (box) => spot && spot.y >= box.top - 2 && spot.y <= box.bottom + 2;
  const anchor = boxes.find(holds) || entry.handle.getClientRects()[0] || boxes[0];
  const frame = root.getBoundingClientRect();
  const [width, height] = [state.tip.offsetWidth, state.tip.offsetHeight];
  const left = Math.min(Math.max(anchor.left - frame.left, 0), Math.max(0, frame.width - width));
  const fits = anchor.bottom + height + 12 < window.innerHeight || anchor.top - height < 70;
  state.tip.style.left = `${left}px`;
  state.tip.style.top = `${fits ? anchor.bottom - frame.top + 4 : anchor.top - frame.top - height - 4}px`;
};

const hideTip = (state) => {
  if (!state.shown) return;
  state.shown.handle.removeAttribute("aria-describedby");
  state.tip.hidden = true;
  state.shown = null;
};

// A mark inside a quote or a sentence speaks for itself; else what is around it does.
const entryAt = (target) => {
  for (let element = target; element && element !== element.parentNode; element = element.parentNode) {
    if (element.entry) return element.entry;
  }
  return null;
};

const listen = (root, state) => {
  root.onpointerover = (event) => {
    if (state.tip.contains(event.target)) return clearTimeout(state.leaving);
    if (event.pointerType === "touch") return;
    const entry = entryAt(event.target);
    if (entry) showTip(root, state, entry, { x: event.clientX, y: event.clientY });
    else if (state.shown) state.leaving = setTimeout(() => hideTip(state), LEAVE);
  };
  root.onpointerleave = () => {
    clearTimeout(state.leaving);
    state.leaving = setTimeout(() => hideTip(state), LEAVE);
  };
  if (!root.isHeard) {
    // There is no `onfocusin` handler to assign, so these two are added once and look up the state of the day.
    root.isHeard = true;
    root.addEventListener("focusin", (event) => {
      const now = stateOf.get(root);
      const entry = event.target.entry;
      if (!entry) return;
      if (now.targets.includes(entry.number)) now.current = entry.number;
      tellPlace(now);
      showTip(root, now, entry);
    });
    root.addEventListener("focusout", () => hideTip(stateOf.get(root)));
  }
  root.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") hideTip(state);
    if (event.key === "n") step(state, 1);
    if (event.key === "p") step(state, -1);
  };
  state.previous.onclick = () => step(state, -1);
  state.next.onclick = () => step(state, 1);
};

// Which paragraphs are in sight is shown on the minimap.
const watch = (state) => {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const at = state.paragraphs.findIndex((row) => row.line === entry.target);
      state.cells[at]?.classList.toggle("seen", entry.isIntersecting);
    }
  });
  for (const { line } of state.paragraphs) seen.observe(line);
  return seen;
};

const scroller = (root) => {
  for (let up = root.getRootNode().host ?? root; up; up = up.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(up).overflowY)) return up;
  }
  return document.scrollingElement;
};

const resume = (root, state) => {
  state.opened = left.opened;
  state.current = left.current;
  const entry = state.marks.get(left.clicked?.number);
  if (!entry) return;
  scroller(root).scrollTop += entry.handle.getBoundingClientRect().top - left.clicked.top;
  entry.handle.focus({ preventScroll: true });
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  let state = stateOf.get(root);
  if (!state || state.key !== data.key) {
    const before = state;
    before?.seen?.disconnect();
    clearTimeout(before?.flashing);
    state = build(root, data);
    state.opened = before?.opened;
    state.path = location.pathname;
    state.seen = watch(state);
    listen(root, state);
  }
  state.clicked = null;
  state.toggle = (entity, entry) => {
    state.clicked = { number: entry.number, top: entry.handle.getBoundingClientRect().top };
    setTriggerValue("toggle", entity);
  };
  update(root, state, data);
  if (left?.key === data.key) resume(root, state);
  left = null;
  tellPlace(state);
  if (data.at !== null && state.opened !== data.at) {
    // Only once for each time that it is asked for: a click on a name must not scroll back.
    requestAnimationFrame(() => {
      state.paragraphs[data.at]?.line.scrollIntoView({ behavior: "auto", block: "center" });
      flash(state, data.at);
    });
  }
  state.opened = data.at;
  return () => {
    state.seen.disconnect();
    left = location.pathname === state.path ? state : null;
  };
}
