// Timelines: a mark that is chosen shows its items' words; arrow keys go from mark to mark; list or table.
"use strict";
(() => {
  const begin = (root) => {
    const source = document.getElementById(root.dataset.source);
    const panel = root.querySelector(".timeline-panel");
    if (!source || !panel) return;
    const data = JSON.parse(source.textContent);
    const marks = [...root.querySelectorAll(".timeline-svg .mark")];
    const [heading, inside] = [panel.querySelector("h2"), panel.querySelector("div")];
    let chosen = null;

    const itemsOf = (place) => sagsgraf.itemList(data.marks[place].items, data.texts);
    const choose = (mark) => {
      chosen?.removeAttribute("aria-pressed");
      chosen = mark;
      mark.setAttribute("aria-pressed", "true");
      const found = data.marks[mark.dataset.mark];
      heading.textContent = found.head;
      inside.replaceChildren(...(found.note ? [sagsgraf.element("p", { class: "soft" }, found.note)] : []), itemsOf(mark.dataset.mark));
      panel.hidden = false;
      heading.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "nearest" });
    };
    const close = () => {
      panel.hidden = true;
      chosen?.removeAttribute("aria-pressed");
      chosen?.focus();
      chosen = null;
    };
    const go = (mark) => {
      marks.forEach((each) => each.setAttribute("tabindex", each === mark ? "0" : "-1"));
      mark.focus();
    };

    // The mark that lies next in a direction: by where it stands on the screen, for lanes lie below each other.
    const beside = (mark, key) => {
      const from = mark.getBoundingClientRect();
      const across = key === "ArrowLeft" || key === "ArrowRight";
      const ahead = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
      let best = null;
      let nearest = Infinity;
      for (const each of marks) {
        const to = each.getBoundingClientRect();
        const along = ahead * (across ? to.left - from.left : to.bottom - from.bottom);
        const aside = Math.abs(across ? to.bottom - from.bottom : to.left - from.left);
        const far = along + aside * (across ? 0.2 : 0.05);
        if (each !== mark && along > 1 && far < nearest) [best, nearest] = [each, far];
      }
      return best;
    };
    const pressed = (mark, event) => {
      const to = { Home: marks[0], End: marks[marks.length - 1] }[event.key] ?? (event.key.startsWith("Arrow") ? beside(mark, event.key) : null);
      if (event.key === "Enter" || event.key === " ") choose(mark);
      else if (to) go(to);
      else if (!event.key.startsWith("Arrow")) return;
      event.preventDefault();
    };
    for (const mark of marks) {
      mark.addEventListener("click", () => { go(mark); choose(mark); });
      mark.addEventListener("keydown", (event) => pressed(mark, event));
    }
    panel.querySelector("[data-close]").addEventListener("click", close);
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    root.querySelectorAll("details[data-mark]").forEach((details) => {
      details.addEventListener("toggle", () => {
        if (details.open && details.children.length === 1) details.append(itemsOf(details.dataset.mark));
      });
    });

    const views = root.querySelector(".timeline-views");
    const buttons = [...views.querySelectorAll("button")];
    const show = (name) => {
      buttons.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.view === name)));
      root.querySelectorAll("[data-as]").forEach((each) => { each.hidden = each.dataset.as !== name; });
    };
    buttons.forEach((each) => each.addEventListener("click", () => show(each.dataset.view)));
    views.hidden = false;
    show("list");
  };
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".timeline").forEach(begin));
})();
