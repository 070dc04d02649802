// Networks: every `.network` element, its data in the script element that `data-source` names, is drawn by vis-network
// with its positions given. Names are drawn here, the weightiest first, and none over another.
"use strict";
(() => {
  const { element, fill, itemList } = sagsgraf;
  const SHAPES = { centre: "square", person: "triangle", body: "diamond", theme: "dot", case: "hexagon" };
  const ITEMS_AT_ONCE = 20;
  const FOUND = 12;
  const LONGEST = 34; // letters of a name in the picture
  const INVISIBLE = /[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g; // what turns or breaks a line of text
  const short = (text, most = LONGEST) => {
    const plain = text.slice(0, 400).replace(INVISIBLE, "").trim();
    if (plain.length <= most) return plain;
    const of = /^.+( \([^()]{1,20}\))$/.exec(plain)?.[1] ?? ""; // the authority, by which two of one name are told apart
    return `${plain.slice(0, Math.max(most - of.length, 8) - 1).trimEnd()}…${of}`;
  };

  const view = (root) => {
    const source = document.getElementById(root.dataset.source);
    const place = root.querySelector(".network-canvas");
    if (!source || !place) return;
    const { nodes, edges, items, themes, kinds, relations, texts, columns } = JSON.parse(source.textContent);
    const panel = root.querySelector(".network-panel");
    const status = root.querySelector(".network-status");
    const large = nodes.length > 1500 || edges.length > 3000;
    const ties = nodes.map(() => []);
    for (const edge of edges) { ties[edge.from].push(edge); ties[edge.to].push(edge); }
    for (const node of nodes) {
      node.name = node.kind === "case" && node.about ? `${node.label} ${node.about}` : node.label;
      node.lines = node.kind === "case" && node.about ? [short(node.label, 24), short(node.about, 26)] : [short(node.label)];
    }

    if (!columns && place.clientWidth < place.clientHeight) for (const node of nodes) [node.x, node.y] = [node.y, node.x];

    // --- what is shown
    const filter = { hidden: new Set(), from: "", to: "", theme: "" };
    const itemOn = new Uint8Array(items.length).fill(1);
    const count = (thing) => thing.items.reduce((sum, item) => sum + itemOn[item], 0);
    const decide = () => {
      items.forEach((item, i) => {
        itemOn[i] = (!filter.from || item.date >= filter.from) && (!filter.to || item.date <= filter.to)
          && (filter.theme === "" || themes[i].includes(Number(filter.theme)));
      });
      for (const node of nodes) {
        node.count = count(node);
        node.shown = node.count > 0 && !filter.hidden.has(node.kind);
      }
      for (const edge of edges) {
        edge.count = count(edge);
        edge.shown = edge.count > 0 && nodes[edge.from].shown && nodes[edge.to].shown;
      }
      for (const node of nodes) node.shown = node.shown && ties[node.id].some((edge) => edge.shown);
    };
    decide();

    // --- the picture
    const palette = {};
    const readPalette = () => {
      const style = getComputedStyle(document.documentElement);
      for (const name of ["ground", "ink", "soft", "accent", "strong-line", "raised", ...Object.keys(SHAPES)])
        palette[name] = style.getPropertyValue(`--${name}`).trim();
      palette.sans = style.getPropertyValue("--sans").trim() || "sans-serif";
    };
    readPalette();
    const density = edges.length <= 80 ? 0.5 : edges.length <= 150 ? 0.4 : edges.length <= 500 ? (columns ? 0.26 : 0.36) : edges.length <= 2000 ? 0.2 : edges.length <= 6000 ? 0.11 : 0.07;
    const largest = Math.max(...nodes.map((node) => node.size));
    const look = (node) => ({
      color: { background: palette[node.kind], border: node.folded || node.marked ? palette.ink : palette.ground },
    });
    const visNodes = new vis.DataSet(nodes.map(({ id, x, y, size, kind }) => ({ id, x, y, size, shape: SHAPES[kind], ...look(nodes[id]) })));
    if (columns) place.style.height = `${Math.max(360, Math.min(1100, 60 + 30 * Math.max(nodes.filter((n) => n.side < 0).length, nodes.filter((n) => n.side > 0).length)))}px`;
    // vis-network has the nodes: thousands of edges of its own would double the time until the picture stands
    const network = new vis.Network(place, { nodes: visNodes, edges: [] }, {
      physics: false,
      layout: { improvedLayout: false, randomSeed: 1 },
      nodes: { borderWidth: nodes.length > 600 ? 0.5 : 1.5, chosen: false, labelHighlightBold: false },
      interaction: { hover: !large, dragNodes: !columns, multiselect: false, keyboard: false, tooltipDelay: 1e6 },
    });
    const frame = place.querySelector(".vis-network");
    const canvas = place.querySelector("canvas");
    frame.tabIndex = -1;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", place.dataset.label);

    let chosen = null; // { node } or { edge }
    let hovered = null;
    const onScreen = (node, scale, middle, width, height) => [(node.x - middle.x) * scale + width / 2, (node.y - middle.y) * scale + height / 2];

    const focus = () => {
      if (chosen && chosen.node) return { edges: ties[chosen.node.id].filter((edge) => edge.shown), first: [chosen.node] };
      if (chosen && chosen.edge) return { edges: [chosen.edge], first: [nodes[chosen.edge.from], nodes[chosen.edge.to]] };
      return null;
    };
    const shape = (ctx, kind, x, y, r) => {
      ctx.beginPath();
      if (kind === "centre") ctx.rect(x - r, y - r, 2 * r, 2 * r);
      else if (kind === "theme") ctx.arc(x, y, r, 0, 2 * Math.PI);
      else if (kind === "body") { ctx.moveTo(x, y - r); ctx.lineTo(x + r, y); ctx.lineTo(x, y + r); ctx.lineTo(x - r, y); }
      else if (kind === "person") { ctx.moveTo(x, y - 1.05 * r); ctx.lineTo(x + 1.15 * r, y + 0.94 * r); ctx.lineTo(x - 1.15 * r, y + 0.94 * r); }
      else for (let i = 0; i < 6; i += 1) ctx[i ? "lineTo" : "moveTo"](x + r * Math.cos(i * Math.PI / 3), y + r * Math.sin(i * Math.PI / 3));
      ctx.closePath();
    };

    // Edges, behind the nodes; of very many several at a stroke.
    const line = (ctx, [ax, ay], [bx, by]) => {
      ctx.moveTo(ax, ay);
      if (columns) ctx.bezierCurveTo((ax + bx) / 2, ay, (ax + bx) / 2, by, bx, by); else ctx.lineTo(bx, by);
    };
    const byWidth = [...edges].sort((a, b) => a.width - b.width);
    const together = edges.length > 3000 ? 25 : 1;
    network.on("beforeDrawing", (ctx) => {
      const scale = network.getScale();
      ctx.save();
      ctx.strokeStyle = palette["strong-line"];
      let width = 0, run = 0;
      for (const edge of byWidth) {
        if (!edge.shown) continue;
        if (run && (edge.width !== width || run >= together)) { ctx.stroke(); run = 0; }
        if (!run) {
          width = edge.width;
          ctx.lineWidth = Math.max(width, 0.7 / scale);
          ctx.globalAlpha = density * Math.min(1, 0.5 + 0.12 * width); // what is weak recedes
          ctx.beginPath();
        }
        line(ctx, [nodes[edge.from].x, nodes[edge.from].y], [nodes[edge.to].x, nodes[edge.to].y]);
        run += 1;
      }
      if (run) ctx.stroke();
      ctx.restore();
    });
    const away = (edge, x, y) => {
      const a = nodes[edge.from], b = nodes[edge.to];
      if (columns) {
        const t = (x - a.x) / (b.x - a.x || 1);
        if (t < 0 || t > 1) return Infinity;
        let low = 0, high = 1; // x runs evenly enough along the curve for a search by halves
        for (let i = 0; i < 20; i += 1) {
          const s = (low + high) / 2, u = 1.5 * (1 - s) * s + s * s * s;
          if (u < t) low = s; else high = s;
        }
        return Math.abs(a.y + (b.y - a.y) * (3 * (1 - low) * low * low + low ** 3) - y);
      }
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
    };
    const edgeAt = ({ x, y }) => {
      const at = network.DOMtoCanvas({ x, y });
      const among = chosen ? focus().edges : edges;
      let best = null, least = 6 / network.getScale();
      for (const edge of among) {
        const far = edge.shown ? away(edge, at.x, at.y) - edge.width / 2 : Infinity;
        if (far < least) { best = edge; least = far; }
      }
      return best;
    };

    // What is chosen stands out: a veil over all else, and the chosen with its neighbours drawn again above it.
    const highlight = (ctx, ratio, at) => {
      const { edges: lit, first } = focus();
      ctx.globalAlpha = 0.84;
      ctx.fillStyle = palette.ground;
      ctx.fillRect(0, 0, canvas.width, canvas.height);
      ctx.globalAlpha = lit.length > 200 ? 0.25 : lit.length > 50 ? 0.45 : 0.75;
      ctx.strokeStyle = palette.accent;
      for (const edge of lit) {
        ctx.lineWidth = Math.max(1, edge.width * network.getScale());
        ctx.beginPath();
        line(ctx, at(nodes[edge.from]), at(nodes[edge.to]));
        ctx.stroke();
      }
      ctx.globalAlpha = 1;
      const around = new Set(lit.flatMap((edge) => [nodes[edge.from], nodes[edge.to]]));
      for (const node of [...[...around].filter((each) => !first.includes(each)), ...first]) {
        const [x, y] = at(node);
        shape(ctx, node.kind, x, y, Math.max(3, node.size * network.getScale()));
        ctx.fillStyle = palette[node.kind];
        ctx.fill();
        ctx.lineWidth = first.includes(node) ? 2.5 : 1;
        ctx.strokeStyle = first.includes(node) ? palette.ink : palette.ground;
        ctx.stroke();
      }
      return { around, first };
    };

    // Names, greedily: each gets the first place beside its node where it covers no other name and no heavier node.
    const widths = new Map();
    const widthOf = (ctx, text) => {
      const key = `${ctx.font}|${text}`;
      if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
      return widths.get(key);
    };
    const fitted = (ctx, text, room) => {
      let cut = text;
      while (cut.length > 3 && widthOf(ctx, cut) > room) cut = `${cut.slice(0, -2).trimEnd()}…`;
      return cut;
    };
    const CELL = 48;
    const taken = () => {
      const grid = new Map();
      const cells = ([left, top, right, bottom], visit) => {
        for (let i = Math.floor(left / CELL); i <= Math.floor(right / CELL); i += 1)
          for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j += 1)
            if (visit(`${i},${j}`)) return true;
        return false;
      };
      return {
        add: (box) => { cells(box, (key) => { if (!grid.has(key)) grid.set(key, []); grid.get(key).push(box); return false; }); },
        free: (box) => !cells(box, (key) => (grid.get(key) || []).some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])),
      };
    };
    const beside = (x, y, r, gap, w, h) => {
      const [left, middle, right] = [x - gap - w, x - w / 2, x + gap];
      const [above, level, below] = [y - r - h - 3, y - h / 2, y + r + 3];
      return [[middle, below], [right, level], [left, level], [middle, above], [right, y], [left, y], [right, y - h], [left, y - h]];
    };
    const write = (ctx, lines, [left, top], align, w) => {
      let y = top;
      for (const { text, font, height, colour } of lines) {
        ctx.font = font;
        const x = align < 0 ? left + w - widthOf(ctx, text) : align > 0 ? left : left + (w - widthOf(ctx, text)) / 2;
        ctx.lineWidth = 4;
        ctx.strokeStyle = palette.ground;
        ctx.strokeText(text, x, y + height / 2);
        ctx.fillStyle = colour;
        ctx.fillText(text, x, y + height / 2);
        y += height;
      }
    };
    const linesOf = (ctx, node, must, room) => {
      const heavy = must || node.size > 0.72 * largest;
      const texts = must ? [short(node.label, 60), ...(node.lines.length > 1 ? [short(node.about, 60)] : [])] : node.lines;
      return texts.map((whole, i) => {
        const size = i ? 11.5 : heavy ? 13.5 : 12.5;
        ctx.font = `${heavy && !i ? 600 : 400} ${size}px ${palette.sans}`;
        const text = fitted(ctx, whole, room);
        return { text, font: ctx.font, height: size * 1.25, width: widthOf(ctx, text), colour: i ? palette.soft : palette.ink };
      });
    };
    const labels = (ctx, order, forced, at, width, height) => {
      const scale = network.getScale();
      const names = taken(), discs = taken();
      const sparse = order.length <= 400;
      const most = Math.max(24, Math.round((width * height) / (sparse ? 5200 : 8000)));
      const least = sparse ? 0 : 3.4; // pixels: beyond two dozen names, what is smaller gets its own when one comes nearer
      const radius = (node) => Math.max(2, node.size * scale);
      const disc = (node, [x, y], r) => discs.add([x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8]);
      if (sparse) for (const node of order) disc(node, at(node), radius(node));
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      const written = [];
      let tried = 0;
      for (const node of order) {
        const [x, y] = at(node);
        const must = forced.has(node);
        if (x < -50 || y < -20 || x > width + 50 || y > height + 20) continue;
        if (!must && (written.length >= most || tried > 900 || (node.size * scale < least && written.length >= 24))) break;
        tried += 1;
        const r = radius(node), gap = r + 6;
        const room = node.side < 0 ? x - gap - 4 : node.side > 0 ? width - x - gap - 4 : width - 12;
        const lines = linesOf(ctx, node, must, Math.max(40, room));
        const w = Math.max(...lines.map((each) => each.width)), h = lines.reduce((sum, each) => sum + each.height, 0);
        const spots = node.side ? [[node.side < 0 ? x - gap - w : x + gap, y - h / 2]] : beside(x, y, r, gap, w, h);
        const boxes = spots.map(([left, top]) => [left, top, left + w, top + h]);
        const whole = (box) => box[0] >= 2 && box[2] <= width - 2 && box[1] >= 2 && box[3] <= height - 2;
        let box = boxes.find((each) => whole(each) && names.free(each) && discs.free(each));
        if (!box && (must || (sparse && node.size > 0.6 * largest))) box = boxes.find((each) => whole(each) && names.free(each));
        if (!box && must && forced.size <= 3) {
          const left = Math.min(Math.max(boxes[0][0], 4), Math.max(4, width - w - 4));
          const top = Math.min(Math.max(boxes[0][1], 4), height - h - 4);
          box = [left, top, left + w, top + h];
        }
        if (!sparse) disc(node, [x, y], r);
        if (!box) continue;
        names.add([box[0] - 4, box[1] - 1, box[2] + 4, box[3] + 1]);
        written.push(box.map(Math.round));
        write(ctx, lines, box, node.side || (box[0] >= x ? 1 : box[2] <= x ? -1 : 0), w);
      }
      root.dataset.boxes = JSON.stringify(written); // where names stand, for whoever checks that none covers another
    };

    const byWeight = nodes.map((node) => node.id).sort((a, b) => nodes[b].size - nodes[a].size || a - b).map((id) => nodes[id]);
    let ready = false, placed = false;
    network.on("afterDrawing", (ctx) => {
      const ratio = canvas.width / (canvas.clientWidth || 1);
      const width = canvas.clientWidth, height = canvas.clientHeight;
      const scale = network.getScale(), middle = network.getViewPosition();
      const at = (node) => onScreen(node, scale, middle, width, height);
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      const lit = chosen ? highlight(ctx, ratio, at) : null;
      const forced = new Set([...(lit ? lit.first : []), ...(hovered ? [hovered] : [])]);
      const among = lit ? byWeight.filter((node) => lit.around.has(node)) : byWeight.filter((node) => node.shown);
      labels(ctx, [...forced, ...among.filter((node) => !forced.has(node))], forced, at, width, height);
      ctx.restore();
      if (!ready && placed) {
        ready = true;
        requestAnimationFrame(() => requestAnimationFrame(() => { root.dataset.ready = "yes"; performance.mark("network-ready"); }));
      }
    });

    // --- the whole in view
    let touched = false;
    const fit = () => {
      const shown = nodes.filter((node) => node.shown);
      if (!shown.length) return;
      const width = place.clientWidth, height = place.clientHeight;
      if (columns) {
        const ctx = canvas.getContext("2d");
        ctx.font = `600 13.5px ${palette.sans}`;
        const wide = (side) => Math.min(width * 0.36, Math.max(0, ...nodes.filter((node) => node.side === side).map((node) => widthOf(ctx, node.lines[0]) + 40)));
        const [left, right] = [wide(-1), wide(1)];
        const tall = Math.max(...nodes.map((node) => node.y)) - Math.min(...nodes.map((node) => node.y)) + 60;
        const scale = Math.min(1.15, height / tall);
        const apart = Math.max(60, width - left - right) / scale;
        for (const node of nodes) node.x = (node.side * apart) / 2;
        visNodes.update(nodes.map(({ id, x }) => ({ id, x })));
        network.moveTo({ position: { x: (right - left) / 2 / scale, y: 0 }, scale, animation: false });
        return;
      }
      const reach = (axis, sign) => Math.max(...shown.map((node) => sign * node[axis] + node.size));
      const [l, r, t, b] = [-reach("x", -1), reach("x", 1), -reach("y", -1), reach("y", 1)];
      const scale = Math.min(1.4, (width - Math.min(120, width * 0.2)) / (r - l), (height - 56) / (b - t));
      network.moveTo({ position: { x: (l + r) / 2, y: (t + b) / 2 }, scale, animation: false });
    };
    const zoom = (by) => { touched = true; network.moveTo({ scale: network.getScale() * by, animation: false }); };

    // --- the panel
    const kindMark = (node) => element("span", { class: `kind kind-${node.kind}`, "aria-hidden": "true" });
    const counted = (number) => (number === 1 ? texts["one-item"] : fill(texts.items, { count: number }));
    const nodeButton = (node, number, said) => {
      const button = element("button", { type: "button" }, kindMark(node), element("bdi", {}, node.name.slice(0, 300)),
        number === null ? null : element("span", { class: "count" }, said || counted(number)));
      button.addEventListener("click", () => choose({ node }, true));
      return element("li", {}, button);
    };
    const longList = (all, make, start, list) => {
      const box = element("div", {});
      const show = (from, most) => {
        list.append(...all.slice(from, from + most).map(make));
        box.replaceChildren(list);
        const left = all.length - from - most;
        if (left > 0) {
          const more = element("button", { type: "button" }, fill(texts.more, { count: left }));
          more.addEventListener("click", () => {
            const next = list.children.length;
            show(from + most, 100);
            const target = list.children[next] && list.children[next].querySelector("button, a");
            if (target) target.focus();
          });
          box.append(more);
        }
      };
      show(0, start);
      return box;
    };
    const behind = (thing) => {
      const those = thing.items.filter((item) => itemOn[item]).map((item) => items[item]).reverse();
      const list = itemList(those.slice(0, ITEMS_AT_ONCE), texts);
      const box = element("div", {}, element("h3", {}, `${texts["all-items"]} (${those.length})`), list);
      const addMore = () => {
        const left = those.length - list.children.length;
        if (left <= 0) return;
        const more = element("button", { type: "button" }, fill(texts.more, { count: left }));
        more.addEventListener("click", () => {
          const next = list.children.length;
          more.remove();
          list.append(...itemList(those.slice(next, next + 50), texts).children);
          addMore();
          list.children[next].tabIndex = -1;
          list.children[next].focus();
        });
        box.append(more);
      };
      addMore();
      return box;
    };
    const heading = (...parts) => element("h2", { tabindex: "-1" }, ...parts);
    const back = () => {
      const button = element("button", { type: "button", class: "quiet" }, texts.back);
      button.addEventListener("click", () => choose(null, true));
      return button;
    };
    const overview = () => {
      const shown = nodes.filter((node) => node.shown);
      return [
        heading(texts.weightiest),
        element("p", { class: "soft small" }, shown.length ? texts.hint : texts.nothing),
        longList(shown, (node) => nodeButton(node, node.count), 15, element("ul", { class: "network-list" })),
      ];
    };
    const ofNode = (node) => {
      const near = ties[node.id].filter((edge) => edge.shown).sort((a, b) => b.count - a.count);
      const title = element("bdi", {}, node.label);
      return [
        heading(kindMark(node), node.href ? element("a", { href: node.href }, title) : title),
        element("p", { class: "soft" }, [kinds[node.kind], node.marked && texts.collecting, counted(node.count)].filter(Boolean).join(" · ")),
        node.about ? element("p", {}, element("bdi", {}, node.about)) : null,
        node.folded ? element("p", {}, fill(texts.folded, { count: node.folded })) : null,
        node.shown ? null : element("p", {}, texts.hidden),
        back(),
        near.length ? element("h3", {}, fill(texts.neighbours, { count: near.length })) : null,
        longList(near, (edge) => {
          const other = nodes[edge.from === node.id ? edge.to : edge.from];
          const row = nodeButton(other, null);
          const tie = element("button", { type: "button", class: "tie" }, counted(edge.count));
          tie.setAttribute("aria-label", `${relationsOf(edge)}: ${counted(edge.count)}`);
          tie.addEventListener("click", () => choose({ edge }, true));
          row.append(tie);
          return row;
        }, 12, element("ul", { class: "network-list" })),
        behind(node),
      ];
    };
    const relationsOf = (edge) => edge.relations.map((each) => relations[each]).join(", ");
    const ofEdge = (edge) => [
      heading(element("bdi", {}, nodes[edge.from].label), " – ", element("bdi", {}, nodes[edge.to].label)),
      element("p", { class: "soft" }, `${relationsOf(edge)} · ${counted(edge.count)}`),
      back(),
      element("ul", { class: "network-list" }, nodeButton(nodes[edge.from], nodes[edge.from].count), nodeButton(nodes[edge.to], nodes[edge.to].count)),
      behind(edge),
    ];
    const choose = (thing, move) => {
      chosen = thing;
      panel.replaceChildren(...(thing ? (thing.node ? ofNode(thing.node) : ofEdge(thing.edge)) : overview()).filter(Boolean));
      panel.scrollTop = 0;
      root.dataset.chosen = thing ? (thing.node ? `node ${thing.node.id}` : `edge ${thing.edge.id}`) : "";
      if (ready) network.redraw();
      if (move) panel.firstElementChild.focus({ preventScroll: true });
      if (move) panel.scrollIntoView({ block: "nearest" });
    };

    // --- filters
    const say = () => { status.textContent = fill(texts.shown, { nodes: nodes.filter((node) => node.shown).length, edges: edges.filter((edge) => edge.shown).length }); };
    const reset = root.querySelector("[data-do=reset]");
    const refilter = () => {
      const before = nodes.map((node) => node.shown);
      decide();
      visNodes.update(nodes.filter((node) => node.shown !== before[node.id]).map(({ id, shown }) => ({ id, hidden: !shown })));
      reset.disabled = !(filter.hidden.size || filter.from || filter.to || filter.theme !== "");
      choose(chosen, false);
      say();
    };
    root.querySelectorAll("[data-filter]").forEach((input) => input.addEventListener("change", () => { filter[input.dataset.filter] = input.value; refilter(); }));
    root.querySelectorAll("button[data-kind]").forEach((button) => button.addEventListener("click", () => {
      const kind = button.dataset.kind;
      if (!filter.hidden.delete(kind)) filter.hidden.add(kind);
      button.setAttribute("aria-pressed", String(!filter.hidden.has(kind)));
      refilter();
    }));
    reset.addEventListener("click", () => {
      filter.hidden.clear();
      root.querySelectorAll("[data-filter]").forEach((input) => { input.value = ""; filter[input.dataset.filter] = ""; });
      root.querySelectorAll("button[data-kind]").forEach((button) => button.setAttribute("aria-pressed", "true"));
      refilter();
      fit();
    });

    // --- search
    const search = root.querySelector(".network-search input");
    const found = root.querySelector(".network-found");
    const close = () => { found.hidden = true; found.replaceChildren(); };
    const lower = nodes.map((node) => node.name.toLocaleLowerCase());
    search.addEventListener("input", () => {
      const words = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      if (!words.length) { close(); say(); return; }
      const hits = nodes.filter((node) => words.every((word) => lower[node.id].includes(word)));
      found.replaceChildren(...hits.slice(0, FOUND).map((node) => {
        const row = nodeButton(node, node.count);
        row.firstElementChild.addEventListener("click", () => { close(); search.value = ""; });
        return row;
      }));
      found.hidden = !hits.length;
      status.textContent = hits.length ? fill(texts.found, { count: hits.length }) : texts["none-found"];
    });
    search.addEventListener("keydown", (event) => {
      const first = found.querySelector("button");
      if (event.key === "Enter" && first) { event.preventDefault(); first.click(); }
      if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
      if (event.key === "Escape") { search.value = ""; close(); }
    });
    found.addEventListener("keydown", (event) => {
      const buttons = [...found.querySelectorAll("button")];
      const now = buttons.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) { event.preventDefault(); (buttons[now + step] || search).focus(); }
      if (event.key === "Escape") { close(); search.focus(); }
    });
    root.addEventListener("focusin", (event) => { if (!event.target.closest(".network-search")) close(); });
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape" && chosen) choose(null, true); });

    // --- pointer
    network.on("click", ({ nodes: [node], pointer }) => {
      const edge = node === undefined ? edgeAt(pointer.DOM) : null;
      choose(node !== undefined ? { node: nodes[node] } : edge && { edge }, false);
    });
    network.on("hoverNode", ({ node }) => { hovered = nodes[node]; frame.style.cursor = "pointer"; });
    network.on("blurNode", () => { hovered = null; frame.style.cursor = ""; });
    if (!large) place.addEventListener("pointermove", (event) => {
      if (hovered || event.buttons) return;
      const box = place.getBoundingClientRect();
      frame.style.cursor = edgeAt({ x: event.clientX - box.left, y: event.clientY - box.top }) ? "pointer" : "";
    });
    network.on("dragging", ({ nodes: moved }) => { touched = true; for (const id of moved) Object.assign(nodes[id], network.getPosition(id)); });
    network.on("doubleClick", () => zoom(1.6));
    // the wheel scrolls the page, unless one holds Ctrl or has clicked into the picture
    let inside = false;
    place.addEventListener("pointerdown", () => { inside = true; });
    place.addEventListener("pointerleave", () => { inside = false; });
    place.addEventListener("wheel", (event) => { if (inside || event.ctrlKey || event.metaKey) touched = true; else event.stopPropagation(); }, { capture: true });
    root.querySelector(".network-tools").addEventListener("click", ({ target }) => {
      const what = target.dataset.do;
      if (what === "fit") { touched = false; fit(); } else if (what) zoom(what === "in" ? 1.4 : 1 / 1.4);
    });
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("button[data-node], button[data-edge]");
      if (!button) return;
      choose(button.dataset.node === undefined ? { edge: edges[Number(button.dataset.edge)] } : { node: nodes[Number(button.dataset.node)] }, true);
      root.querySelector(".network-body").scrollIntoView({ block: "nearest" });
    });

    // --- tables too long to stand in the page from the beginning: filled when they are opened
    const cellOf = (node) => {
      const button = element("button", { type: "button", class: "link", "data-node": String(node.id) }, kindMark(node), element("bdi", {}, node.label.slice(0, 200)));
      return element("td", {}, button);
    };
    const rowOf = {
      edges: (edge) => element("tr", {}, cellOf(nodes[edge.from]), element("td", {}, relationsOf(edge)), cellOf(nodes[edge.to]),
        element("td", { class: "figure", "data-sort": String(edge.items.length) }, element("button", { type: "button", class: "link", "data-edge": String(edge.id), "aria-label": counted(edge.items.length) }, String(edge.items.length))),
        element("td", { class: "date" }, items[edge.items[0]].date), element("td", { class: "date" }, items[edge.items.at(-1)].date)),
      nodes: (node) => element("tr", {}, cellOf(node), element("td", {}, kinds[node.kind] + (node.marked ? ` (${texts.collecting})` : "")),
        root.querySelector("[data-about]") ? element("td", {}, element("bdi", {}, node.about || "")) : null,
        element("td", { class: "figure" }, String(node.items.length)), element("td", { class: "figure" }, String(ties[node.id].length))),
    };
    for (const [name, all] of [["edges", edges], ["nodes", nodes]]) {
      const table = root.querySelector(`table[data-fill=${name}]`);
      if (table) table.closest("details").addEventListener("toggle", () => { if (!table.tBodies[0].rows.length) table.tBodies[0].append(...all.map(rowOf[name])); });
    }

    // --- colours, size, paper
    const recolour = () => {
      readPalette();
      visNodes.update(nodes.map((node) => ({ id: node.id, ...look(node) })));
      network.redraw();
    };
    document.addEventListener("sagsgraf-theme", recolour);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
    let asked = 0, wide = place.clientWidth;
    new ResizeObserver(() => {
      if (place.clientWidth === wide) return;
      wide = place.clientWidth;
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        network.setSize("100%", "100%");
        if (!touched) fit();
        network.redraw();
      });
    }).observe(place);
    let kept;
    window.addEventListener("beforeprint", () => { kept = document.documentElement.dataset.theme; document.documentElement.dataset.theme = "light"; recolour(); });
    window.addEventListener("afterprint", () => { if (kept) document.documentElement.dataset.theme = kept; else delete document.documentElement.dataset.theme; recolour(); });

    placed = true;
    fit();
    choose(null, false);
    say();
    root.querySelectorAll(".network-controls, .network-tools").forEach((each) => { each.hidden = false; });
  };

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".network").forEach(view));
})();
