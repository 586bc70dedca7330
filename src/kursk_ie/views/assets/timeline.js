// The timeline: how many claims a day, week, month or year, by what is known of their truth. A click filters the ledger.

const GROUPS = {
  none: ["none"],
  open: ["unverified", "no_evidence", "declined"],
  contested: ["denied", "disputed"],
  confirmed: ["confirmed"],
};
const GROUP_WORDS = { none: "not checked", open: "unverified", contested: "denied or disputed", confirmed: "confirmed" };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MOST_PERIODS = 60;

const monthOf = (day) => {
  const date = new Date(day * 864e5);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const dayAndMonth = (day) => {
  const date = new Date(day * 864e5);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ’${String(date.getUTCFullYear()).slice(2)}`;
};
const monthAndYear = (month) => `${MONTHS[month % 12]} ${Math.floor(month / 12)}`;
const UNITS = [
  { name: "day", of: (day) => day, title: isoDay, short: dayAndMonth },
  { name: "week", of: (day) => Math.floor((day + 3) / 7), title: (week) => `week of ${isoDay(week * 7 - 3)}`, short: (week) => dayAndMonth(week * 7 - 3) },
  { name: "month", of: monthOf, title: monthAndYear, short: monthAndYear },
  { name: "year", of: (day) => Math.floor(monthOf(day) / 12), title: String, short: String },
];

function startTimeline() {
  const key = find("#timeline-day");
  if (!ledger.rows.some((row) => row.day !== null || row.toldDay !== null)) return;
  find("#timeline").hidden = false;
  key.addEventListener("change", () => {
    ledger.period = null;
    filterRows();
  });
  ledger.watchers.push(drawTimeline);
  new ResizeObserver(drawTimeline).observe(find("#timeline .drawing"));
}

// The finest unit in which nine claims of ten fit; the others stand in a first and a last bar, before and after.
function periodsOf(days) {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
  const span = (unit, low, high) => unit.of(high) - unit.of(low) + 1;
  const whole = [sorted[0], sorted[sorted.length - 1]];
  const dense = [at(0.05), at(0.95)];
  const unit = UNITS.find((one) => span(one, ...dense) <= MOST_PERIODS) ?? UNITS[UNITS.length - 1];
  const [low, high] = span(unit, ...whole) <= MOST_PERIODS ? whole : dense;
  return { unit, first: unit.of(low), last: Math.min(unit.of(high), unit.of(low) + MOST_PERIODS - 1), whole: whole.map(unit.of) };
}

function drawTimeline() {
  const key = find("#timeline-day").value;
  const known = ledger.rows.filter((row) => row[key] !== null);
  const box = find("#timeline .drawing");
  if (!known.length) return box.replaceChildren(element("p", { class: "meta" }, "No claim has such a day."));
  const { unit, first, last, whole } = periodsOf(known.map((row) => row[key]));
  const low = first - (whole[0] < first);
  const high = last + (whole[1] > last);
  const placed = (row) => Math.max(low, Math.min(high, unit.of(row[key])));
  const bars = new Map();
  for (const row of ledger.visible) {
    if (row[key] === null) continue;
    const at = placed(row);
    if (!bars.has(at)) bars.set(at, { none: 0, open: 0, contested: 0, confirmed: 0 });
    bars.get(at)[groupOf(row.status)] += 1;
  }
  const named = (at, form) => (at < first ? `before ${form(first)}` : at > last ? `after ${form(last)}` : form(at));
  const title = (at) => named(at, unit.title);
  const short = (at) => named(at, unit.short);
  const period = (at) => ({ title: title(at), at, unit: unit.name, holds: (row) => row[key] !== null && placed(row) === at });
  redraw(box, timelineDrawing(box.clientWidth || 600, bars, low, high, { title, short, period }));
}

const groupOf = (status) => Object.keys(GROUPS).find((group) => GROUPS[group].includes(status));

function timelineDrawing(width, bars, low, high, { title, short, period }) {
  const [height, foot, side] = [130, 22, 34];
  const step = (width - side - 8) / (high - low + 1);
  const most = Math.max(1, ...[...bars.values()].map(total));
  const tall = (count) => (count / most) * (height - foot - 14);
  const node = drawn("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "group", "aria-label": "Claims over time" });
  node.append(
    drawn("path", { class: "axis", d: `M${side} 8V${height - foot}H${width - 8}` }),
    drawn("text", { class: "faint", x: side - 5, y: 16, "text-anchor": "end" }, number(most)),
  );
  for (const [at, counts] of [...bars].sort((a, b) => a[0] - b[0])) {
    node.append(periodBar(side + (at - low) * step, step, height - foot, counts, tall, title(at), period(at)));
  }
  node.append(...ticks(low, high, short, step, side, width, height));
  return node;
}

const total = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function periodBar(x, step, floor, counts, tall, title, period) {
  const bar = drawn("g", { class: "period", "data-name": title }, drawn("rect", { class: "hit", x, y: 8, width: step, height: floor - 8 }));
  const width = Math.max(1, Math.min(step - 2, 28));
  let y = floor;
  for (const group of Object.keys(GROUPS)) {
    const height = tall(counts[group]);
    if (!height) continue;
    y -= height;
    bar.append(drawn("rect", { class: group, x: x + (step - width) / 2, y, width, height: Math.max(0.8, height - 1) }));
  }
  const parts = Object.keys(GROUPS).filter((group) => counts[group]).map((group) => `${counts[group]} ${GROUP_WORDS[group]}`);
  const isChosen = ledger.period !== null && ledger.period.at === period.at && ledger.period.unit === period.unit;
  bar.setAttribute("aria-pressed", String(isChosen));
  return asButton(bar, `${title}: ${total(counts)} claims (${parts.join(", ")})`, () => filterBy("period", isChosen ? null : period));
}

function ticks(low, high, short, step, side, width, height) {
  const every = Math.max(1, Math.ceil(90 / step));
  const nodes = [];
  for (let at = low; at <= high; at += every) {
    const x = side + (at - low + 0.5) * step;
    const anchor = x > width - 60 ? "end" : x < side + 30 ? "start" : "middle";
    nodes.push(drawn("text", { class: "faint", x: anchor === "end" ? width - 6 : x, y: height - 6, "text-anchor": anchor }, short(at)));
  }
  return nodes;
}
