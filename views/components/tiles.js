// Large numbers that open their sentences. Text only ever enters the page through textContent.

const make = (name, className, text) => {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  root.replaceChildren(
    ...data.tiles.map((tile) => {
      // A number without anything behind it is no button.
      const box = make(tile.subject ? "button" : "div", "tile", "");
      box.append(make("span", "label", tile.label), make("span", "value", tile.value), make("span", "hint", tile.hint));
      if (tile.subject) {
        box.type = "button";
        box.onclick = () => setTriggerValue("opened", tile.subject);
      }
      return box;
    }),
  );
}
