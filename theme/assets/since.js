// Marks what is new since the reader's last visit. The visit is kept in this browser alone;
// where nothing can be kept, nothing is shown. Every page is complete without this file.
(function () {
  "use strict";
  var GAP = 30 * 60 * 1000; // After so long without a page a visit is over.
  var LATEST = 8640000000000000; // The last moment that a browser can name.
  var box = document.querySelector("[data-since-root]");
  if (!box) { return; }
  // Two sites may share a host: each has its own visits.
  var KEY = "openroadmap.visits:" + new URL(box.getAttribute("data-since-root"), location.href).pathname;

  function isTime(value) { return typeof value === "number" && value > 0 && value <= LATEST; }

  // {last: when a page was last seen, mark: when the visit before this one ended}, or {off: true}.
  function kept() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY));
      if (!found || found.off === true) { return found; }
      return isTime(found.last) ? found : null;
    } catch (error) {
      return null; // Closed to us, or not ours.
    }
  }

  function keep(visit) {
    try {
      localStorage.setItem(KEY, JSON.stringify(visit));
      return true;
    } catch (error) {
      return false;
    }
  }

  // A visit goes on while pages follow each other, in however many tabs. A clock that was
  // set back must not hide news: then what it wrote counts as written now.
  function visit(now) {
    var before = kept();
    if (before && before.off) { return before; }
    if (!before) { return { last: now, mark: null }; }
    var last = Math.min(before.last, now);
    var mark = isTime(before.mark) ? Math.min(before.mark, now) : null;
    return { last: now, mark: now - last > GAP ? last : mark };
  }

  // Records are dated by the day, in UTC; what was added on the day of the visit may have come after it.
  function isNew(day, mark) { return day >= new Date(mark).toISOString().slice(0, 10); }

  function written(mark) {
    var locale = box.getAttribute("data-locale");
    try {
      return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(mark));
    } catch (error) {
      return new Date(mark).toISOString().slice(0, 10);
    }
  }

  function say(name, date, n) {
    return box.getAttribute("data-" + name).replace("{date}", date).replace("{n}", String(n));
  }

  function clear() {
    document.querySelectorAll(".or-new").forEach(function (each) { each.remove(); });
  }

  function markNew(mark) {
    var count = 0;
    var label = say("mark", written(mark), 0);
    document.querySelectorAll("li[data-since]").forEach(function (each) {
      if (!isNew(each.getAttribute("data-since"), mark)) { return; }
      var word = document.createElement("span");
      word.className = "or-new";
      word.textContent = label;
      each.lastElementChild.prepend(word, " ");
      count += 1;
    });
    return count;
  }

  function tell(visit) {
    var said = box.querySelector(".or-since__said");
    clear();
    if (visit.off) { said.textContent = say("off", "", 0); return; }
    if (!visit.mark) { said.textContent = say("first", "", 0); return; }
    var count = markNew(visit.mark);
    said.textContent = say(count ? "some" : "none", written(visit.mark), count);
  }

  // The overview of a plan has a line of it, and no more.
  function tellInALine(visit) {
    if (!visit.mark) { return; }
    var days = box.getAttribute("data-days").split(" "); // such as "2026-11-23*2": two on that day
    var count = days.reduce(function (sum, each) {
      var day = each.split("*");
      return isNew(day[0], visit.mark) ? sum + Number(day[1]) : sum;
    }, 0);
    box.textContent = say("some", written(visit.mark), count);
    box.hidden = !count;
  }

  function readyButton(button, now) {
    function show() {
      var stored = kept();
      button.textContent = box.getAttribute(stored && stored.off ? "data-remember" : "data-forget");
    }
    button.addEventListener("click", function () {
      var stored = kept();
      var next = stored && stored.off ? { last: now, mark: null } : { off: true };
      if (keep(next)) { tell(next); }
      show();
    });
    show();
  }

  var now = Date.now();
  var current = visit(now);
  if (!keep(current)) { return; }
  if (box.hasAttribute("data-days")) { tellInALine(current); } else {
    box.querySelector(".or-since__more").hidden = false;
    readyButton(box.querySelector("button"), now);
    tell(current);
  }
  // Reading one page for long is one visit; coming back to an open one after long begins the
  // next. What stands marked stays so until the page is loaded again. What is forgotten stays so.
  document.addEventListener("visibilitychange", function () {
    var stored = kept();
    if (!stored || stored.off) { return; }
    var later = Date.now();
    if (document.visibilityState === "visible") { keep(visit(later)); return; }
    keep({ last: Math.max(stored.last, later), mark: stored.mark });
  });
})();
