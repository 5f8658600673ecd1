'use strict';
// What script adds to pages that work without it.
(function () {
  document.addEventListener('htmx:configRequest', function (event) {
    event.detail.headers['X-Form-Token'] = document.body.dataset.formToken;
  });

  // Nobody looks at a hidden tab, so it need not ask for news.
  document.addEventListener('htmx:beforeRequest', function (event) {
    if (document.hidden && event.target.hasAttribute('data-poll')) {
      event.preventDefault();
    }
  });

  // A form that must not be sent twice ignores a second click; coming back by the browser's history wakes it again.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.hasAttribute('data-once') && !event.defaultPrevented) {
      if (form.dataset.sent === 'true') {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'true';
      form.setAttribute('aria-busy', 'true');
    }
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-once]').forEach(function (form) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });

  // Tells before the upload what the server would tell after it.
  document.addEventListener('change', function (event) {
    var input = event.target;
    if (input.type === 'file' && input.dataset.mostBytes) {
      var files = Array.from(input.files);
      var large = files.some(function (file) { return file.size > Number(input.dataset.mostBytes); });
      var many = files.length > Number(input.dataset.mostFiles);
      input.setCustomValidity(large ? input.dataset.tooLarge : many ? input.dataset.tooMany : '');
      input.reportValidity();
    }
  });

  // Values that a plugin offers while somebody types; without script the field is one like any other.
  var typing;
  function offer(input) {
    htmx.ajax('GET', input.dataset.offered + '?typed=' + encodeURIComponent(input.value.slice(0, 200)), {target: input.list, swap: 'innerHTML'});
  }
  document.addEventListener('input', function (event) {
    if (event.target.dataset.offered && event.target.list) {
      clearTimeout(typing);
      typing = setTimeout(offer, 250, event.target);
    }
  });

  document.addEventListener('focusin', function (event) {
    if (event.target.hasAttribute('data-select')) {
      event.target.select();
    }
    if (event.target.dataset.offered && event.target.list && !event.target.list.hasChildNodes()) {
      offer(event.target);
    }
  });
})();
