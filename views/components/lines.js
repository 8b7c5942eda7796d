// The sentences behind a number: a list that can be read, sorted and opened in the reader.
// Text only ever enters the page as a text node.

const CHUNK = 100; // Lines drawn at once; more are a click away, and the count above is always the whole.
const shownOf = new WeakMap();

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

const runs = (target, parts) => {
  for (const [text, isMarked] of parts) {
    target.append(isMarked ? make("mark", "", text) : document.createTextNode(text));
  }
  return target;
};

const number = (line, open) => {
  const button = make("button", "number", line.label === "Headline" ? "H" : line.label);
  button.type = "button";
  button.title = "Open in the reader";
  button.setAttribute("aria-label", `Open ${line.place} in the reader`);
  button.onclick = () => open(line.paragraph);
  return button;
};

const sentence = (line) => {
  const body = make("div", "body");
  const text = runs(make("p", "text"), line.parts);
  text.dir = "auto";
  body.append(text);
  if (line.note) body.append(make("p", "note", line.note));
  return body;
};

const keyword = (line) => {
  const body = make("div", "keyword");
  for (const [side, parts] of [["left", line.left], ["key", line.key], ["right", line.right]]) {
    body.append(runs(make("span", side), parts));
  }
  return body;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const draw = (n, focusAt) => {
    shownOf.set(root, { subject: data.subject, n });
    const list = make("ol", data.keywords ? "keywords" : "sentences");
    list.setAttribute("aria-label", data.name);
    for (const line of data.lines.slice(0, n)) {
      const item = make("li");
      item.append(number(line, (at) => setTriggerValue("opened", at)), data.keywords ? keyword(line) : sentence(line));
      list.append(item);
    }
    root.replaceChildren(list);
    const left = data.lines.length - n;
    if (left > 0) {
      const more = make("button", "more", `Show ${Math.min(CHUNK, left)} more of ${data.lines.length}`);
      more.type = "button";
      more.onclick = () => draw(n + CHUNK, n);
      root.append(more);
    }
    if (focusAt) list.children[focusAt]?.querySelector("button").focus();
  };
  const before = shownOf.get(root);
  draw(before && before.subject === data.subject ? before.n : CHUNK);
}
