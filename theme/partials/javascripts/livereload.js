// Reloads the page when the local server has something newer to show.
// Only a served site loads this file; a published one does not have it.
(function () {
  "use strict";
  var epoch = document.currentScript.dataset.epoch;
  var request = null;
  var waiting = null;

  function ask() {
    request = new XMLHttpRequest();
    request.onloadend = function () {
      if (parseFloat(this.responseText) > Number(epoch)) {
        location.reload();
      } else {
        waiting = setTimeout(ask, this.status === 200 ? 0 : 2000);
      }
    };
    request.open("GET", "/livereload/" + epoch + "/" + Math.round(performance.now()));
    request.send();
  }

  function rest() {
    if (request) { request.onloadend = null; request.abort(); }
    clearTimeout(waiting);
    request = null;
  }

  function follow() {
    rest();
    if (document.visibilityState === "visible") { ask(); }
  }

  addEventListener("load", follow);
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", rest);
})();
