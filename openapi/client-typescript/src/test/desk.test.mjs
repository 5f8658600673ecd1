import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, cursor, EventsApi, items, TicketsApi } from '../../target/dist/index.js';

/** A desk that gives these answers one after another, the last one for ever; time is the test's. */
function desk(...answers) {
    const seen = [];
    const waits = [];
    let now = 0;
    return {
        seen,
        waits,
        options: {
            server: 'http://art.example.com/',
            patience: 120,
            time: { now: () => now, pass: async (ms) => { waits.push(ms); now += ms; } },
            fetch: async (url, init) => {
                seen.push({ url: String(url), method: init.method, headers: new Headers(init.headers), body: init.body });
                const [status, headers, body] = answers.length > 1 ? answers.shift() : answers[0];
                if (status === 0) {
                    throw new TypeError('no answer');
                }
                return new Response(JSON.stringify(body ?? {}), { status, headers: { 'Content-Type': 'application/json', ...headers } });
            },
        },
        later: (ms) => { now += ms; },
    };
}

const EVENT = { id: '0197c1d0-5a3e-7c61-9d0e-3f6a0b1c2e03', type: 'ticket.created', subjectId: '0197c1d0-5a3e-7c61-9d0e-3f6a0b1c2d61', occurredAt: '2026-03-01T08:00:00Z', actor: 'platform' };
const page = (at, next) => ({ items: [{ ...EVENT, cursor: at }], meta: { hasMore: next !== undefined }, links: { next } });

test('waits as long as it is told and files one ticket', async () => {
    const d = desk([429, { 'Retry-After': '7' }], [0], [503], [201, {}, { id: 'x' }]);
    await new TicketsApi(connect(d.options)).createTicketRaw({ newTicket: { type: 'question', subject: 's', description: 'd' } });
    assert.equal(d.seen.length, 4);
    assert.equal(d.waits[0], 7000);
    assert.ok(d.waits[1] >= 200 && d.waits[1] <= 400);
    assert.equal(new Set(d.seen.map((s) => s.headers.get('Idempotency-Key'))).size, 1);
});

test('gives up when its patience is over', async () => {
    const d = desk([503, { 'Retry-After': '50' }]);
    await assert.rejects(new EventsApi(connect(d.options)).listEvents());
    assert.deepEqual(d.waits, [50_000, 50_000]);
});

test('a change that got no answer is not repeated, and a conflict is an answer', async () => {
    const lost = desk([0]);
    await assert.rejects(new TicketsApi(connect(lost.options)).changeTicket({ ticketId: EVENT.subjectId, ticketChange: {}, ifMatch: '"1"' }));
    assert.equal(lost.seen.length, 1);
    const conflict = desk([409]);
    await assert.rejects(new TicketsApi(connect(conflict.options)).createTicket({ newTicket: { type: 'question', subject: 's', description: 'd' } }));
    assert.equal(conflict.seen.length, 1);
});

test('goes through all pages', async () => {
    const d = desk([200, {}, page('1', '/api/v1/events?page%5Bafter%5D=a%2Bb')], [200, {}, page('2')]);
    const api = new EventsApi(connect(d.options));
    const seen = [];
    for await (const event of items((pageAfter) => api.listEvents({ pageAfter }))) {
        seen.push(event.cursor);
    }
    assert.deepEqual(seen, ['1', '2']);
    assert.ok(d.seen[1].url.endsWith('/api/v1/events?page%5Bafter%5D=a%2Bb'));
    assert.equal(cursor(undefined), undefined);
});

test('a client fetches its token once, and again before it ends', async () => {
    const token = [200, {}, { accessToken: 't', tokenType: 'Bearer', expiresIn: 100 }];
    const d = desk(token, [200, {}, page('1')], [200, {}, page('1')], token, [401], token, [200, {}, page('1')]);
    const api = new EventsApi(connect({ ...d.options, client: { id: 'c', secret: 's' }, language: 'zh-CN' }));
    await api.listEvents();
    await api.listEvents();
    d.later(91_000);
    await assert.rejects(api.listEvents());
    await api.listEvents();
    assert.deepEqual(d.seen.map((s) => s.url.split('/').at(-1)), ['tokens', 'events', 'events', 'tokens', 'events', 'tokens', 'events']);
    assert.equal(d.seen[1].headers.get('Authorization'), 'Bearer t');
    assert.equal(d.seen[1].headers.get('Accept-Language'), 'zh-CN');
});

test('who takes his request back is obeyed', async () => {
    const d = desk([0]);
    await assert.rejects(new EventsApi(connect(d.options)).listEvents({}, { signal: AbortSignal.abort() }));
    assert.equal(d.seen.length, 1);
});
