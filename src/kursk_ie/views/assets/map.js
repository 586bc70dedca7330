// The map: the places of the claims by their coordinates, with a scale bar and labels that keep clear of each other.

const KM_A_DEGREE = 111.32;
const map = { sites: [], middle: [0, 0], scale: 1, width: 600, height: 340 };

function startMap(sites) {
  if (!sites.length) return;
  map.sites = sites;
  find("#map").hidden = false;
  find("#map .tools").addEventListener("click", (event) => zoom(event.target.dataset.zoom));
  const box = find("#map .drawing");
  new ResizeObserver(() => {
    if (box.clientWidth === map.width) return;
    map.scale *= box.clientWidth / map.width;
    map.width = box.clientWidth;
    drawMap();
  }).observe(box);
  map.width = box.clientWidth || 600;
  ledger.watchers.push(drawMap);
  let from = null;
  box.addEventListener("pointerdown", (event) => (from = [event.clientX, event.clientY, event.target]));
  box.addEventListener("pointermove", (event) => {
    if (!from || event.pointerType !== "mouse") return;
    const moved = [event.clientX - from[0], event.clientY - from[1]];
    if (Math.hypot(...moved) < 4) return;
    pan(moved);
    from = [event.clientX, event.clientY];
  });
  addEventListener("pointerup", () => (from = null));
  box.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (moves[event.key]) pan(moves[event.key]);
    else if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? "in" : "out");
    else return;
    event.preventDefault();
    find("#map svg").focus();
  });
  zoom("dense");
}

// Plane coordinates in degrees of latitude; Mercator, so that the shape of a region holds wherever it lies.
const plane = ([latitude, longitude]) => [
  longitude,
  -Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, latitude)) * Math.PI) / 360)) * (180 / Math.PI),
];
const latitudeAt = (y) => (Math.atan(Math.exp((-y * Math.PI) / 180)) * 360) / Math.PI - 90;
const onScreen = (at) => {
  const [x, y] = plane(at);
  return [(x - map.middle[0]) * map.scale + map.width / 2, (y - map.middle[1]) * map.scale + map.height / 2];
};

function zoom(how) {
  if (how === "in" || how === "out") map.scale *= how === "in" ? 1.6 : 1 / 1.6;
  else if (how) fit(how === "all" ? map.sites : densest());
  drawMap();
}

function pan([x, y]) {
  map.middle = [map.middle[0] - x / map.scale, map.middle[1] - y / map.scale];
  drawMap();
}

function fit(sites) {
  const points = sites.map((site) => plane(site.at));
  const range = (axis) => [Math.min(...points.map((at) => at[axis])), Math.max(...points.map((at) => at[axis]))];
  const [[left, right], [top, bottom]] = [range(0), range(1)];
  map.middle = [(left + right) / 2, (top + bottom) / 2];
  const least = 0.3; // degrees: a single village is shown with its surroundings
  map.scale = Math.min((map.width - 140) / Math.max(right - left, least), (map.height - 80) / Math.max(bottom - top, least));
}

