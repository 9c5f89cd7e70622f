// Searches the whole site with Pagefind, whose index is made at the end of a build. What is looked
// for stands in the page's address. Nothing is loaded before somebody looks for something.
// Texts of records are only ever set as text.
(function () {
  "use strict";
  const ask = document.getElementById("ask");
  if (!ask) { return; }

  const { sentences, plain, element, status, addresses, drawFacet, drawChosen, announcer, folding } = window.finding;
  const STEP = 10;     // results shown at once
  const SECTIONS = 3;  // places within one page that are named
  const TYPING = 300;  // milliseconds after the last key before the results follow
  // A title counts as the heading of its page and no second time: rules would come before promises.
  const RANKING = { metaWeights: { title: 1 } };
  const JOINT = "␟";   // between the code of a filter's value and its words
  const NONE = { none: "" }; // a filter that no page has: pages are counted, and none is ranked
  // Pagefind reads “OpenData-2025” as one word, and as the three of which it is made.
  const MARK = "(?!\\p{Pc})[\\p{P}\\p{Sc}\\p{Sk}\\p{Sm}]", MARKS = new RegExp(MARK, "gu");
  const ENDS = new RegExp(`^(${MARK})+|(${MARK})+$`, "gu"), bare = (text) => text.replace(ENDS, "");
  const joined = (text) => text.replace(MARKS, "");
  const parted = (text) => text.replace(/\p{Ll}(?=\p{Lu})|\p{L}(?=\p{N})|\p{N}(?=\p{L})/gu, "$& ");
  const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u; // a word may begin anywhere

  const byId = (id) => document.getElementById(id);
  const filters = byId("filters"), found = byId("found"), hint = byId("hint"), more = byId("more");
  const fold = filters.querySelector(".or-fold"), form = filters.querySelector("form");
  const boxes = Array.from(filters.querySelectorAll("[data-facet]"));
  const facets = boxes.map((box) => box.dataset.facet);
  const input = ask.elements.q, results = found.querySelector(".or-found-list");
  const size = byId("found-size"), lacking = byId("found-lacking");
  const { word, counted } = sentences(byId("search-words"));
  const announce = announcer(byId("announced")), address = addresses(facets, ["q"]);

  let loading = null;   // a promise of Pagefind, once somebody looks for something
  let engine = null;    // Pagefind, once it is loaded
  let lost = {};        // why files of its filters, or other files, did not come
  let choices = null;   // each filter's values: their codes, words and full texts; their files come late
  let chosen = address.read();
  let matches = [];
  let counts = null;    // of each choice, how many pages would be found with it; null until it is counted
  let turn = 0;         // the last search asked for; an earlier one that ends later is dropped
  const known = new Map(); // of each word that was looked for, whether pages have it

  // Pagefind asks for its files one after the other; on a phone each costs the way there and back.
  // So those whose names are known are asked for at once, and handed on when it asks for them.
  // And it only logs it when a file does not come, and would find less than there is.
  const folder = new URL(ask.dataset.index, location.href), early = new Map();
  const fetching = window.fetch.bind(window);
  window.fetch = async (asked, ...how) => {
    const { href, pathname } = new URL(asked, location.href), begun = early.get(pathname);
    early.delete(pathname);
    try {
      const answer = await (begun || fetching(href, ...how));
      if (!answer.ok) { throw new Error(`${answer.status} ${answer.url}`); }
      return answer;
    } catch (error) {
      lost[pathname.startsWith(`${folder.pathname}filter/`) ? "filters" : "others"] = error;
      throw error;
    }
  };
  function begin() {
    early.clear();
    const entry = `pagefind-entry.json?ts=${Date.now()}`; // never a stored one: Pagefind asks so too
    for (const name of [entry, ask.dataset.first].filter(Boolean)) {
      const { href, pathname } = new URL(name, folder), begun = fetching(href);
      begun.catch(() => {}); // it is told when Pagefind asks for the file
      early.set(pathname, begun);
    }
  }
  // Pagefind. Who asks for it while it is loading waits for the same one.
  function ready() {
    loading = loading || load().catch((error) => { loading = null; throw error; });
    return loading;
  }
  async function load() {
    lost = {};
    choices = counts = null;
    known.clear();
    boxes.forEach((box) => { box.hidden = true; });
    begin();
    const root = new URL(ask.dataset.root, location.href).pathname;
    const coming = import(new URL("pagefind.js", folder).href);
    counted("found", 0); // the forms of numbers take a while the first time: now everyone waits anyway
    const { createInstance } = await coming;
    const made = createInstance({ basePath: folder.pathname, baseUrl: root, noWorker: true, ranking: RANKING });
    await made.init();
    engine = made;
  }
  // The filters' files: from now on, Pagefind counts.
  async function learn() {
    const all = await engine.filters(), learnt = {};
    if (lost.filters) { throw lost.filters; }
    for (const name of facets) {
      learnt[name] = Object.keys(all[name] || {}).map((full) => [...full.split(JOINT), full])
        .sort((one, other) => one[1].localeCompare(other[1], document.documentElement.lang));
    }
    choices = learnt;
  }
  function wanted(without) {
    const asked = {};
    for (const name of facets.filter((one) => one !== without && chosen[one].length)) {
      const full = new Map(choices[name].map(([code, , text]) => [code, text]));
      asked[name] = { any: chosen[name].map((code) => full.get(code) || code) };
    }
    return asked;
  }
  const isChosen = () => facets.some((name) => chosen[name].length);
  async function find(words, filters = {}) {
    const answer = await engine.search(words, { filters });
    if (lost.others) { throw lost.others; }
    return answer;
  }
  const search = (without) => find(sought(), wanted(without));

  // Where no page has a word, Pagefind takes the longest one that it begins with: “Toronto” would
  // find “to”. One that is nowhere is left out, and told.
  const isPhrase = () => /^".+"$/.test(chosen.q); // it is found as it stands, or not at all
  const terms = () => [...new Set(isPhrase() ? [chosen.q] : chosen.q.split(/\s+/).map(bare).filter(Boolean))];
  const isMissing = (term) => known.get(term) === false;
  function sought() {
    const left = terms().filter((term) => !isMissing(term));
    return (isPhrase() ? left : left.map(joined)).join(" ");
  }
  // What is found with the words that are somewhere. Each is looked for in the first page found, which
  // is shown anyway: it costs less than to ask Pagefind, which counts all pages once more. Where few
  // pages have all the words, or none has, each word is searched for alone.
  async function answered() {
    const asked = terms(), answer = await search(), unknown = asked.filter((term) => !known.has(term));
    for (const term of unknown) {
      const isSomewhere = await isBegun(term, answer, 1) || await isWord(term) || await isBegun(term, answer)
        || (answer.results.length < STEP && await isBegun(term, await find(joined(term))));
      known.set(term, isSomewhere);
    }
    return unknown.some(isMissing) ? search() : answer;
  }
  // Whether a page has the word itself, or another form of it: Pagefind falls back on nothing in quotes.
  async function isWord(term) {
    const { unfilteredResultCount } = await find(`"${joined(term)}"`, NONE);
    return unfilteredResultCount > 0;
  }
  // Whether the first pages found have a word that begins so: the rest may still be being typed.
  async function isBegun(term, { results: all }, most = STEP) {
    const beginning = (SPACELESS.test(term) ? "" : " ") + plain(joined(term)).trim();
    for (const page of pagesOf(all.slice(0, STEP)).slice(0, most)) {
      const { content, meta } = await page, text = [content, ...Object.values(meta)].join(" ");
      if (plain(` ${joined(text)} ${parted(text)}`).includes(beginning)) { return true; }
    }
    return false;
  }
  function pagesOf(some) {
    const pages = some.map((one) => one.data());
    Promise.allSettled(pages); // where several do not come, one is told and the others are no surprise
    return pages;
  }
  // Of each choice, how many pages would be found with it. `answer` is what was found.
  async function count(mine, answer) {
    const numbersOf = {};
    for (const name of facets) {
      const numbers = (chosen[name].length ? await search(name) : answer).filters[name] || {};
      numbersOf[name] = new Map(choices[name].map(([code, , full]) => [code, numbers[full] || 0]));
    }
    if (mine === turn) { counts = numbersOf; }
  }

  // Drawing.
  // An excerpt is words of the page, some of them in marks. Pagefind escapes < and > in it but not &,
  // so what `&lt;` was is seen where the words stand in the page's text.
  function excerpt(page) {
    const escaped = (word) => word.replace(/</g, "&lt;").replace(/>/g, "&gt;");
    const shown = page.excerpt.split(/\s+/).map((word) => ({
      bare: word.replace(/^<mark>|<\/mark>$/g, ""), isMarked: word.startsWith("<mark>"),
    }));
    const words = page.content.trim().split(/\s+/), written = words.map(escaped);
    const start = written.findIndex((_, place) => shown.every(({ bare }, n) => written[place + n] === bare));
    const made = element("p");
    shown.forEach(({ bare, isMarked }, n) => {
      const text = start < 0 ? bare.replace(/<\/?mark>/g, "") : words[start + n];
      made.append(n ? " " : "", isMarked ? element("mark", text) : text);
    });
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
    item.append(excerpt(page));
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
  // Each result is shown as soon as it is there and those before it are.
  async function drawResults() {
    const start = results.children.length, mine = turn;
    for (const page of pagesOf(matches.slice(start, start + STEP))) {
      const made = result(await page);
      if (lost.others) { throw lost.others; }
      if (mine !== turn) { return null; }
      results.append(made);
      found.hidden = false;
    }
    more.hidden = results.children.length >= matches.length;
    more.textContent = counted("more", Math.min(STEP, matches.length - results.children.length));
    return results.children[start];
  }
  // How many pages were found with which words, and with which there is none.
  function drawSize() {
    const missing = terms().filter(isMissing), left = terms().filter((term) => !isMissing(term));
    const list = (type, some) => new Intl.ListFormat(document.documentElement.lang, { type })
      .format(some.map((term) => word("quoted", { words: bare(term) })));
    const isPart = missing.length && left.length;
    const values = isPart && { words: list("conjunction", left) };
    size.textContent = counted(isPart ? "with" : "found", matches.length, values);
    lacking.textContent = missing.length ? word("missing", { words: list("disjunction", missing) }) : "";
    lacking.hidden = !missing.length;
  }
  function drawFilters() {
    for (const box of boxes) {
      const name = box.dataset.facet;
      drawFacet(box, { choices: choices[name], chosen: chosen[name], counts: counts[name], counted });
    }
    filters.hidden = boxes.every((box) => box.hidden);
  }
  function drawRow() {
    const items = [];
    for (const box of boxes) {
      const name = box.dataset.facet, labels = new Map(choices && choices[name]);
      for (const value of chosen[name]) {
        const remove = () => { chosen[name] = chosen[name].filter((one) => one !== value); };
        items.push({ label: box.querySelector("legend").textContent, value: labels.get(value) || value, remove });
      }
    }
    drawChosen(found.querySelector(".or-chosen ul"), items, word, (focus) => changed().then(() => focus(size)));
    found.querySelector(".or-chosen").hidden = !items.length;
  }

  // Does what somebody asked for; what fails is told, unless something else was asked for since.
  async function doing(work, failing = fail) {
    const mine = turn;
    try { await work(mine); } catch (error) { if (mine === turn) { failing(error); } }
  }
  const painted = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  function show() {
    turn += 1;
    return doing(look);
  }
  async function look(mine) {
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
      await ready();
      if (mine !== turn) { return; }
    }
    // Filters that are in use decide what is found; their files come beside the words'.
    if (isChosen() && !choices) { await Promise.all([learn(), engine.preload(chosen.q)]); }
    if (mine !== turn) { return; }
    const answer = await answered(), isFirst = !counts;
    if (!isFirst) { await count(mine, answer); }
    if (mine !== turn) { return; }
    matches = answer.results;
    drawSize();
    byId("found-none").hidden = matches.length > 0;
    drawRow();
    if (isFirst) { filters.hidden = !matches.length; } else { drawFilters(); }
    more.hidden = true;
    results.replaceChildren();
    results.setAttribute("aria-busy", "true");
    await drawResults();
    if (mine !== turn) { return; }
    results.removeAttribute("aria-busy");
    found.hidden = false;
    announce([lacking.textContent, matches.length ? size.textContent : word("nothing")].filter(Boolean).join(" "));
    if (isFirst) { await doing(() => narrow(mine, answer), (error) => tell(error, "filters-told")); }
  }
  // The first results are seen before the filters are filled. Later, both change together: no
  // number stands beside results that it does not belong to.
  async function narrow(mine, answer) {
    await painted();
    if (!choices) { await learn(); answer = mine === turn && await search(); }
    if (mine !== turn) { return; }
    await count(mine, answer);
    if (mine !== turn) { return; }
    drawFilters();
  }
  async function showMore() {
    more.disabled = true; // a second press would bring the same ones again
    const first = await drawResults().finally(() => { more.disabled = false; });
    if (first) { first.querySelector("a").focus(); }
  }
  function tell(error, name) {
    console.warn(error);
    engine = loading = null; // it keeps what failed, so the next try takes a new one
    const told = byId(name).content.cloneNode(true);
    told.querySelector("button").addEventListener("click", () => { input.focus(); show(); });
    byId("problem").replaceChildren(told);
    filters.hidden = true;
  }
  function fail(error) {
    tell(error, "problem-told");
    found.hidden = true;
    announce("");
  }

  // What the reader does.
  function changed(byTyping) {
    address.write(chosen, byTyping);
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
  form.addEventListener("input", ({ target }) => { if (target.type === "search") { drawFilters(); } });
  byId("clear").addEventListener("click", () => {
    for (const name of facets) { chosen[name] = []; }
    changed().then(() => (found.hidden ? input : size).focus());
  });
  more.addEventListener("click", () => doing(showMore));
  addEventListener("popstate", () => { chosen = address.read(); input.value = chosen.q; show(); });

  folding(fold);
  ask.hidden = false;
  show();
})();
