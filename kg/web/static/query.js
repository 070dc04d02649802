// The query page: runs what stands in the editor, and shows the answer as a table or as a network.
"use strict";
(() => {
  const { element, data, fill, sortable } = sagsgraf;
  const known = data();
  const { texts } = known;
  const find = (id) => document.getElementById(id);
  const [editor, box, status] = [find("editor"), find("query"), find("status")];
  const [run, stop, tableView, networkView] = [find("run"), find("stop"), find("table-view"), find("network-view")];
  const views = document.querySelector(".views");
  const result = document.querySelector(".result");
  const MOST_ROWS = 1000;
  const MOST_NODES = 120;
  const LONGEST_ADDRESS = 6000;

  // --- the editor: line numbers, a new line as far in as the one before; Tab leaves the field, as everywhere
  const gutter = editor.querySelector(".lines");
  const number = () => {
    const count = box.value.split("\n").length;
    gutter.textContent = Array.from({ length: count }, (_, place) => place + 1).join("\n") + "\n\n";
    gutter.scrollTop = box.scrollTop;
  };
  const insert = (text) => {
    box.focus();
    if (!document.execCommand("insertText", false, text)) box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    number();
  };
  box.addEventListener("input", number);
  box.addEventListener("scroll", () => { gutter.scrollTop = box.scrollTop; });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      ask();
      return;
    }
    if (event.shiftKey || event.altKey) return;
    const line = box.value.slice(0, box.selectionStart).split("\n").pop();
    event.preventDefault();
    insert(`\n${/^\s*/.exec(line)[0]}${/\{\s*$/.test(line) ? "  " : ""}`);
  });
  for (const button of document.querySelectorAll("[data-insert]")) button.addEventListener("click", () => insert(button.dataset.insert));
  find("examples").addEventListener("change", (event) => {
    if (!event.target.value) return;
    box.value = known.examples[event.target.value];
    number();
    ask();
  });

  // --- names: what an IRI is called, and where its page is
  const namespaces = Object.entries(known.prefixes).sort((a, b) => b[1].length - a[1].length);
  const short = (iri) => {
    if (iri.startsWith(known.base)) return decode(iri.slice(known.base.length));
    for (const [prefix, space] of namespaces) if (iri.startsWith(space)) return `${prefix}:${iri.slice(space.length)}`;
    return iri;
  };
  const decode = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const href = (iri) => {
    if (iri.startsWith(known.base)) return known.id + iri.slice(known.base.length).split("/").map((part) => encodeURIComponent(decode(part)).replace(/%23/g, "#").replace(/%3D/g, "=").replace(/%2C/g, ",").replace(/%3A/g, ":")).join("/");
    return known.resource + encodeURIComponent(iri);
  };
  const cell = (term) => {
    if (!term) return element("td");
    if (term.type === "uri") return element("td", {}, element("a", { href: href(term.value), title: term.value }, element("bdi", {}, short(term.value))));
    const figure = /#(?:integer|decimal|double|nonNegativeInteger)$/.test(term.datatype || "");
    return element("td", figure ? { class: "figure", "data-sort": term.value } : {}, element("bdi", {}, term.value));
  };

  // --- what comes back: rows, a yes or no, or triples
  const triples = (nodes) => {
    const rows = [];
    const term = (value) => ("@id" in value ? { type: "uri", value: value["@id"] } : { type: "literal", value: String(value["@value"]), datatype: value["@type"] });
    for (const node of nodes) {
      for (const [name, values] of Object.entries(node)) {
        if (name === "@id") continue;
        const predicate = name === "@type" ? "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" : name;
        for (const value of values) {
          rows.push({ subject: { type: "uri", value: node["@id"] }, predicate: { type: "uri", value: predicate }, object: term(name === "@type" ? { "@id": value } : value) });
        }
      }
    }
    return { columns: ["subject", "predicate", "object"], rows, heads: [texts.subject, texts.predicate, texts.object], triples: true };
  };
  const read = async (answer) => {
    const body = await answer.json();
    if ((answer.headers.get("content-type") || "").includes("ld+json")) return triples(Array.isArray(body) ? body : body["@graph"] || []);
    if ("boolean" in body) return { columns: ["answer"], rows: [{ answer: { type: "literal", value: body.boolean ? texts.yes : texts.no } }] };
    return { columns: body.head.vars, rows: body.results.bindings };
  };

  const showTable = ({ columns, rows, heads }) => {
    const head = element("tr", {}, ...columns.map((name, place) => element("th", { scope: "col" }, (heads || columns)[place])));
    const body = element("tbody", {}, ...rows.slice(0, MOST_ROWS).map((row) => element("tr", {}, ...columns.map((name) => cell(row[name])))));
    const table = element("table", {}, element("thead", {}, head), body);
    sortable(table);
    tableView.replaceChildren(table);
    if (rows.length > MOST_ROWS) tableView.append(element("p", { class: "soft" }, fill(texts.first, { most: MOST_ROWS })));
    if (!rows.length) tableView.replaceChildren(element("p", { class: "soft" }, texts.empty));
  };

  // --- the network: from the first two columns of names, or the subjects and objects of triples
  const ends = ({ columns, rows, triples: isTriples }) => {
    if (isTriples) return ["subject", "object"];
    const named = columns.filter((name) => rows.some((row) => row[name]) && rows.every((row) => !row[name] || row[name].type === "uri"));
    return named.length > 1 ? named.slice(0, 2) : null;
  };
  const linked = (found) => {
    const [from, to] = ends(found) || [];
    const nodes = new Map();
    const edges = new Map();
    const node = (iri) => {
      if (!nodes.has(iri)) nodes.set(iri, { iri, weight: 0 });
      return nodes.get(iri);
    };
    for (const row of from ? found.rows : []) {
      const [a, b] = [row[from], row[to]];
      if (!a || !b || a.type !== "uri" || b.type !== "uri" || a.value === b.value) continue;
      if (found.triples && row.predicate.value.endsWith("#type")) continue;
      const key = `${a.value} ${b.value}`;
      const figure = found.columns.map((name) => row[name]).find((term) => term && /#(?:integer|decimal)$/.test(term.datatype || ""));
      const weight = Math.max(1, Number(figure ? figure.value : 1) || 1);
      const edge = edges.get(key) || { from: node(a.value), to: node(b.value), weight: 0 };
      edge.weight += weight;
      edges.set(key, edge);
      edge.from.weight += weight;
      edge.to.weight += weight;
    }
    const all = [...nodes.values()].sort((a, b) => b.weight - a.weight || (a.iri < b.iri ? -1 : 1));
    const shown = new Set(all.slice(0, MOST_NODES));
    return { nodes: [...shown], edges: [...edges.values()].filter((edge) => shown.has(edge.from) && shown.has(edge.to)), left: all.length - shown.size };
  };
  // Springs and repulsion from a fixed beginning: the same answer gives the same picture.
  const place = ({ nodes, edges }, width, height) => {
    nodes.forEach((node, order) => {
      const angle = order * 2.399963;
      const radius = Math.sqrt((order + .5) / nodes.length);
      node.x = width / 2 + radius * Math.cos(angle) * width * .42;
      node.y = height / 2 + radius * Math.sin(angle) * height * .42;
    });
    const wanted = Math.sqrt((width * height) / Math.max(nodes.length, 1)) * .75;
    for (let round = 0; round < 300; round += 1) {
      const heat = wanted * .4 * (1 - round / 300) + .5;
      for (const node of nodes) { node.dx = (width / 2 - node.x) * .15; node.dy = (height / 2 - node.y) * .25; }
      for (let i = 0; i < nodes.length; i += 1) {
        for (let j = i + 1; j < nodes.length; j += 1) {
          const [a, b] = [nodes[i], nodes[j]];
          const dx = (a.x - b.x) * .7 || .01; // names are wide: more room beside than above
          const dy = a.y - b.y || .01;
          const square = dx * dx + dy * dy;
          if (square > 9 * wanted * wanted) continue; // what is far apart does not push itself farther
          const force = (wanted * wanted) / square;
          a.dx += dx * force; a.dy += dy * force; b.dx -= dx * force; b.dy -= dy * force;
        }
      }
      for (const { from, to } of edges) {
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const pull = Math.hypot(dx, dy) / wanted * .7;
        from.dx += dx * pull; from.dy += dy * pull; to.dx -= dx * pull; to.dy -= dy * pull;
      }
      for (const node of nodes) {
        const length = Math.hypot(node.dx, node.dy) || 1;
        node.x += node.dx / length * Math.min(length, heat);
        node.y += node.dy / length * Math.min(length, heat);
      }
    }
    // into the frame, with room for names at its sides
    for (const [axis, size, margin] of [["x", width, Math.min(110, width * .2)], ["y", height, 30]]) {
      const all = nodes.map((node) => node[axis]);
      const [least, most] = [Math.min(...all), Math.max(...all)];
      for (const node of nodes) node[axis] = most > least ? margin + (node[axis] - least) / (most - least) * (size - 2 * margin) : size / 2;
    }
  };
  const svg = (name, attributes, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const kindOf = (iri) => (/\/theme\/[^/]*$/.test(iri) ? "theme" : (/\/(unit|person|body|case|organisation|item|meeting)\/[^#]*$/.exec(iri) || [])[1] || "");
  const tail = (iri) => {
    const text = decode(short(iri)).split(/[/#]/).filter(Boolean);
    const last = text.pop() || iri;
    return (/^\d{1,3}$/.test(last) && text.length ? `${text.slice(-2).join(" ")} ${last}` : last).replace(/-/g, " ").slice(0, 40);
  };
  const showNetwork = (found) => {
    const network = linked(found);
    const width = Math.max(340, Math.min(1300, networkView.clientWidth || 1000));
    const height = Math.max(360, Math.min(900, 300 + network.nodes.length * (width < 600 ? 12 : 7)));
    place(network, width, height);
    const most = Math.max(...network.nodes.map((node) => node.weight), 1);
    const heaviest = Math.max(...network.edges.map((edge) => edge.weight), 1);
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": fill(texts["network-label"], { nodes: network.nodes.length, edges: network.edges.length }) });
    for (const { from, to, weight } of network.edges) {
      picture.append(svg("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, "stroke-width": 1 + 4 * weight / heaviest }));
    }
    // names come last, above lines and dots, the weightiest first, and none over another name or dot
    const names = svg("g", { "aria-hidden": "true", "pointer-events": "none" });
    const sized = network.nodes.map((node) => ({ ...node, radius: 5 + 9 * Math.sqrt(node.weight / most) }));
    const taken = sized.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
    for (const { iri, x, y, radius } of sized) {
      const name = tail(iri).slice(0, width < 600 ? 24 : 40);
      const half = name.length * 3.6;
      const where = { left: x - half, right: x + half, top: y + radius + 2, bottom: y + radius + 18 };
      picture.append(svg("a", { href: href(iri), "aria-label": name }, svg("title", {}, short(iri)), svg("circle", { class: `dot ${kindOf(iri)}`, cx: x, cy: y, r: radius })));
      if (taken.every((one) => one.right < where.left || one.left > where.right || one.bottom < where.top || one.top > where.bottom)) {
        taken.push(where);
        names.append(svg("text", { x, y: y + radius + 14, "text-anchor": "middle" }, name));
      }
    }
    picture.append(names);
    networkView.replaceChildren(picture);
    if (network.left) networkView.append(element("p", { class: "soft" }, fill(texts["few-nodes"], { shown: MOST_NODES, left: network.left })));
  };

  let found = null;
  const choose = (network) => {
    find("as-table").setAttribute("aria-pressed", String(!network));
    find("as-network").setAttribute("aria-pressed", String(network));
    tableView.hidden = network;
    networkView.hidden = !network;
    if (network && !networkView.firstChild) showNetwork(found);
  };
  find("as-table").addEventListener("click", () => choose(false));
  find("as-network").addEventListener("click", () => choose(true));

  // --- asking
  let asking = null;
  const busy = (is) => { run.disabled = is; stop.hidden = !is; };
  const address = (query) => {
    const encoded = encodeURIComponent(query);
    const path = known.endpoint;
    history.replaceState(null, "", encoded.length < LONGEST_ADDRESS ? `${path}?query=${encoded}` : `${path}#query=${encoded}`);
  };
  async function ask() {
    if (asking) asking.abort();
    const mine = new AbortController();
    asking = mine;
    const query = box.value;
    address(query);
    result.hidden = false;
    views.hidden = true;
    tableView.replaceChildren();
    networkView.replaceChildren();
    status.className = "";
    status.textContent = texts.running;
    busy(true);
    const begun = performance.now();
    try {
      const answer = await fetch(known.endpoint, {
        method: "POST",
        body: query,
        signal: mine.signal,
        headers: { "content-type": "application/sparql-query", accept: "application/sparql-results+json, application/ld+json;q=0.9, text/plain;q=0.1" },
      });
      if (!answer.ok) {
        status.className = "wrong";
        status.textContent = (await answer.text()).trim() || fill(texts.failed, { status: answer.status });
        return;
      }
      found = await read(answer);
      const figure = (value, digits) => value.toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      const seconds = figure((performance.now() - begun) / 1000, 2);
      const key = found.triples ? "triples" : found.rows.length === 1 ? "row" : "rows";
      status.textContent = fill(texts[key], { count: figure(found.rows.length, 0), seconds });
      showTable(found);
      views.hidden = !linked(found).edges.length;
      choose(false);
    } catch (error) {
      if (mine !== asking) return;
      status.className = "wrong";
      status.textContent = error.name === "AbortError" ? texts.stopped : fill(texts.failed, { status: error.message });
    } finally {
      if (mine === asking) {
        asking = null;
        busy(false);
      }
    }
  }
  run.addEventListener("click", ask);
  stop.addEventListener("click", () => asking && asking.abort());

  run.hidden = false;
  document.querySelector(".example").hidden = false;
  const shared = /^#query=(.+)$/s.exec(location.hash);
  if (shared) box.value = decode(shared[1]);
  number();
  if (shared || "asked" in editor.dataset) ask();
})();
