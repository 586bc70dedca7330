// The article: which one is shown, the card of a mark's fields, the sentence of a claim that lights up.

const reader = { number: 0, shown: new Map(), records: null, pinned: false, pointed: null };
const UNREACHED = ["sentence", "skipped"];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function showArticle(number) {
  if (number !== reader.number || reader.records === null) {
    if (!reader.shown.has(number)) {
      const template = find(`#article-${number}`);
      const article = template ? template.content.firstElementChild.cloneNode(true) : find("#reader > article");
      reader.shown.set(number, article);
    }
    const article = reader.shown.get(number);
    if (article !== find("#reader > article")) find("#reader").replaceChildren(article);
    reader.number = number;
    reader.records = JSON.parse(find(".records", article).textContent);
    reachMarks();
  }
  const picker = find("#picker select");
  picker.value = String(number);
  for (const button of findAll("#picker button")) {
    const next = number + Number(button.dataset.step);
    button.disabled = next < 0 || next >= picker.options.length;
  }
  hideCard();
}

const marks = () => findAll("#reader .text mark");
const keysOf = (mark) => reader.records.marks[mark.dataset.mark][1];
const labelOf = (mark) => reader.records.marks[mark.dataset.mark][0];
const isReached = (mark) => {
  const name = labelOf(mark).toLowerCase();
  return !UNREACHED.includes(name) && !find("#reader").classList.contains(`hide-${name}`) && !mark.classList.contains("again");
};

// One stop of the Tab key for all marks; the arrow keys go from mark to mark.
function reachMarks() {
  const reached = marks().filter(isReached);
  for (const mark of marks()) mark.removeAttribute("tabindex");
  for (const mark of reached) mark.tabIndex = -1;
  if (reached.length) reached[0].tabIndex = 0;
}

function stepMark(from, step) {
  const reached = marks().filter(isReached);
  const next = reached[reached.indexOf(from) + step];
  if (!next) return;
  for (const mark of reached) mark.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function lightUp(key, follow = true) {
  const wanted = new Set([key, ...(reader.records.related[key] ?? [])]);
  let first = null;
  for (const mark of marks()) {
    const own = keysOf(mark).includes(key);
    const isSentence = labelOf(mark) === "SENTENCE";
    mark.classList.toggle("lit", own && isSentence);
    mark.classList.toggle("linked", !isSentence && labelOf(mark) !== "SIDE" && keysOf(mark).some((one) => wanted.has(one)));
    if (own && (isSentence || key.startsWith("a"))) first ??= mark;
  }
  pressClaim(key);
  if (!first) return;
  if (follow) first.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  tell(`Sentence: ${first.textContent}`);
}

// Every mark of some records, for a place of the map.
function lightMarks(keys) {
  const found = marks().filter((mark) => keysOf(mark).some((key) => keys.includes(key)));
  for (const mark of marks()) {
    mark.classList.remove("lit");
    mark.classList.toggle("linked", found.includes(mark));
  }
  pressClaim(null);
  found[0]?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  tell(`${found.length} mentions`);
}

function pressClaim(key) {
  for (const claim of findAll("#reader .claim")) claim.setAttribute("aria-pressed", String(claim.dataset.key === key));
}

function putOut() {
  for (const mark of marks()) mark.classList.remove("lit", "linked");
  pressClaim(null);
}

function recordsAround(mark) {
  const keys = [];
  for (let node = mark; node && !node.classList.contains("text"); node = node.parentElement) {
    if (node.tagName === "MARK") keys.push(...keysOf(node));
  }
  return [...new Set(keys)].map((key) => reader.records.records[key]);
}

function showCard(mark, pinned) {
  const [nearest, ...around] = recordsAround(mark);
  const card = find("#card");
  card.replaceChildren(...described(nearest));
  if (pinned) card.append(...around.flatMap(described));
  else if (around.length) card.append(element("p", {}, `within ${around.map((record) => record.title).join("; ")}`));
  reader.pinned = pinned;
  card.classList.toggle("pinned", pinned);
  card.hidden = false;
  reader.pointed = mark;
  placeCard();
}

function described(record) {
  const pairs = record.fields.flatMap(([name, value]) => [element("dt", {}, words(name)), element("dd", {}, value)]);
  return [element("h4", {}, record.title), element("dl", {}, ...pairs)];
}

function placeCard() {
  const card = find("#card");
  if (card.hidden) return;
  const box = reader.pointed.getClientRects()[0] ?? reader.pointed.getBoundingClientRect();
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const below = box.bottom + 8 + card.offsetHeight <= room.height || box.top < card.offsetHeight + 8;
  card.style.left = `${Math.max(8, Math.min(box.left, room.width - card.offsetWidth - 8))}px`;
  card.style.top = `${below ? Math.max(8, Math.min(box.bottom + 8, room.height - card.offsetHeight - 8)) : box.top - card.offsetHeight - 8}px`;
}

function hideCard() {
  find("#card").hidden = true;
  reader.pinned = false;
}

function markAt(event) {
  let mark = event.target.closest?.("#reader .text mark") ?? null;
  while (mark && !isReached(mark) && !mark.classList.contains("again")) mark = mark.parentElement.closest(".text mark");
  return mark;
}

function startReader() {
  const root = find("#reader");
  root.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || reader.pinned) return;
    const mark = markAt(event);
    if (mark) showCard(mark, false);
    else hideCard();
  });
  root.addEventListener("pointerleave", () => reader.pinned || hideCard());
  root.addEventListener("focusin", (event) => {
    const mark = markAt(event);
    if (mark && mark.matches(":focus-visible")) showCard(mark, false);
  });
  root.addEventListener("click", (event) => {
    const claim = event.target.closest(".claim");
    if (claim) {
      if (claim.getAttribute("aria-pressed") === "true") putOut();
      else lightUp(claim.dataset.key);
      return;
    }
    const mark = markAt(event);
    if (mark) showCard(mark, true);
  });
  root.addEventListener("keydown", (event) => {
    const mark = markAt(event);
    if (!mark || event.target.tagName !== "MARK") return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) stepMark(mark, step);
    else if (event.key === "Enter" || event.key === " ") showCard(mark, true);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!find("#card").hidden) hideCard();
    else putOut();
  });
  document.addEventListener("pointerdown", (event) => {
    if (reader.pinned && !event.target.closest("#card")) hideCard();
  });
  document.addEventListener("scroll", (event) => event.target.id === "card" || placeCard(), { capture: true, passive: true });
  find("#legend").addEventListener("change", (event) => hideMarks(event.target));
  findAll("#legend input").forEach(hideMarks);
  find("#picker").addEventListener("change", (event) => showArticle(Number(event.target.value)));
  find("#picker").addEventListener("click", (event) => {
    const step = Number(event.target.dataset.step ?? 0);
    if (step) showArticle(reader.number + step);
  });
}

function hideMarks(box) {
  find("#reader").classList.toggle(`hide-${box.value}`, !box.checked);
  if (reader.records) reachMarks();
}
