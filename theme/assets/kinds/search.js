// Searches the whole site with Pagefind, whose index is made at the end of a build. What is looked
// for stands in the page's address. Nothing is loaded before somebody looks for something.
// Texts of records are only ever set as text.
(function () {
  "use strict";
  const ask = document.getElementById("ask");
  if (!ask) { return; }

  const { sentences, element, status, drawFacet, drawChosen, announcer, folding } = window.finding;
  const STEP = 10;     // results shown at once
  const SECTIONS = 3;  // places within one page that are named
  const TYPING = 300;  // milliseconds after the last key before the results follow
  const JOINT = "␟";   // between the code of a filter's value and its words

  const byId = (id) => document.getElementById(id);
  const filters = byId("filters"), found = byId("found"), hint = byId("hint"), more = byId("more");
  const fold = filters.querySelector(".or-fold"), form = filters.querySelector("form");
  const boxes = Array.from(filters.querySelectorAll("[data-facet]"));
  const facets = boxes.map((box) => box.dataset.facet);
  const input = ask.elements.q, size = byId("found-size"), results = found.querySelector(".or-found-list");
  const { word, counted } = sentences(byId("search-words"));
  const announce = announcer(byId("announced"));

  let engine = null;    // Pagefind, once it is loaded
  let choices = {};     // each filter's values: their codes, words and full texts
  let chosen = read();
  let matches = [];
  let turn = 0;         // the last search asked for; an earlier one that ends later is dropped

  // The address.
  function read() {
    const asked = new URLSearchParams(location.search), state = { q: (asked.get("q") || "").trim() };
    for (const name of facets) { state[name] = [...new Set(asked.getAll(name).filter(Boolean))]; }
    return state;
  }
  function address(state) {
    const asked = new URLSearchParams();
    if (state.q) { asked.set("q", state.q); }
    for (const name of facets) { state[name].forEach((value) => asked.append(name, value)); }
    const query = asked.toString();
    return location.pathname + (query ? `?${query}` : "");
  }
  // Pagefind.
  async function load() {
    const folder = new URL(ask.dataset.index, location.href);
    const root = new URL(ask.dataset.root, location.href).pathname;
    const { createInstance } = await import(new URL("pagefind.js", folder).href);
    const made = createInstance({ basePath: folder.pathname, baseUrl: root, noWorker: true });
    await made.init();
    const known = await made.filters();
    for (const name of facets) {
      choices[name] = Object.keys(known[name] || {}).map((full) => [...full.split(JOINT), full])
        .sort((one, other) => one[1].localeCompare(other[1], document.documentElement.lang));
    }
    engine = made;
  }
  function wanted(without) {
    const asked = {};
    for (const name of facets.filter((one) => one !== without && chosen[one].length)) {
      const full = new Map(choices[name].map(([code, , text]) => [code, text]));
      asked[name] = { any: chosen[name].map((code) => full.get(code) || code) };
    }
    return asked;
  }
  // What is found, and of each choice how many pages would be found with it.
  async function search() {
    const asked = chosen.q, answer = await engine.search(asked, { filters: wanted() });
    const counts = {};
    for (const name of facets) {
      const other = chosen[name].length ? await engine.search(asked, { filters: wanted(name) }) : answer;
      const numbers = other.filters[name] || {};
      counts[name] = new Map(choices[name].map(([code, , full]) => [code, numbers[full] || 0]));
    }
    return { results: answer.results, counts };
  }

  // Drawing.
  function excerpt(marked) { // Pagefind writes < and > as &lt; and &gt;, and puts marks around words
    const text = (piece) => piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return marked.split(/(<mark>.*?<\/mark>)/).filter(Boolean).map((piece) =>
      (piece.startsWith("<mark>") ? element("mark", text(piece.slice(6, -7))) : text(piece)));
  }
  function line(marked) {
    const made = element("p");
    made.append(...excerpt(marked));
    return made;
  }
  function link(title, url) {
    const made = element("a", title);
    made.href = url;
    return made;
  }
  function result(page) {
    const item = element("li"), { title, place, code } = page.meta;
    item.append(link(title, page.url));
    const group = (page.filters.kind || []).map((full) => full.split(JOINT)[1])[0];
    item.append(element("p", [group, place].filter(Boolean).join(" · "), "or-quiet"));
    if (code) {
      const standing = element("p");
      standing.append(status(code, page.meta.status));
      item.append(standing);
    }
    item.append(line(page.excerpt));
    const sections = page.sub_results.filter((one) => one.anchor && one.title !== title).slice(0, SECTIONS);
    if (sections.length) {
      const list = element("ul", "", "or-found-sections");
      for (const one of sections) {
        const section = element("li");
        section.append(link(one.title, one.url));
        list.append(section);
      }
      item.append(list);
    }
    return item;
  }
  async function drawResults() {
    const start = results.children.length, mine = turn;
    const pages = await Promise.all(matches.slice(start, start + STEP).map((one) => one.data()));
    if (mine !== turn) { return null; }
    if (start === 0) { results.replaceChildren(); }
    results.append(...pages.map(result));
    more.hidden = results.children.length >= matches.length;
    more.textContent = counted("more", Math.min(STEP, matches.length - results.children.length));
    return results.children[start];
  }
  function drawFilters(counts) {
    const items = [];
    for (const box of boxes) {
      const name = box.dataset.facet, labels = new Map(choices[name]);
      drawFacet(box, { choices: choices[name], chosen: chosen[name], counts: counts[name], counted });
      for (const value of chosen[name]) {
        const remove = () => { chosen[name] = chosen[name].filter((one) => one !== value); };
        items.push({ label: box.querySelector("legend").textContent, value: labels.get(value) || value, remove });
      }
    }
    drawChosen(found.querySelector(".or-chosen ul"), items, word, (focus) => changed().then(() => focus(size)));
    found.querySelector(".or-chosen").hidden = !items.length;
  }

  async function show() {
    const mine = turn += 1;
    if (input !== document.activeElement) { input.value = chosen.q; }
    byId("problem").replaceChildren();
    hint.hidden = Boolean(chosen.q);
    if (!chosen.q) { // for filters without a word, Pagefind would load its whole index
      found.hidden = filters.hidden = true;
      announce("");
      return;
    }
    if (!engine) {
      announce(word("loading"));
      try { await load(); } catch (error) { fail(error); return; }
      if (mine !== turn) { return; }
    }
    const answer = await search();
    if (mine !== turn) { return; }
    matches = answer.results;
    results.replaceChildren();
    drawFilters(answer.counts);
    await drawResults();
    if (mine !== turn) { return; }
    size.textContent = counted("found", matches.length);
    byId("found-none").hidden = matches.length > 0;
    found.hidden = false;
    filters.hidden = boxes.every((box) => box.hidden);
    announce(matches.length ? size.textContent : word("nothing"));
  }
  function fail(error) {
    console.warn(error);
    const told = byId("problem-told").content.cloneNode(true);
    told.querySelector("button").addEventListener("click", () => { input.focus(); show(); });
    byId("problem").replaceChildren(told);
    found.hidden = filters.hidden = true;
    announce("");
  }

  // What the reader does.
  let typed = false; // while somebody types, one entry of the history is enough
  function changed(byTyping) {
    const next = address(chosen);
    if (next !== location.pathname + location.search) {
      if (byTyping && typed) { history.replaceState(null, "", next); } else { history.pushState(null, "", next); }
    }
    typed = Boolean(byTyping);
    return show();
  }
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { chosen.q = input.value.trim(); changed(true); }, TYPING);
  });
  ask.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    chosen.q = input.value.trim();
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox") { return; }
    chosen[target.name] = chosen[target.name].filter((one) => one !== target.value).concat(target.checked ? [target.value] : []);
    changed();
  });
  form.addEventListener("input", ({ target }) => { if (target.type === "search") { search().then(({ counts }) => drawFilters(counts)); } });
  byId("clear").addEventListener("click", () => {
    for (const name of facets) { chosen[name] = []; }
    changed().then(() => (found.hidden ? input : size).focus());
  });
  more.addEventListener("click", () => drawResults().then((first) => first && first.querySelector("a").focus()));
  addEventListener("popstate", () => { chosen = read(); typed = false; input.value = chosen.q; show(); });

  folding(fold);
  ask.hidden = false;
  show();
})();
