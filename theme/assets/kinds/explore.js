// Finds commitments on the page of all commitments. The page is a complete list without this file:
// it shows the filters, asks for the index when somebody uses them, and puts what was chosen into
// the page's address, so that a choice can be shared and the back button takes it back.
// Every word shown stands in the page. Texts of records are only ever set as text.
(function () {
  "use strict";
  const filters = document.getElementById("filters");
  if (!filters) { return; } // a further page of the list, or an empty one

  const STEP = 50;        // results shown at once
  const MOST = 60;        // choices shown at once in one filter
  const FEW = 10;         // with more choices than these, a filter can be searched itself
  const TYPING = 250;     // milliseconds after the last key before the results follow
  const SPEAKING = 700;   // and before they are announced, so that one sentence is heard and not ten
  const TEXTS = ["q", "from", "to"];

  const byId = (id) => document.getElementById(id);
  const form = filters.querySelector("form");
  const fold = filters.querySelector(".or-fold");
  const boxes = Array.from(filters.querySelectorAll("[data-facet]"));
  const facets = boxes.map((box) => box.dataset.facet);
  const period = filters.querySelector("[data-period]");
  const found = byId("found"), list = byId("list"), more = byId("more");
  const size = byId("found-size"), results = found.querySelector(".or-found-list");
  const words = byId("explore-words").content;
  const lang = document.documentElement.lang;
  const plurals = new Intl.PluralRules(lang), digits = new Intl.NumberFormat(lang);

  let index = null;       // what was loaded, ready to be filtered
  let loading = null;
  let chosen = read();    // the filters: a list of values by name
  let matches = [];

  // Words.
  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (mark, name) => (name in values ? values[name] : mark));
  }
  function word(name, values) {
    return fill(words.querySelector(`[data-word="${name}"]`).textContent, values || {});
  }
  function counted(name, n, values) {
    const forms = words.querySelector(`[data-word="${name}"]`).dataset;
    return fill(forms[plurals.select(n)] || forms.other, { n: digits.format(n), ...values });
  }
  function plain(text) { // as it is compared: without case and accents
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  // The address.
  function read() {
    const asked = new URLSearchParams(location.search), state = {};
    for (const name of facets) { state[name] = [...new Set(asked.getAll(name).filter(Boolean))]; }
    for (const name of TEXTS) { state[name] = (asked.get(name) || "").trim(); }
    return state;
  }
  function address(state) {
    const asked = new URLSearchParams();
    for (const name of facets) { state[name].forEach((value) => asked.append(name, value)); }
    for (const name of TEXTS) { if (state[name]) { asked.set(name, state[name]); } }
    const query = asked.toString().replace(/%2F/g, "/");
    return location.pathname + (query ? `?${query}` : "");
  }
  function isFiltered() {
    return TEXTS.some((name) => chosen[name]) || facets.some((name) => chosen[name].length);
  }

  // The index.
  function load() {
    if (!loading) {
      announce(word("loading"));
      loading = fetch(filters.dataset.index)
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
        .then((data) => { index = prepare(data); })
        .catch((error) => { loading = null; throw error; });
    }
    return loading;
  }
  function prepare(data) {
    const plans = data.plans.map(([member, id, title, starts, ends]) => ({
      member: data.members[member], id: `${data.members[member][0]}/${id}`, title, starts, ends,
    }));
    const codes = (list, places) => places.map((place) => list[place][0]);
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
        text: plain([get("number"), get("title"), ...institutions].join("\n")),
        values: {
          member: [plan.member[0]], plan: [plan.id], status: [status[0]], late: late ? [late[0]] : [],
          area: codes(data.areas, get("areas")), institution: institutions,
          value: codes(data.values, get("values")),
        },
      };
    });
    const named = (name) => (label) => word("filter", { label: name, value: label });
    const choices = {
      member: data.members.map(([id, name, example]) => [id, example ? `${name} · ${word("example")}` : name]),
      plan: plans.map((plan) => [plan.id, named(plan.member[1])(plan.title)]),
      status: data.statuses, late: data.late, value: data.values,
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
  // What matches, and of each choice how many would match with it, given the other filters.
  function filter() {
    const every = tests(), counts = {};
    for (const name of facets) { counts[name] = new Map(); }
    matches = [];
    for (const each of index.entries) {
      const failed = every.filter(([, test]) => !test(each)).map(([name]) => name);
      if (!failed.length) { matches.push(each); }
      for (const name of facets) {
        if (!failed.length || (failed.length === 1 && failed[0] === name)) {
          for (const value of each.values[name]) { counts[name].set(value, (counts[name].get(value) || 0) + 1); }
        }
      }
    }
    return counts;
  }

  // Drawing.
  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (kind) { made.className = kind; }
    return made;
  }
  function shape(code) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "or-shape");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#s-${code}`);
    svg.append(use);
    return svg;
  }
  function result(each) {
    const item = element("li"), link = element("a", each.title), status = element("span", "", "or-status");
    link.href = filters.dataset.root + each.address;
    const where = [each.plan.member[1], each.plan.title, each.lead].filter(Boolean);
    if (each.plan.member[2]) { where.unshift(word("example")); }
    status.append(shape(each.code), " ", element("span", each.status));
    const standing = element("p");
    standing.append(status);
    if (each.lateness) { standing.append(" ", element("span", each.lateness, "or-late")); }
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
  function drawFacet(box, counts) {
    const name = box.dataset.facet, holder = box.querySelector(".or-choices");
    const narrow = box.querySelector("input[type=search]");
    if (!holder.children.length) { makeChoices(holder, name); }
    const asked = plain(narrow.value.trim());
    let shown = 0, rest = 0, possible = 0;
    for (const label of holder.children) {
      const input = label.firstElementChild, n = counts.get(input.value) || 0;
      input.checked = chosen[name].includes(input.value);
      label.lastElementChild.textContent = digits.format(n);
      const wanted = input.checked || input === document.activeElement;
      const fits = n > 0 && plain(label.textContent).includes(asked);
      label.hidden = !(wanted || (fits && shown < MOST));
      possible += n > 0 ? 1 : 0;
      if (!label.hidden) { shown += 1; } else if (fits) { rest += 1; }
    }
    narrow.parentElement.hidden = possible <= FEW && !asked && narrow !== document.activeElement;
    const told = box.querySelector(".or-facet__rest");
    told.hidden = !rest;
    told.textContent = counted("rest", rest);
    // A filter that can match nothing is not shown, unless it is in use.
    box.hidden = !counts.size && !chosen[name].length && !box.contains(document.activeElement);
  }
  function makeChoices(holder, name) {
    const known = new Set(index.choices[name].map(([value]) => value));
    const strange = chosen[name].filter((value) => !known.has(value)).map((value) => [value, value]);
    for (const [value, text] of [...index.choices[name], ...strange]) {
      const label = element("label", "", "or-choice"), input = element("input");
      input.type = "checkbox";
      input.name = name;
      input.value = value;
      label.append(input, element("span", text), element("span", "", "or-count"));
      holder.append(label);
    }
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
  // Above the results: what was chosen, each with a button that takes it back.
  function drawChosen() {
    const holder = found.querySelector(".or-chosen ul"), made = [];
    const add = (label, value, remove) => {
      const item = byId("chosen-filter").content.cloneNode(true).firstElementChild, button = item.firstElementChild;
      button.children[1].textContent = word("filter", { label, value });
      button.addEventListener("click", () => takeBack(button, remove));
      made.push(item);
    };
    for (const box of boxes) {
      const name = box.dataset.facet, labels = new Map(index.choices[name]);
      for (const value of chosen[name]) {
        add(labelOf(box), labels.get(value) || value, () => { chosen[name] = chosen[name].filter((one) => one !== value); });
      }
    }
    for (const name of TEXTS) {
      if (chosen[name]) { add(word(name === "q" ? "words" : name), chosen[name], () => { chosen[name] = ""; }); }
    }
    holder.replaceChildren(...made);
    for (const box of boxes) { tell(box, chosen[box.dataset.facet].length); }
    tell(period, Number(Boolean(chosen.from)) + Number(Boolean(chosen.to)));
  }
  function labelOf(box) { return box.querySelector("legend").textContent; }
  function tell(box, n) { box.querySelector("summary .or-count").textContent = n ? digits.format(n) : ""; }

  function draw() {
    if (form.elements.q !== document.activeElement) { form.elements.q.value = chosen.q; }
    const active = isFiltered();
    if (index) {
      const counts = filter();
      boxes.forEach((box) => drawFacet(box, counts[box.dataset.facet]));
      drawPeriod();
      drawChosen();
      results.replaceChildren();
      drawResults(STEP);
      size.textContent = counted("found", matches.length, { total: digits.format(index.entries.length) });
      byId("found-none").hidden = matches.length > 0;
    }
    found.hidden = !(active && index);
    list.hidden = active && Boolean(index);
  }

  // What was found is said once the reader has stopped changing it.
  let speaking = 0;
  function announce(text) {
    clearTimeout(speaking);
    speaking = setTimeout(() => { byId("announced").textContent = text; }, SPEAKING);
  }
  function tellResults() {
    announce(isFiltered() ? size.textContent : word("all"));
  }
  function fail() {
    const told = byId("problem-told").content.cloneNode(true);
    told.querySelector("button").addEventListener("click", () => { list.querySelector("h2").focus(); show(); });
    byId("problem").replaceChildren(told);
    clearTimeout(speaking);
    draw();
  }
  // Shows what is chosen now, with the index if that is needed.
  function show(needed) {
    if (!index && !needed && !isFiltered()) { draw(); return Promise.resolve(); }
    return load().then(() => { byId("problem").replaceChildren(); draw(); tellResults(); }, fail);
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
  function takeBack(button, remove) {
    const buttons = Array.from(found.querySelectorAll(".or-chosen ul button")), place = buttons.indexOf(button);
    remove();
    changed().then(() => {
      const left = found.querySelectorAll(".or-chosen ul button");
      (left[Math.min(place, left.length - 1)] || heading()).focus();
    });
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
    if (narrow) { narrow.addEventListener("input", () => { if (index) { drawFacet(box, filter()[box.dataset.facet]); } }); }
  }
  byId("clear").addEventListener("click", () => {
    for (const name of facets) { chosen[name] = []; }
    for (const name of TEXTS) { chosen[name] = ""; }
    changed().then(() => heading().focus());
  });
  more.addEventListener("click", () => {
    drawResults(results.children.length + STEP).querySelector("a").focus();
  });
  addEventListener("popstate", () => { chosen = read(); typed = false; form.elements.q.value = chosen.q; show(); });

  // On a wide screen the filters stand open beside the list; on a narrow one they fold.
  const wide = matchMedia("(min-width: 64rem)");
  const unfold = () => { fold.open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();
  filters.hidden = false;
  show();
})();
