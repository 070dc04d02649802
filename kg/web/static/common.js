// What every page does: dark mode, tables that sort and filter, and the list of items behind a thing.
"use strict";
const sagsgraf = (() => {
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === false || value === null || value === undefined) continue;
      if (key === "class") made.className = value; else made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };

  const data = () => {
    const found = document.getElementById("page-data");
    return found ? JSON.parse(found.textContent) : null;
  };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  // A sort by what people read: numbers in numbers count (Bilag 2 before Bilag 10), empty cells come last.
  const collator = new Intl.Collator(document.documentElement.lang || "da", { numeric: true });
  const valueOf = (row, place) => {
    const cell = row.cells[place];
    return cell ? (cell.dataset.sort ?? cell.textContent.trim()) : "";
  };
  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      if (head.dataset.sort === "no" || head.querySelector("button")) return;
      const button = element("button", { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const body = table.tBodies[0];
        const rows = [...body.rows].map((row, order) => [valueOf(row, place), order, row]);
        rows.sort(([a, i], [b, j]) => (a === "") - (b === "") || (down ? -1 : 1) * collator.compare(a, b) || i - j);
        body.append(...rows.map(([, , row]) => row));
      });
    });
  };
  const filterable = (input) => {
    const table = document.getElementById(input.getAttribute("aria-controls"));
    const shown = document.getElementById(input.dataset.count || "");
    input.addEventListener("input", () => {
      const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLocaleLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        count += !row.hidden;
      }
      if (shown) shown.textContent = String(count);
    });
  };

  // The items behind a thing: `items` as kg.pictures.items makes them; `texts` are the page's texts.
  const itemList = (items, texts) => {
    const list = element("ol", { class: "items" });
    for (const item of items) {
      const title = element("bdi", {}, item.title || "–");
      const where = [item.date, item.body, item.number && `${texts.item} ${item.number}`, item.case].filter(Boolean);
      list.append(element("li", {},
        element("div", { class: "head" }, where.join(" · ")),
        element("div", { class: "title" }, item.href ? element("a", { href: item.href }, title) : title),
        item.outcomes && item.outcomes.length ? element("div", {}, ...item.outcomes.map((each) => element("span", { class: "tag" }, each))) : null,
        item.words ? element("blockquote", { class: "words", dir: "auto" }, item.words) : null,
        item.source ? element("div", { class: "source" }, item.source_href ? element("a", { href: item.source_href }, item.source) : item.source) : null,
      ));
    }
    return list;
  };

  const themes = () => {
    const button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    const root = document.documentElement;
    const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    try { const kept = localStorage.getItem("sagsgraf-theme"); if (kept) root.dataset.theme = kept; } catch { /* a file may have no storage */ }
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("sagsgraf-theme", root.dataset.theme); } catch { /* as above */ }
      document.dispatchEvent(new CustomEvent("sagsgraf-theme"));
    });
  };

  const begin = () => {
    themes();
    document.querySelectorAll("table.sortable").forEach(sortable);
    document.querySelectorAll("input[data-filter-table]").forEach(filterable);
  };
  document.addEventListener("DOMContentLoaded", begin);
  return { element, data, fill, itemList, sortable };
})();
