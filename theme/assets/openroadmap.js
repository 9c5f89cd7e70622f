// Colours, the menu of a narrow screen, print, and what is folded away. Every page is complete without this file.
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "openroadmap.colours";
  var CHOICES = ["auto", "light", "dark"];

  function remembered() {
    try {
      var choice = localStorage.getItem(KEY);
      return CHOICES.indexOf(choice) > 0 ? choice : "auto";
    } catch (error) {
      return "auto"; // Storage may be closed to us; the system's choice is a good one.
    }
  }

  function remember(choice) {
    try {
      if (choice === "auto") { localStorage.removeItem(KEY); } else { localStorage.setItem(KEY, choice); }
    } catch (error) { /* The choice then holds for this page. */ }
  }

  // Before anything is painted: style sheets look at this attribute.
  function paint(choice) {
    if (choice === "auto") { root.removeAttribute("data-colours"); } else { root.setAttribute("data-colours", choice); }
  }

  function readyColours(button) {
    var choice = remembered();
    function show() { button.textContent = button.getAttribute("data-" + choice); }
    button.addEventListener("click", function () {
      choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
      remember(choice);
      paint(choice);
      show();
    });
    show();
    button.hidden = false;
  }

  function readyMenu(button, menu) {
    function isOpen() { return button.getAttribute("aria-expanded") === "true"; }
    function set(open) { button.setAttribute("aria-expanded", String(open)); }
    button.addEventListener("click", function () { set(!isOpen()); });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !isOpen()) { return; }
      var inside = menu.contains(document.activeElement);
      set(false);
      if (inside) { button.focus(); }
    });
    button.hidden = false;
  }

  // What is folded away is printed too; then each stands as the reader left it.
  function readyPrint() {
    var opened = [];
    addEventListener("beforeprint", function () {
      opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
      opened.forEach(function (each) { each.open = true; });
    });
    addEventListener("afterprint", function () {
      opened.forEach(function (each) { each.open = false; });
      opened = [];
    });
  }

  // Who follows a link to what is folded away finds it open.
  function unfold() {
    var place = document.getElementById(location.hash.slice(1));
    var folded = place && place.closest("details:not([open])");
    if (folded) { folded.open = true; }
  }

  paint(remembered());
  readyPrint();
  addEventListener("hashchange", unfold);
  root.classList.remove("no-js");
  root.classList.add("js");
  document.addEventListener("DOMContentLoaded", function () {
    var colours = document.querySelector(".or-colours");
    var button = document.querySelector(".or-menu-button");
    var menu = document.getElementById("or-menu");
    if (colours) { readyColours(colours); }
    if (button && menu) { readyMenu(button, menu); }
    unfold();
  });
})();
