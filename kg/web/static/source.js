// The source page: shows exactly the words of an address (#char=3,9), and what stands on them.
// Offsets are code points; a string of JavaScript counts UTF-16 units, where what lies outside the BMP counts twice.
"use strict";
(() => {
  const { element, data, fill } = sagsgraf;
  const minutes = document.querySelector(".minutes");
  const panel = document.querySelector(".panel");
  if (!minutes || !panel) return;
  const texts = data();
  const body = panel.querySelector(".panel-body");
  const lines = [...minutes.querySelectorAll(".l")];
  const starts = lines.map((line) => Number(line.dataset.o));
  let shown = null;
  let asking = null;

  const points = (text) => { let count = 0; for (const _ of text) count += 1; return count; };
  const units = (text, wanted) => {
    let place = 0;
    for (let count = 0; count < wanted && place < text.length; count += 1) place += text.codePointAt(place) > 0xffff ? 2 : 1;
    return place;
  };
  const lineOf = (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle; else high = middle - 1;
    }
    return low;
  };

  const clear = () => {
    for (const spot of [...minutes.querySelectorAll("mark.spot")]) {
      const parent = spot.parentNode;
      spot.replaceWith(...spot.childNodes);
      parent.normalize();
    }
  };
  // Wraps the words of a range in <mark>, text node by text node, so that the marks that are there stay as they are.
  const mark = (start, end) => {
    const made = [];
    for (let place = lineOf(start); place < lines.length && (starts[place] < end || !place); place += 1) {
      let at = starts[place];
      const walker = document.createTreeWalker(lines[place].querySelector(".t"), NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      for (const node of nodes) {
        const length = points(node.data);
        const [from, to] = [Math.max(start, at) - at, Math.min(end, at + length) - at];
        if (from < to) {
          const middle = node.splitText(units(node.data, from));
          middle.splitText(units(middle.data, to - from));
          const spot = element("mark", { class: "spot" });
          middle.replaceWith(spot);
          spot.append(middle);
          made.push(spot);
        }
        at += length;
      }
    }
    return made;
  };

  const kindOf = (fact) => element("span", { class: `k-${fact.kind}` }, element("span", { class: "sign" }));
  const told = (fact, place, facts) => {
    const again = place && facts[place - 1].href === fact.href;
    const name = element("bdi", {}, fact.name || fact.kind_label);
    const claim = fact.predicate && element("p", { class: "claim" },
      element("a", { href: fact.subject_href }, element("bdi", {}, fact.subject)), ` – ${fact.predicate}: `,
      fact.object_href ? element("a", { href: fact.object_href }, element("bdi", {}, fact.object)) : element("bdi", {}, fact.object || "–"));
    const how = element("p", { class: "how" }, `${texts.rule} `);
    (fact.rules || []).forEach((rule, place) => how.append(place ? ", " : "", element("code", {}, rule)));
    if (fact.confidence !== undefined && fact.confidence !== null) how.append(` · ${texts.score} ${fact.confidence.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`);
    const because = (fact.reasons || []).map((reason) => element("p", { class: "claim" }, `${texts.because} ${reason}`));
    return element("li", { class: again ? "again" : "" },
      again ? null : element("div", { class: "what" }, kindOf(fact), element("span", {}, `${fact.kind_label}: `), element("a", { href: fact.href }, name)),
      claim, ...because, how);
  };
  const list = (facts) => {
    const most = 12;
    const found = element("ul", {}, ...facts.slice(0, most).map(told));
    if (facts.length > most) found.append(element("li", { class: "soft" }, fill(texts.more, { count: facts.length - most })));
    return found;
  };
  const brief = (text) => {
    const line = text.replace(/\s+/g, " ");
    return line.length > 80 ? `${line.slice(0, 80)} …` : line;
  };
  const tell = (start, end, spans) => {
    const words = [...minutes.querySelectorAll("mark.spot")];
    const quoted = words.map((each, place) => (place && words[place - 1].closest(".l") !== each.closest(".l") ? "\n" : "") + each.textContent).join("");
    const line = lines[lineOf(start)].id.slice(1);
    const exact = spans.filter((span) => span.start === start && span.end === end).flatMap((span) => span.facts);
    const near = spans.filter((span) => span.start !== start || span.end !== end);
    body.replaceChildren(
      element("blockquote", { class: "words", dir: "auto" }, quoted.length > 600 ? `${quoted.slice(0, 600)} …` : quoted),
      element("p", { class: "how" }, element("a", { href: `#L${line}` }, fill(texts.line, { line })), " · ",
        element("a", { href: `#char=${start},${end}` }, texts.here)));
    body.append(exact.length ? list(exact) : element("p", {}, texts.nothing));
    if (near.length) {
      body.append(element("h3", {}, texts.near));
      body.append(element("ul", {}, ...near.slice(0, 20).map((span) => element("li", {},
        element("a", { href: `#char=${span.start},${span.end}` },
          element("span", { class: `k-${span.kind}` }, element("span", { class: "sign" })),
          `${span.facts[0].kind_label}: `, element("bdi", {}, brief(span.exact)))))));
    }
    panel.scrollTop = 0;
  };

  const empty = [...body.childNodes];
  const close = () => {
    panel.hidden = true;
    shown = null;
    body.replaceChildren(...empty);
    clear();
    history.replaceState(null, "", location.pathname + location.search);
  };
  const show = async (start, end) => {
    clear();
    shown = `${start},${end}`;
    const made = mark(start, end);
    const first = made[0] || lines[lineOf(start)];
    panel.hidden = false;
    const scroll = () => first.scrollIntoView({ block: getComputedStyle(panel).position === "fixed" ? "start" : "center" });
    scroll();
    requestAnimationFrame(scroll); // what lay undrawn between has its height now
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${minutes.dataset.facts}&start=${start}&end=${end}`, { signal: asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      tell(start, end, (await answer.json()).spans);
    } catch (error) {
      if (error.name !== "AbortError") body.replaceChildren(element("p", {}, texts.failed));
    }
  };
  // The number of the part of a long document that an offset (place 0) or a line (place 1) is in.
  const partOf = (value, place) => Math.max(1, texts.parts.filter((each) => each[place] <= value).length);
  const leads = (part) => {
    if (part === texts.part) return false;
    const query = new URLSearchParams(location.search);
    query.set("part", part);
    location.replace(`${location.pathname}?${query}${location.hash}`);
    return true;
  };
  const follow = () => {
    const hash = location.hash.replace(/%2C/gi, ",").replace(/%3D/gi, "=");
    const found = /^#(?:char|mention)=(\d{1,9}),(\d{1,9})(?:,\d+)?$/.exec(hash);
    const line = /^#L(\d{1,9})$/.exec(hash);
    if (found && leads(partOf(Number(found[1]), 0))) return;
    if (line && leads(partOf(Number(line[1]), 1))) return;
    if (found) show(Number(found[1]), Number(found[2]));
    else if (shown) { const hash = location.hash; close(); history.replaceState(null, "", hash || location.pathname + location.search); }
  };

  // The first click on a mark shows what stands there, the second follows the link; so does one with a key held down.
  minutes.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-at]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || shown === link.dataset.at) return;
    event.preventDefault();
    const address = `#char=${link.dataset.at}`;
    if (location.hash === address) follow(); else location.hash = address;
  });
  panel.querySelector("[data-close]").addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && shown) close(); });
  addEventListener("hashchange", follow);
  follow();
  document.documentElement.dataset.source = "ready";
})();
