// The matrix: years recolour it, an order sorts it, a cell or a head lists its items; arrow keys go from cell to cell.
"use strict";
(() => {
  const LEVELS = 6; // as in matrix.py
  const begin = (root) => {
    const source = document.getElementById(root.dataset.source);
    const table = root.querySelector(".matrix-table");
    if (!source || !table) return;
    const data = JSON.parse(source.textContent);
    const panel = root.querySelector(".matrix-panel");
    const [heading, count, inside] = [panel.querySelector("h2"), panel.querySelector("p"), panel.querySelector("div")];
    const rows = [...table.tBodies[0].rows];
    const collator = new Intl.Collator("da", { numeric: true }); // the names are Danish, whatever the page's language
    let year = 0;
    let order = "name";
    let chosen = null;

    const items = () => data.items.filter((item) => !year || item.year === year);
    const counted = (found) => (found === 1 ? data.texts["one-item"] : sagsgraf.fill(data.texts.items, { count: found }));
    const level = (found, steps) => {
      if (!found) return 0;
      const place = steps.findIndex((step) => found <= step) + 1;
      return steps.length > 1 ? LEVELS - steps.length + place : 3;
    };
    const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
    const totals = () => {
      const [cells, ofRows, ofColumns] = [new Map(), new Map(), new Map()];
      for (const item of items()) {
        item.rows.forEach((row) => { add(ofRows, row); item.columns.forEach((column) => add(cells, `${row} ${column}`)); });
        item.columns.forEach((column) => add(ofColumns, column));
      }
      return { cells, ofRows, ofColumns };
    };
    const cellsOf = (row) => [...row.cells].filter((cell) => cell.dataset.column !== undefined);

    const paint = () => {
      const steps = year ? data.steps.yearly : data.steps.every;
      const { cells, ofRows, ofColumns } = totals();
      for (const row of rows) {
        const place = Number(row.dataset.row);
        for (const cell of cellsOf(row)) {
          const found = cells.get(`${place} ${cell.dataset.column}`) || 0;
          const button = cell.querySelector("button");
          cell.className = found ? `l${level(found, steps)}` : "";
          if (!button) continue;
          button.hidden = !found;
          button.textContent = String(found);
          button.setAttribute("aria-label", sagsgraf.fill(data.texts.cell, { unit: data.rows[place], theme: data.columns[cell.dataset.column], items: counted(found) }));
        }
        row.querySelector(".total").textContent = String(ofRows.get(place) || 0);
        row.hidden = !ofRows.get(place);
      }
      for (const cell of cellsOf(table.tFoot.rows[0])) cell.textContent = String(ofColumns.get(Number(cell.dataset.column)) || 0);
      const foot = table.tFoot.rows[0];
      foot.cells[foot.cells.length - 1].textContent = String(items().length);
      root.querySelector(".matrix-legend .year").textContent = year ? String(year) : "";
      root.querySelector(".matrix-legend .ranges").replaceChildren(
        ...(year ? data.ranges.yearly : data.ranges.every).map(([which, text]) => sagsgraf.element("span", { class: `l${which}` }, text)));
      arrange(ofRows, ofColumns);
      reach();
    };

    const arrange = (ofRows, ofColumns) => {
      const sorted = (labels, sums) => labels.map((label, place) => [label, place]).sort(([a, i], [b, j]) =>
        (order === "total" ? (sums.get(j) || 0) - (sums.get(i) || 0) : 0) || collator.compare(a, b) || i - j).map(([, place]) => place);
      const byPlace = new Map(rows.map((row) => [Number(row.dataset.row), row]));
      table.tBodies[0].append(...sorted(data.rows, ofRows).map((place) => byPlace.get(place)));
      const columns = sorted(data.columns, ofColumns);
      for (const row of table.rows) {
        const byColumn = new Map(cellsOf(row).map((cell) => [Number(cell.dataset.column), cell]));
        const last = row.cells[row.cells.length - 1];
        columns.forEach((place) => row.insertBefore(byColumn.get(place), last));
      }
    };

    // One stop for the Tab key; from there the arrow keys go on, over whatever is empty.
    const buttons = () => [...table.querySelectorAll("button")].filter((each) => !each.hidden && !each.closest("tr").hidden);
    const reach = (wanted) => {
      const every = buttons();
      const stop = wanted || every.find((each) => each.getAttribute("tabindex") === "0") || every[0];
      every.forEach((each) => each.setAttribute("tabindex", each === stop ? "0" : "-1"));
    };
    const beside = (button, key) => {
      const cell = button.closest("td, th");
      const [across, ahead] = [key === "ArrowLeft" || key === "ArrowRight", key === "ArrowRight" || key === "ArrowDown" ? 1 : -1];
      const shown = [...table.rows].filter((row) => !row.hidden);
      let [row, column] = [shown.indexOf(cell.parentElement), cell.cellIndex];
      while (true) {
        if (across) column += ahead; else row += ahead;
        const next = shown[row]?.cells[column];
        if (!next) return null;
        const found = next.querySelector("button:not([hidden])");
        if (found) return found;
      }
    };

    const choose = (button) => {
      const cell = button.closest("td, th");
      const row = cell.closest("tr").dataset.row;
      const column = cell.dataset.column;
      const found = items().filter((item) =>
        (row === undefined || item.rows.includes(Number(row))) && (column === undefined || item.columns.includes(Number(column))));
      chosen?.removeAttribute("aria-pressed");
      chosen = button;
      button.setAttribute("aria-pressed", "true");
      heading.textContent = [row !== undefined && data.rows[row], column !== undefined && data.columns[column]].filter(Boolean).join(" – ");
      count.textContent = `${counted(found.length)} · ${year || data.texts["all-years"]}`;
      inside.replaceChildren(sagsgraf.itemList(found.map((item) => item.shown), data.texts));
      panel.hidden = false;
      panel.scrollTop = 0;
      heading.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "nearest" });
    };
    const close = (back) => {
      panel.hidden = true;
      chosen?.removeAttribute("aria-pressed");
      if (back) chosen?.focus();
      chosen = null;
    };

    table.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) { reach(button); choose(button); }
    });
    table.addEventListener("keydown", (event) => {
      const next = event.key.startsWith("Arrow") && event.target.closest("button") ? beside(event.target.closest("button"), event.key) : null;
      if (!next) return;
      event.preventDefault();
      reach(next);
      next.focus();
    });
    panel.querySelector("[data-close]").addEventListener("click", () => close(true));
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") close(true); });

    const controls = root.querySelector(".matrix-controls");
    const press = (name, button, value) => {
      controls.querySelectorAll(`[data-${name}]`).forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
      if (name === "year") year = Number(value); else order = value;
      close(false);
      paint();
    };
    controls.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.year) press("year", button, button.dataset.year);
      else if (button?.dataset.order) press("order", button, button.dataset.order);
    });
    controls.hidden = false;
    paint();
  };
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".matrix").forEach(begin));
})();