// The places around the middle one that hold four fifths of the claims, so that one far capital does not shrink the front.
function densest() {
  const exact = map.sites.filter((site) => site.kind === "point");
  const sites = exact.length ? exact : map.sites;
  const middle = [0, 1].map((axis) => median(sites.map((site) => plane(site.at)[axis])));
  const far = (site) => Math.hypot(...plane(site.at).map((value, axis) => value - middle[axis]));
  return [...sites].sort((a, b) => far(a) - far(b)).slice(0, Math.max(1, Math.ceil(sites.length * 0.8)));
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function countsOfSites() {
  const counts = new Array(map.sites.length).fill(0);
  for (const row of ledger.visible) for (const site of row.sites) counts[site] += 1;
  if (!ledger.rows.length) map.sites.forEach((site, at) => (counts[at] = site.mentions.length));
  return counts;
}

function drawMap() {
  const counts = countsOfSites();
  const svg = drawn("svg", {
    viewBox: `0 0 ${map.width} ${map.height}`, height: map.height, role: "group", tabindex: "0", "data-name": "map",
    "aria-label": "Map of places; arrow keys move it, plus and minus zoom",
  });
  svg.append(...grid(), ...sitesDrawn(counts), ...scaleBar());
  redraw(find("#map .drawing"), svg);
}

function sitesDrawn(counts) {
  const most = Math.max(1, ...counts);
  const shown = map.sites
    .map((site, number) => ({ site, number, count: counts[number], at: onScreen(site.at) }))
    .filter(({ at: [x, y] }) => x > -9 && x < map.width + 9 && y > -9 && y < map.height + 9)
    .sort((a, b) => b.count - a.count || a.number - b.number);
  for (const one of shown) one.radius = (one.count ? 3.5 + 5.5 * Math.sqrt(one.count / most) : 2.5) + (one.site.kind === "point" ? 0 : 2);
  const taken = [{ left: 0, right: 150, top: map.height - 34, bottom: map.height }];
  for (const { at: [x, y], radius } of shown.slice(0, 400)) taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  for (const one of shown) one.label = one.count ? freeLabel(one, taken) : null;
  return shown.reverse().map(siteDrawn);
}

// Right, left, above or below the dot, wherever nothing stands; a name that finds no room is told by its title alone.
function freeLabel({ site, at: [x, y], radius }, taken) {
  const width = site.name.length * 6.6 + 6;
  const spots = [
    [x + radius + 3, y + 4, "start"], [x - radius - 3, y + 4, "end"], [x, y - radius - 4, "middle"], [x, y + radius + 12, "middle"],
  ];
  for (const [left, base, anchor] of spots) {
    const from = anchor === "start" ? left : anchor === "end" ? left - width : left - width / 2;
    const box = { left: from, right: from + width, top: base - 11, bottom: base + 4 };
    const isInside = box.left > 2 && box.right < map.width - 2 && box.top > 2 && box.bottom < map.height - 2;
    if (isInside && !taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) {
      taken.push(box);
      return { x: left, y: base, anchor };
    }
  }
  return null;
}

function siteDrawn({ site, number: at, count, at: [x, y], radius, label }) {
  const what = ledger.rows.length ? "claims" : "mentions";
  const isWide = site.kind !== "point";
  const node = drawn("g", { class: `site${isWide ? " wide" : ""}${count ? "" : " unmet"}`, "data-name": `site ${at}`, "aria-pressed": String(ledger.site === at) });
  node.append(drawn("circle", { cx: x, cy: y, r: radius }));
  if (label) node.append(drawn("text", { x: label.x, y: label.y, "text-anchor": label.anchor }, site.name));
  return asButton(node, `${site.name}, ${site.region}: ${count} ${what}`, () => {
    if (ledger.rows.length) filterBy("site", ledger.site === at ? null : at);
    else lightMarks(site.mentions);
  });
}

// A round number of kilometres that takes about a fifth of the width, at the latitude of the middle.
function scaleBar() {
  const kmAPixel = (KM_A_DEGREE * Math.cos((latitudeAt(map.middle[1]) * Math.PI) / 180)) / map.scale;
  const wished = kmAPixel * Math.min(110, map.width / 5);
  const power = 10 ** Math.floor(Math.log10(wished));
  const km = [5, 2, 1].map((step) => step * power).find((step) => step <= wished);
  const y = map.height - 12;
  return [
    drawn("path", { class: "scale", d: `M10 ${y - 5}v5h${km / kmAPixel}v-5`, "data-km": km }),
    drawn("text", { x: 14, y: y - 5 }, `${number(km)} km`),
  ];
}

function grid() {
  const wished = 90 / map.scale;
  const step = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 45].find((one) => one >= wished) ?? 45;
  const [left, right] = [-1, 1].map((side) => map.middle[0] + (side * map.width) / 2 / map.scale);
  const [south, north] = [1, -1].map((side) => latitudeAt(map.middle[1] + (side * map.height) / 2 / map.scale));
  const nodes = [];
  const shown = (value) => `${Number(Math.abs(value).toFixed(2))}°`;
  for (let at = Math.ceil(left / step) * step; at < right; at += step) {
    const [x] = onScreen([0, at]);
    nodes.push(drawn("path", { class: "grid", d: `M${x} 0V${map.height}` }));
    nodes.push(drawn("text", { class: "faint", x: x + 3, y: 12 }, shown(at) + (at < 0 ? "W" : "E")));
  }
  for (let at = Math.ceil(south / step) * step; at < north; at += step) {
    const [, y] = onScreen([at, 0]);
    nodes.push(drawn("path", { class: "grid", d: `M0 ${y}H${map.width}` }));
    nodes.push(drawn("text", { class: "faint", x: map.width - 4, y: y - 3, "text-anchor": "end" }, shown(at) + (at < 0 ? "S" : "N")));
  }
  return nodes;
}
