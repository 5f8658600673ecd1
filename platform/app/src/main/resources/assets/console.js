'use strict';
// The consoles' keys, ticked rows and live lists. Everything works without it, only less swiftly.
(function () {
  document.documentElement.classList.add('scripted');
  const page = document.querySelector('[data-live]');
  const $ = function (id) { return document.getElementById(id); };

  // Where there is little room the views fold away.
  if (window.matchMedia('(max-width: 1099px)').matches) {
    document.querySelectorAll('.views-fold').forEach(function (fold) { fold.open = false; });
  }
  const refused = document.querySelector('[data-focus]');
  if (refused) { refused.focus(); }

  // Choices that send their form at once.
  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-submits]')) {
      event.target.form.requestSubmit();
    }
  });
  // An address without empty parameters is one that can be shared.
  document.addEventListener('submit', function (event) {
    if (event.target.id === 'filters') {
      event.target.querySelectorAll('input, select').forEach(function (field) { field.disabled = field.value === ''; });
    }
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('#filters :disabled').forEach(function (field) { field.disabled = false; });
  });

  // ---- ticked rows ----
  const ticked = function () { return Array.from(document.querySelectorAll('input[name=ticket]:checked')); };
  const showTicked = function () {
    const bulk = $('bulk');
    if (bulk) {
      const count = ticked().length;
      bulk.classList.toggle('has-ticked', count > 0);
      $('bulk-count').textContent = $('bulk-count').dataset.text.replace('{0}', count);
    }
  };
  document.addEventListener('change', function (event) {
    if (event.target.id === 'tick-all') {
      document.querySelectorAll('input[name=ticket]').forEach(function (box) { box.checked = event.target.checked; });
    }
    if (event.target.id === 'tick-all' || event.target.name === 'ticket') {
      showTicked();
    }
  });
  showTicked();

  // ---- moving through rows ----
  const rows = function () { return Array.from(document.querySelectorAll('.q-row')); };
  const current = function () { return document.querySelector('.q-row.is-current'); };
  const choose = function (row) {
    const before = current();
    if (before) { before.classList.remove('is-current'); }
    if (row) {
      row.classList.add('is-current');
      row.scrollIntoView({ block: 'nearest' });
      const link = row.querySelector('a');
      if (link) { link.focus({ preventScroll: true }); }
    }
  };
  const move = function (step) {
    const all = rows();
    const at = all.indexOf(current());
    choose(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]);
  };
  const go = function (selector) {
    const place = document.querySelector(selector);
    if (place) { place.focus(); place.scrollIntoView({ block: 'nearest' }); }
    return place;
  };
  const speak = function (kind) {
    const choice = document.querySelector('input[name=kind][value=' + kind + ']');
    if (choice && !choice.disabled) {
      choice.checked = true;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      go('#body');
    }
  };
  const keys = {
    j: function () { move(1); },
    k: function () { move(-1); },
    x: function () {
      const box = current() && current().querySelector('input[name=ticket]');
      if (box) { box.click(); }
    },
    Enter: function () {
      const link = current() && current().querySelector('a');
      if (link) { link.click(); }
    },
    r: function () { speak('reply'); },
    n: function () { speak('note'); },
    a: function () {
      if ($('p-assignee')) { go('#p-assignee'); } else if (ticked().length) { go('#b-assignee'); }
    },
    u: function () { if ($('to-list')) { $('to-list').click(); } },
    '/': function () { const place = go('#q') || go('#to-search'); if (place && place.select) { place.select(); } else if (place) { place.click(); } },
    '?': function () { $('keys').showModal(); }
  };
  document.addEventListener('keydown', function (event) {
    const at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || at.closest('dialog')) {
      return;
    }
    const writing = at.matches('textarea, select, [contenteditable]') || at.matches('input') && !/^(checkbox|radio|button|submit)$/.test(at.type);
    if (event.key === 'Escape' && writing) { at.blur(); return; }
    if (writing || event.key === 'Enter' && at.matches('a, button, summary, input') && !at.closest('.q-row')) {
      return;
    }
    if (event.key === 'Enter' && at.matches('a')) { return; }
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // ---- the composer ----
  const composer = $('composer');
  if (composer) {
    const dress = function () {
      const kind = composer.querySelector('input[name=kind]:checked');
      composer.classList.toggle('is-note', !!kind && kind.value === 'note');
    };
    composer.addEventListener('change', function (event) {
      if (event.target.name === 'kind') { dress(); }
      if (event.target.id === 'macro' && event.target.value) {
        const macro = event.target.selectedOptions[0];
        const body = $('body');
        if (macro.dataset.reply) {
          body.value += (body.value && !body.value.endsWith('\n') ? '\n' : '') + macro.dataset.reply;
        }
        const status = $('c-status');
        if (macro.dataset.status && status && Array.from(status.options).some(function (o) { return o.value === macro.dataset.status; })) {
          status.value = macro.dataset.status;
        }
        event.target.value = '';
        body.focus();
      }
    });
    composer.addEventListener('click', function (event) {
      const words = event.target.closest('[data-insert]');
      if (words) {
        const body = $('body');
        body.value += (body.value && !body.value.endsWith('\n') ? '\n' : '') + words.dataset.insert;
        body.focus();
      }
    });
    dress();
    let sent = false;
    composer.addEventListener('submit', function () { sent = true; });
    window.addEventListener('beforeunload', function (event) {
      if (!sent && $('body').value.trim() && $('body').value !== $('body').defaultValue) { event.preventDefault(); }
    });
  }

  // ---- live ----
  if (!page || !window.EventSource) {
    return;
  }
  const mark = $('live-mark');
  const news = $('news');
  let source = null;
  let timer = null;
  let last = 0;
  let opened = false;

  const showLive = function (on) {
    if (mark) {
      mark.hidden = false;
      mark.classList.toggle('off', !on);
      mark.textContent = on ? mark.dataset.on : mark.dataset.off;
    }
  };
  const offer = function () {
    if (news && !news.firstChild) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-quiet btn-sm';
      button.textContent = news.dataset.text;
      button.addEventListener('click', function () { window.location.reload(); });
      news.appendChild(button);
    }
  };
  // The rows are read anew, at most once a second; what was ticked and where the reader stood is kept.
  const freshen = function () {
    timer = null;
    last = Date.now();
    const known = new Set(rows().map(function (row) { return row.dataset.ticket; }));
    const marks = ticked().map(function (box) { return box.value; });
    const stood = current() && current().dataset.ticket;
    const held = document.activeElement && document.activeElement.closest('.q-row') ? document.activeElement.closest('.q-row').dataset.ticket : null;
    window.htmx.ajax('GET', page.dataset.rows, { target: '#rows', swap: 'outerHTML' }).then(function () {
      rows().forEach(function (row) {
        if (!known.has(row.dataset.ticket)) { row.classList.add('is-fresh'); }
        const box = row.querySelector('input[name=ticket]');
        if (box && marks.includes(box.value)) { box.checked = true; }
        if (row.dataset.ticket === stood) { row.classList.add('is-current'); }
        if (row.dataset.ticket === held) { row.querySelector('a').focus({ preventScroll: true }); }
      });
      showTicked();
    });
  };
  const hear = function (ticket) {
    if (page.dataset.rows) {
      if (page.dataset.fresh !== 'true') {
        offer();
      } else if (!timer) {
        timer = window.setTimeout(freshen, Math.max(0, 1000 - (Date.now() - last)));
      }
    } else if (page.dataset.conversation && (ticket === null || ticket === page.dataset.ticket) && !timer) {
      timer = window.setTimeout(function () {
        timer = null;
        window.htmx.ajax('GET', page.dataset.conversation, { target: '#conversation', swap: 'outerHTML' });
      }, 300);
    }
  };
  // A browser grants a site few connections: only the tab that is looked at holds one.
  const open = function () {
    if (source || document.hidden) { return; }
    source = new window.EventSource(page.dataset.live);
    source.onopen = function () {
      showLive(true);
      // What happened while nobody listened is not repeated.
      if (opened) { hear(null); }
      opened = true;
    };
    source.addEventListener('ticket', function (event) { hear(event.data.split(' ')[1]); });
    source.onerror = function () {
      if (source && source.readyState === window.EventSource.CLOSED) {
        showLive(false);
        close();
        window.setTimeout(open, 10000);
      }
    };
  };
  const close = function () {
    if (source) { source.close(); source = null; }
  };
  document.addEventListener('visibilitychange', function () { if (document.hidden) { close(); } else { open(); } });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
})();

// A paper: how much time is left, by the server's clock.
(function () {
  const timer = document.querySelector('[data-ends]');
  if (timer) {
    const ahead = Date.parse(timer.dataset.now) - Date.now();
    const left = timer.querySelector('strong');
    const tick = function () {
      const seconds = Math.max(0, Math.round((Date.parse(timer.dataset.ends) - Date.now() - ahead) / 1000));
      left.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
      if (seconds === 0) { window.clearInterval(ticking); window.location.reload(); }
    };
    const ticking = window.setInterval(tick, 1000);
    tick();
  }
})();
