// What the page of all commitments and the search page share: sentences with numbers, what was chosen
// in the page's address, filters with counts, the row of chosen filters, and saying what was found. Texts of records are only ever
// set as text; every word of ours stands in the page.
(function () {
  "use strict";
  const MOST = 60;      // choices shown at once in one filter
  const FEW = 10;       // with more choices than these, a filter can be searched itself
  const SPEAKING = 700; // milliseconds of rest before results are announced: one sentence, not ten
  const lang = document.documentElement.lang;
  const once = (make) => { let made = null; return () => (made = made || make()); };
  const plurals = once(() => new Intl.PluralRules(lang)), numbers = once(() => new Intl.NumberFormat(lang));
  const digits = (n) => numbers().format(n);

  // Sentences from a template element of the page, by name.
  function sentences(template) {
    const find = (name) => template.content.querySelector(`[data-word="${name}"]`);
    const fill = (sentence, values) =>
      sentence.replace(/\{(\w+)\}/g, (mark, name) => (name in values ? values[name] : mark));
    return {
      word: (name, values) => fill(find(name).textContent, values || {}),
      counted: (name, n, values) => {
        const forms = find(name).dataset;
        return fill(forms[plurals().select(n)] || forms.other, { n: digits(n), ...values });
      },
    };
  }
  // A text as it is compared: without case and accents, with a space for marks between words.
  // A dot before a digit stays: "2.1" is one number.
  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}.]+|\.(?!\p{N})/gu, " ");
  }

  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (kind) { made.className = kind; }
    return made;
  }
  function status(code, text) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "or-shape");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#s-${code}`);
    svg.append(use);
    const made = element("span", "", "or-status");
    made.append(svg, " ", element("span", text));
    return made;
  }

  // What was chosen, in the page's address: lists of values by the names of filters, texts by theirs.
  function addresses(facets, texts) {
    let typed = false; // while somebody types, one entry of the history is enough
    function read() {
      const asked = new URLSearchParams(location.search), chosen = {};
      for (const name of facets) { chosen[name] = [...new Set(asked.getAll(name).filter(Boolean))]; }
      for (const name of texts) { chosen[name] = (asked.get(name) || "").trim(); }
      typed = false;
      return chosen;
    }
    function addressOf(chosen) {
      const asked = new URLSearchParams();
      for (const name of facets) { chosen[name].forEach((value) => asked.append(name, value)); }
      for (const name of texts) { if (chosen[name]) { asked.set(name, chosen[name]); } }
      const query = asked.toString().replace(/%2F/g, "/");
      return location.pathname + (query ? `?${query}` : "");
    }
    function write(chosen, byTyping) {
      const next = addressOf(chosen);
      if (next !== location.pathname + location.search) {
        if (byTyping && typed) { history.replaceState(null, "", next); } else { history.pushState(null, "", next); }
      }
      typed = Boolean(byTyping);
    }
    // What stands in the address becomes what is shown for it; the way back does not grow.
    function mend(chosen) { history.replaceState(null, "", addressOf(chosen)); }
    return { read, write, mend };
  }

  // One filter. `choices` are values with their labels, `chosen` the values in use, and `counts`
  // says how many each choice would come to. What would come to nothing is not shown, unless it
  // is in use or has the focus. `tally` puts a number into words where it is not a plain one.
  function drawFacet(box, { choices, chosen, counts, counted, tally = digits }) {
    const holder = box.querySelector(".or-choices"), narrow = box.querySelector("input[type=search]");
    if (!holder.children.length) { makeChoices(box.dataset.facet, holder, choices, chosen); }
    const asked = plain(narrow.value).trim();
    let shown = 0, rest = 0, possible = 0;
    for (const label of holder.children) {
      const input = label.firstElementChild, n = counts.get(input.value) || 0;
      input.checked = chosen.includes(input.value);
      label.lastElementChild.textContent = tally(n, input.value);
      const fits = n > 0 && plain(label.textContent).includes(asked);
      label.hidden = !(input.checked || input === document.activeElement || (fits && shown < MOST));
      possible += n > 0 ? 1 : 0;
      if (!label.hidden) { shown += 1; } else if (fits) { rest += 1; }
    }
    narrow.parentElement.hidden = possible <= FEW && !asked && narrow !== document.activeElement;
    const told = box.querySelector(".or-facet__rest");
    told.hidden = !rest;
    told.textContent = counted("rest", rest);
    tell(box, chosen.length);
    box.hidden = !possible && !chosen.length && !box.contains(document.activeElement);
  }
  function makeChoices(name, holder, choices, chosen) {
    const known = new Set(choices.map(([value]) => value));
    const strange = chosen.filter((value) => !known.has(value)).map((value) => [value, value]);
    for (const [value, text] of [...choices, ...strange]) {
      const label = element("label", "", "or-choice"), input = element("input");
      input.type = "checkbox";
      input.name = name;
      input.value = value;
      label.append(input, element("span", text), element("span", "", "or-count"));
      holder.append(label);
    }
  }
  // How many of a filter's choices are in use, beside its name.
  function tell(box, n) { box.querySelector("summary .or-count").textContent = n ? digits(n) : ""; }

  // The row of chosen filters, each with a button that takes it back.
  function drawChosen(row, items, word, takeBack) {
    row.replaceChildren(...items.map(({ label, value, remove }) => {
      const item = document.getElementById("chosen-filter").content.cloneNode(true).firstElementChild;
      const button = item.firstElementChild;
      button.children[1].textContent = word("filter", { label, value });
      button.addEventListener("click", () => {
        const place = Array.from(row.children).indexOf(item);
        remove();
        takeBack((heading) => { // the focus goes on to the next one, or to what was found
          const left = row.querySelectorAll("button");
          (left[Math.min(place, left.length - 1)] || heading).focus();
        });
      });
      return item;
    }));
  }

  function announcer(region) {
    let waiting = 0;
    return (text) => {
      clearTimeout(waiting);
      if (text) { waiting = setTimeout(() => { region.textContent = text; }, SPEAKING); }
    };
  }

  // On a wide screen the filters stand open beside the results; on a narrow one they fold.
  function folding(fold) {
    const wide = matchMedia("(min-width: 64rem)");
    const unfold = () => { fold.open = wide.matches; };
    wide.addEventListener("change", unfold);
    unfold();
    return wide;
  }

  window.finding = { sentences, plain, digits, element, status, addresses, drawFacet, tell, drawChosen, announcer, folding };
})();
