'use strict';
document.addEventListener('htmx:configRequest', function (event) {
  event.detail.headers['X-Form-Token'] = document.body.dataset.formToken;
});
