// The table of claims: filter, sorting, pages of rows, and the claim that is chosen.

const COLUMNS = [
  { title: "When", cell: "when", key: "day" },
  { title: "What", cell: "what" },
  { title: "Where", cell: "where" },
  { title: "Who says", cell: "who" },
  { title: "How many", cell: "figure", key: "least" },
  { title: "Act", cell: "act" },
  { title: "Status", cell: "checked" },
  { title: "Sources", cell: "sources", key: "sources" },
  { title: "Figures", cell: "agreement" },
  { title: "Told", cell: "told", key: "toldDay" },
  { title: "Reports", cell: "reports", key: "reports" },
];
const OWN = ["who", "figure", "act", "checked", "told", "reports"]; // the others are the incident's
const ROWS_A_PAGE = 100;
const ledger = { rows: [], visible: [], column: null, descending: false, page: 0, period: null, site: null, chosen: null, watchers: [] };

function startLedger(data) {
  ledger.rows = data.rows;
  ledger.incidents = data.incidents;
  ledger.sites = data.sites;
  for (const row of ledger.rows) row.text = COLUMNS.map((column) => row[column.cell]).join(" ").toLowerCase();
  find("#ledger thead tr").append(...COLUMNS.map(columnHead));
  const form = find("#filter");
  for (const name of ["type", "status", "agreement"]) {
    const values = [...new Set(ledger.rows.map((row) => row[name]))].sort();
    form.elements[name].append(...values.map((value) => element("option", { value }, words(value))));
  }
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filterRows, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  find("#ledger tbody").addEventListener("click", (event) => {
    const line = event.target.closest("tr");
    if (line) chooseRow(ledger.visible[Number(line.dataset.row)]);
  });
  find("#ledger").hidden = false;
  filterRows();
}

function columnHead(column, number) {
  const button = element("button", { type: "button", onclick: () => sortBy(number) }, column.title);
  return element("th", { scope: "col", "aria-sort": "none" }, button);
}

function sortBy(number) {
  ledger.descending = ledger.column === number && !ledger.descending;
  ledger.column = number;
  findAll("#ledger th").forEach((head, at) => {
    head.setAttribute("aria-sort", at !== number ? "none" : ledger.descending ? "descending" : "ascending");
  });
  filterRows();
}

function filterRows() {
  const { words: typed, type, status, agreement } = find("#filter").elements;
  const wanted = typed.value.toLowerCase().split(/\s+/).filter(Boolean);
  ledger.visible = ledger.rows.filter(
    (row) =>
      (!type.value || row.type === type.value) &&
      (!status.value || row.status === status.value) &&
      (!agreement.value || row.agreement === agreement.value) &&
      (ledger.site === null || row.sites.includes(ledger.site)) &&
      (ledger.period === null || ledger.period.holds(row)) &&
      wanted.every((word) => row.text.includes(word)),
  );
  if (ledger.column !== null) ledger.visible.sort(comparing(COLUMNS[ledger.column], ledger.descending ? -1 : 1));
  ledger.page = 0;
  showChips();
  showRows();
  for (const watch of ledger.watchers) watch();
}

// Rows without a value come last, whichever way the others stand.
function comparing(column, direction) {
  const collator = new Intl.Collator("en", { numeric: true });
  const key = column.key ?? column.cell;
  const isEmpty = (value) => value === null || value === "" || value === "–";
  return (one, other) => {
    const [a, b] = [one[key], other[key]];
    if (isEmpty(a) || isEmpty(b)) return isEmpty(a) - isEmpty(b);
    return direction * (typeof a === "number" ? a - b : collator.compare(a, b));
  };
}

function showRows() {
  const from = ledger.page * ROWS_A_PAGE;
  const rows = ledger.visible.slice(from, from + ROWS_A_PAGE);
  find("#ledger tbody").replaceChildren(...rows.map((row, at) => line(row, from + at, ledger.visible[from + at - 1], at)));
  const [shown, all] = [ledger.visible.length, ledger.rows.length];
  find("#count").textContent = shown === all ? `${number(all)} claims` : `${number(shown)} of ${number(all)} claims`;
  showPages(from, rows.length);
}

function line(row, at, before, place) {
  const isSame = place > 0 && ledger.column === null && before.incident === row.incident;
  const cells = COLUMNS.map((column) => {
    const value = row[column.cell];
    const kinds = { number: typeof value === "number", day: column.key?.toLowerCase().endsWith("day"), own: OWN.includes(column.cell) };
    const name = Object.keys(kinds).filter((kind) => kinds[kind]).join(" ");
    if (column.cell === "who") return element("td", { class: name }, element("button", { type: "button", class: "open" }, value));
    if (column.cell === "checked") return element("td", { class: name }, element("span", { class: `status ${row.status}` }, value === "–" ? "" : value));
    return element("td", { class: name }, String(value));
  });
  const state = [isSame ? "same" : "", row === ledger.chosen ? "chosen" : ""].join(" ").trim();
  return element("tr", { "data-row": at, class: state || null }, ...cells);
}

function showPages(from, shown) {
  const turn = (step) => () => {
    ledger.page += step;
    showRows();
    find("#ledger .scroll").scrollIntoView({ block: "nearest" });
  };
  const last = from + shown;
  find("#pages").hidden = ledger.visible.length <= ROWS_A_PAGE;
  find("#pages").replaceChildren(
    element("button", { type: "button", disabled: ledger.page === 0 ? "" : null, onclick: turn(-1) }, "previous"),
    element("span", {}, `rows ${number(from + 1)} to ${number(last)} of ${number(ledger.visible.length)}`),
    element("button", { type: "button", disabled: last >= ledger.visible.length ? "" : null, onclick: turn(1) }, "next"),
  );
}

// What was filtered by a click on the timeline or the map, each with a button to take it back.
function showChips() {
  const chip = (words, name) =>
    element("button", { type: "button", "aria-label": `Take back the filter ${words}`, onclick: () => filterBy(name, null) }, `${words} ×`);
  find("#chips").replaceChildren(
    ...(ledger.period ? [chip(ledger.period.title, "period")] : []),
    ...(ledger.site !== null ? [chip(ledger.sites[ledger.site].name, "site")] : []),
  );
}

function filterBy(name, value) {
  ledger[name] = value;
  filterRows();
  tell(find("#count").textContent);
}

function chooseRow(row) {
  ledger.chosen = row;
  findAll("#ledger tbody tr").forEach((node) => node.classList.toggle("chosen", ledger.visible[Number(node.dataset.row)] === row));
  const box = find("#selected");
  const tellings = row.tellings.map(([key, article], at) => {
    const name = find("#picker select").options[article].textContent;
    const act = () => showTelling(at, key, article);
    return element("button", { type: "button", "aria-pressed": "false", onclick: act }, name.length > 60 ? `${name.slice(0, 59)}…` : name);
  });
  box.replaceChildren(
    ...ledger.incidents[row.incident].map((words) => element("p", {}, words)),
    element("div", { class: "tellings" }, ...tellings),
  );
  box.hidden = false;
  showTelling(0, ...row.tellings[0]);
}

function showTelling(at, key, article) {
  findAll("#selected button").forEach((button, number) => button.setAttribute("aria-pressed", String(number === at)));
  showArticle(article);
  lightUp(key);
}
