// Finds commitments on the page of all commitments. The page is a complete list without this file:
// it shows the filters, asks for the index when somebody uses them, and puts what was chosen into
// the page's address, so that a choice can be shared and the back button takes it back.
// Every word shown stands in the page. Texts of records are only ever set as text.
(function () {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) { return; } // a further page of the list, or an empty one

  const { sentences, plain, digits, element, status, addresses, drawFacet, tell, drawChosen, announcer, folding } = window.finding;
  const STEP = 50;    // results shown at once
  const TYPING = 250; // milliseconds after the last key before the results follow
  const TEXTS = ["q", "from", "to"];

  const byId = (id) => document.getElementById(id);
  const fold = form.querySelector(".or-fold");
  const boxes = Array.from(form.querySelectorAll("[data-facet]"));
  const facets = boxes.map((box) => box.dataset.facet);
  const period = form.querySelector("[data-period]");
  const found = byId("found"), list = byId("list"), more = byId("more");
  const toResults = form.querySelector(".or-finding__show");
  const size = byId("found-size"), results = found.querySelector(".or-found-list");
  const { word, counted } = sentences(byId("explore-words"));
  const announce = announcer(byId("announced"));
  const lang = document.documentElement.lang, address = addresses(facets, TEXTS);

  let index = null;       // what was loaded, ready to be filtered
  let worded = false;     // true once the words of summaries are there as well
  let chosen = address.read(); // the filters: a list of values by name
  let matches = [];
  let told = "";          // filters in the address that are not known here

  function isFiltered() {
    return TEXTS.some((name) => chosen[name]) || facets.some((name) => chosen[name].length);
  }

  // The index, and the words of summaries, which only who looks for a word needs.
  function get(address) {
    return fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
  }
  function once(work) {
    let going = null;
    return () => {
      going = going || work().catch((error) => { going = null; throw error; });
      return going;
    };
  }
  const loadIndex = once(() => get(form.dataset.index).then((data) => { index = prepare(data); }));
  const loadWords = once(() => Promise.all([get(form.dataset.words), loadIndex()]).then(([{ commitments, words }]) => {
    if (commitments !== index.entries.length) { throw new Error("words of another index"); }
    for (const [word, steps] of Object.entries(words)) { // from each commitment that has it to the next
      const text = `\n${plain(word)}`;
      let place = 0;
      for (const step of steps) { place += step; index.entries[place].text += text; }
    }
    worded = true;
  }));
  function isReady() { return Boolean(index) && (worded || !chosen.q); }
  function load() {
    if (!isReady()) { announce(word("loading")); }
    return chosen.q ? loadWords() : loadIndex();
  }
  function prepare(data) {
    const plans = data.plans.map(([member, id, title, starts, ends]) => ({
      member: data.members[member], id: `${data.members[member][0]}/${id}`, title, starts, ends,
    }));
    const codes = (list, places) => places.map((place) => list[place][0]);
    const labels = (list, places) => places.map((place) => list[place][1]);
    const entries = data.commitments.id.map((id, n) => {
      const get = (name) => data.commitments[name][n];
      const plan = plans[get("plan")], status = data.statuses[get("status")];
      const institutions = get("institutions").map((place) => data.institutions[place]);
      const late = data.lateness[get("lateness")];
      const starts = get("starts") || plan.starts || get("ends") || plan.ends;
      const ends = get("ends") || plan.ends || starts;
      return {
        plan, institutions, number: get("number"), title: get("title"),
        address: `${plan.id}/${id}/`, lead: get("lead") ? institutions[0] : "",
        code: status[0], status: get("words") ? word("own", { words: get("words") }) : status[1],
        lateness: late ? late[1] : "", first: edge(starts, "-01-01", "-01"), last: edge(ends, "-12-31", "-31"),
        text: plain([
          get("number"), get("title"), ...institutions, plan.title, plan.member[1],
          ...labels(data.areas, get("areas")), ...labels(data.values, get("values")),
        ].join("\n")),
        values: {
          member: [plan.member[0]], plan: [plan.id], status: [status[0]], late: late ? [late[0]] : [],
          area: codes(data.areas, get("areas")), institution: institutions,
          value: codes(data.values, get("values")), invented: [plan.member[2] ? "yes" : "no"],
        },
      };
    });
    const named = (name) => (label) => word("filter", { label: name, value: label });
    const choices = {
      member: data.members.map(([id, name, example]) => [id, example ? `${name} · ${word("example")}` : name]),
      plan: plans.map((plan) => [plan.id, named(plan.member[1])(plan.title)]),
      status: data.statuses, late: data.late, value: data.values,
      invented: ["no", "yes"].map((code) => [code, word(`invented-${code}`)]).filter(() => data.members.some(([, , example]) => example)),
      area: sorted(data.areas), institution: sorted(data.institutions.map((name) => [name, name])),
    };
    return { entries, choices };
  }
  function sorted(choices) {
    return choices.slice().sort((one, other) => one[1].localeCompare(other[1], lang));
  }
  // The first or last day that a date can mean: "2027", "2027-Q3", "2027-09" or a day.
  function edge(date, ofYear, ofMonth) {
    const quarter = /^(\d{4})-Q([1-4])$/.exec(date);
    if (quarter) {
      const month = quarter[2] * 3 - (ofMonth === "-01" ? 2 : 0);
      return `${quarter[1]}-${String(month).padStart(2, "0")}${ofMonth}`;
    }
    return date.length === 4 ? date + ofYear : date.length === 7 ? date + ofMonth : date;
  }

  // Filtering.
  function tests() {
    const asked = plain(chosen.q).split(/\s+/).filter(Boolean);
    const from = edge(chosen.from, "-01-01", "-01"), to = edge(chosen.to, "-12-31", "-31");
    const made = {
      q: (each) => asked.every((one) => each.text.includes(one)),
      period: (each) => (!from || (each.last && each.last >= from)) && (!to || (each.first && each.first <= to)),
    };
    for (const name of facets) {
      const values = new Set(chosen[name]);
      made[name] = (each) => !values.size || each.values[name].some((value) => values.has(value));
    }
    return Object.entries(made);
  }
  // What is invented is counted apart, as everywhere.
  function isInvented(each) { return Boolean(each.plan.member[2]); }
  // What matches, and of each choice how many would match with it, given the other filters.
  function filter() {
    const every = tests(), counts = {};
    for (const name of facets) { counts[name] = { all: new Map(), real: new Map() }; }
    const count = (map, value) => map.set(value, (map.get(value) || 0) + 1);
    matches = [];
    for (const each of index.entries) {
      const failed = every.filter(([, test]) => !test(each)).map(([name]) => name);
      if (!failed.length) { matches.push(each); }
      for (const name of facets) {
        if (!failed.length || (failed.length === 1 && failed[0] === name)) {
          for (const value of each.values[name]) {
            count(counts[name].all, value);
            if (!isInvented(each)) { count(counts[name].real, value); }
          }
        }
      }
    }
    return counts;
  }

  // Drawing.
  function result(each) {
    const item = element("li"), link = element("a", each.title), standing = element("p");
    link.href = form.dataset.root + each.address;
    const where = [each.plan.member[1], each.plan.title, each.lead].filter(Boolean);
    if (each.plan.member[2]) { where.unshift(word("example")); }
    standing.append(status(each.code, each.status));
    if (each.lateness) { standing.append(" ", element("span", each.lateness, each.values.late[0] === "overdue" ? "or-late" : "or-quiet")); }
    if (each.number) { item.append(element("span", each.number, "or-table__number"), " "); }
    item.append(link, element("p", where.join(" · "), "or-quiet"), standing);
    return item;
  }
  function drawResults(upTo) {
    const start = results.children.length, next = matches.slice(start, upTo);
    results.append(...next.map(result));
    const rest = matches.length - results.children.length;
    more.hidden = !rest;
    more.textContent = counted("more", Math.min(rest, STEP));
    return results.children[start];
  }
  function drawBox(box, counts) {
    const name = box.dataset.facet, { all, real } = counts[name];
    // Beside a choice stand the real ones; where there are only invented ones, that is said.
    const tally = (n, value) => (n && !real.has(value) ? counted("only", n) : digits(real.get(value) || 0));
    drawFacet(box, { choices: index.choices[name], chosen: chosen[name], counts: all, counted, tally });
  }
  function makeYears() {
    const years = index.entries.flatMap((each) => [each.first, each.last]).filter(Boolean).map((day) => Number(day.slice(0, 4)));
    const first = years.reduce((one, other) => Math.min(one, other), Infinity);
    const last = years.reduce((one, other) => Math.max(one, other), -Infinity);
    for (const name of ["from", "to"]) {
      for (let year = first; year <= last; year += 1) { form.elements[name].append(new Option(year, year)); }
    }
    period.hidden = !years.length;
  }
  function drawPeriod() {
    if (form.elements.from.length === 1) { makeYears(); }
    for (const name of ["from", "to"]) {
      const select = form.elements[name], value = chosen[name];
      if (value && !Array.from(select.options).some((one) => one.value === value)) { select.append(new Option(value, value)); }
      select.value = value;
    }
  }
  function drawRow() {
    const items = [];
    for (const box of boxes) {
      const name = box.dataset.facet, labels = new Map(index.choices[name]);
      for (const value of chosen[name]) {
        const remove = () => { chosen[name] = chosen[name].filter((one) => one !== value); };
        items.push({ label: box.querySelector("legend").textContent, value: labels.get(value) || value, remove });
      }
    }
    for (const name of TEXTS.filter((one) => chosen[one])) {
      const remove = () => { chosen[name] = ""; };
      items.push({ label: word(name === "q" ? "words" : name), value: chosen[name], remove });
    }
    drawChosen(found.querySelector(".or-chosen ul"), items, word, (focus) => changed().then(() => focus(heading())));
    tell(period, Number(Boolean(chosen.from)) + Number(Boolean(chosen.to)));
  }

  // What the address asks for and the index does not know is told and left out; a period that
  // ends before it begins is turned round.
  function mend() {
    const unknown = [];
    for (const box of boxes) {
      const name = box.dataset.facet, known = new Set(index.choices[name].map(([value]) => value));
      const lost = chosen[name].filter((value) => !known.has(value));
      chosen[name] = chosen[name].filter((value) => known.has(value));
      unknown.push(...lost.map((value) => `${box.querySelector("legend").textContent}: ${value}`));
    }
    for (const name of ["from", "to"]) {
      if (chosen[name] && !/^\d{4}(-Q[1-4]|-\d\d(-\d\d)?)?$/.test(chosen[name])) {
        unknown.push(`${word(name)}: ${chosen[name]}`);
        chosen[name] = "";
      }
    }
    if (chosen.from && chosen.to && edge(chosen.from, "-01-01", "-01") > edge(chosen.to, "-12-31", "-31")) {
      [chosen.from, chosen.to] = [chosen.to, chosen.from];
      address.mend(chosen);
    }
    if (unknown.length) { told = unknown.join("; "); }
  }
  function drawUnknown() {
    byId("found-unknown").hidden = !told;
    byId("found-unknown").textContent = told ? word("unknown", { label: told }) : "";
  }
  function drawNone() {
    const none = byId("found-none"), link = none.querySelector("a");
    none.hidden = matches.length > 0;
    if (!link) { return; } // a site without a search
    link.hidden = !chosen.q;
    link.dataset.words = link.dataset.words || link.textContent;
    link.textContent = link.dataset.words.replace("{words}", () => chosen.q);
    link.search = `?${new URLSearchParams({ q: chosen.q })}`;
  }

  function foundWords() {
    const told = (name, list, every) => counted(name, list.length, { total: digits(every.length) });
    const examples = matches.filter(isInvented), every = index.entries.filter(isInvented);
    const real = (list) => list.filter((each) => !isInvented(each));
    const commitments = told("found", real(matches), real(index.entries));
    return examples.length ? word("apart", { commitments, examples: told("invented", examples, every) }) : commitments;
  }

  function draw() {
    if (index) { mend(); }
    if (form.elements.q !== document.activeElement) { form.elements.q.value = chosen.q; }
    const ready = isReady();
    if (ready) {
      const counts = filter();
      boxes.forEach((box) => drawBox(box, counts));
      drawPeriod();
      drawRow();
      results.replaceChildren();
      drawResults(STEP);
      size.textContent = foundWords();
      toResults.textContent = counted("show", matches.length);
      drawUnknown();
      drawNone();
    }
    const shown = ready && (isFiltered() || Boolean(told));
    found.hidden = !shown;
    list.hidden = shown;
  }

  function tellResults() {
    announce(isFiltered() ? size.textContent : word("all"));
  }
  function fail() {
    const told = byId("problem-told").content.cloneNode(true);
    told.querySelector("button").addEventListener("click", () => { list.querySelector("h2").focus(); show(); });
    byId("problem").replaceChildren(told);
    announce("");
    draw();
  }
  // Shows what is chosen now, with the index if that is needed.
  function show(needed) {
    if (!index && !needed && !isFiltered()) { draw(); return Promise.resolve(); }
    return load().then(() => { byId("problem").replaceChildren(); draw(); tellResults(); }, fail);
  }

  // What the reader does.
  function changed(byTyping) {
    told = "";
    address.write(chosen, byTyping);
    return show();
  }
  function heading() { return found.hidden ? list.querySelector("h2") : size; }
  let waiting = 0;
  form.elements.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { chosen.q = form.elements.q.value.trim(); changed(true); }, TYPING);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    chosen.q = form.elements.q.value.trim();
    changed().then(() => {
      if (wide.matches) { return; }
      fold.open = false; // on a phone what was found stands below the filters
      heading().focus();
    });
  });
  form.addEventListener("change", (event) => {
    const { name, type, checked, value } = event.target;
    if (type === "checkbox") {
      chosen[name] = chosen[name].filter((one) => one !== value).concat(checked ? [value] : []);
    } else if (name === "from" || name === "to") {
      chosen[name] = value;
    } else {
      return;
    }
    changed();
  });
  for (const box of [...boxes, period]) {
    box.addEventListener("toggle", () => { if (box.open && !index) { show(true); } });
    const narrow = box.querySelector("input[type=search]");
    if (narrow) { narrow.addEventListener("input", () => { if (index) { drawBox(box, filter()); } }); }
  }
  byId("clear").addEventListener("click", () => {
    for (const name of facets) { chosen[name] = []; }
    for (const name of TEXTS) { chosen[name] = ""; }
    changed().then(() => heading().focus());
  });
  more.addEventListener("click", () => {
    drawResults(results.children.length + STEP).querySelector("a").focus();
  });
  addEventListener("popstate", () => { chosen = address.read(); told = ""; form.elements.q.value = chosen.q; show(); });

  const wide = folding(fold);
  form.hidden = false;
  show();
})();
