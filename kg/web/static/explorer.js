// The explorer needs no script to be read; this one makes a few things handier.
"use strict";
(() => {
  // A picture within a page is as high as what it holds.
  const fit = (frame) => {
    const body = frame.contentDocument && frame.contentDocument.body;
    if (!body) return;
    const set = () => { frame.style.height = `${Math.min(Math.ceil(body.getBoundingClientRect().height), 1600)}px`; };
    new frame.contentWindow.ResizeObserver(set).observe(body);
    set();
  };
  // "/" leads to the search, as elsewhere on the web; never where one is typing.
  const toSearch = (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const box = document.getElementById("find");
    if (box) { event.preventDefault(); box.focus(); }
  };
  document.addEventListener("keydown", toSearch);
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("details.picture iframe").forEach((frame) => {
      frame.addEventListener("load", () => fit(frame));
      if (frame.contentDocument && frame.contentDocument.readyState === "complete") fit(frame);
    });
  });
})();
