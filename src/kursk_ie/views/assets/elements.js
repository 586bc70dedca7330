// Small tools of the other scripts. Text goes to the page by textContent alone, never as HTML.

const SVG = "http://www.w3.org/2000/svg";
const find = (selector, root = document) => root.querySelector(selector);
const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

// A part of a drawing that works as a button, with the keyboard too.
function asButton(node, label, act) {
  node.setAttribute("role", "button");
  node.setAttribute("tabindex", "0");
  node.setAttribute("aria-label", label);
  node.prepend(drawn("title", {}, label));
  node.addEventListener("click", act);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      act();
    }
  });
  return node;
}

// Puts a new drawing in its box; what had the focus there has it again.
function redraw(box, drawing) {
  const focused = box.contains(document.activeElement) ? document.activeElement.getAttribute("data-name") : null;
  box.replaceChildren(drawing);
  if (focused !== null) findAll("[data-name]", box).find((node) => node.getAttribute("data-name") === focused)?.focus();
}

function tell(message) {
  find("#live").textContent = message;
}

const number = (value) => value.toLocaleString("en");
const isoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
const words = (value) => value.replaceAll("_", " ");
