/**
 * How a program gets at a desk: where it is, who asks, and how patient it is. The rest of the package is generated.
 */
import { Configuration, type FetchAPI } from './runtime.js';
import type { PageLinks } from './models/index.js';

/** How time passes; other than the machine's in tests. */
export interface Time {
    now(): number;
    pass(milliseconds: number): Promise<void>;
}

export interface DeskOptions {
    /** Scheme, host and port of the tenant's desk, such as `https://service.example.com`. */
    server: string;
    /** A bearer token, or what gives one before each request. */
    token?: string | (() => string | Promise<string>);
    /** An API client, instead of a token: its token is fetched when it is first needed, and again before it ends or after the desk has refused it. */
    client?: { id: string; secret: string };
    /** A language tag for texts, such as `zh-CN`. */
    language?: string;
    /** How long a request may take with waiting and sending again, in seconds; 60 unless said, 0 for never again. */
    patience?: number;
    /** What sends requests; the `fetch` of the platform unless said. */
    fetch?: FetchAPI;
    time?: Time;
}

const REAL: Time = {
    now: () => Date.now(),
    pass: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
const FIRST_WAIT = 200;
const LONGEST_WAIT = 30_000;
const LONGEST_CALL = 60_000;
const LATER = [409, 429, 503];

/** What the generated classes are made with: `new TicketsApi(connect({ server, token }))`. */
export function connect(options: DeskOptions): Configuration {
    const send = patient(options.fetch ?? globalThis.fetch, (options.patience ?? 60) * 1000, options.time ?? REAL);
    const basePath = options.server.replace(/\/+$/, '') + '/api/v1';
    const fetched = options.client ? clientToken(basePath, options.client, send, options.time ?? REAL) : undefined;
    const token = fetched ? fetched.get : options.token;
    return new Configuration({
        basePath,
        fetchApi: send,
        accessToken: token === undefined ? undefined : typeof token === 'function' ? async () => token() : token,
        headers: options.language ? { 'Accept-Language': options.language } : undefined,
        middleware: fetched ? [{ post: async ({ response }) => { if (response.status === 401) { fetched.forget(); } } }] : [],
    });
}

/**
 * Sends again what a desk asks to be sent again and what got no answer, if twice is as good as once: everything but a change that carries a version. A POST without an
 * `Idempotency-Key` gets one for that. A caller who takes his request back is obeyed.
 */
function patient(send: FetchAPI, patience: number, time: Time): FetchAPI {
    return async (input, init) => {
        const method = (init?.method ?? 'GET').toUpperCase();
        const headers = new Headers(init?.headers);
        if (method === 'POST' && !headers.has('Idempotency-Key')) {
            headers.set('Idempotency-Key', crypto.randomUUID());
        }
        // A change carries a version: repeated, one that came to pass would look like somebody else's.
        const repeatable = method !== 'PATCH' && !headers.has('If-Match');
        const end = time.now() + patience;
        for (let attempt = 0; ; attempt++) {
            let wait: number | undefined;
            try {
                const answer = await send(input, { ...init, headers, signal: init?.signal ?? AbortSignal.timeout(LONGEST_CALL) });
                wait = asked(answer, attempt);
                if (wait === undefined || time.now() + wait > end) {
                    return answer;
                }
                // What is not read holds its connection.
                await answer.body?.cancel();
            } catch (lost) {
                wait = backOff(attempt);
                if (!repeatable || init?.signal?.aborted || time.now() + wait > end) {
                    throw lost;
                }
            }
            await time.pass(wait);
        }
    };
}

/** How long to wait before it is sent again; undefined if this is the answer. A conflict is one unless it says that time helps. */
function asked(answer: Response, attempt: number): number | undefined {
    if (!LATER.includes(answer.status)) {
        return undefined;
    }
    const said = answer.headers.get('Retry-After');
    if (said !== null && /^\d{1,6}$/.test(said)) {
        return Number(said) * 1000;
    }
    return answer.status === 409 ? undefined : backOff(attempt);
}

function backOff(attempt: number): number {
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 8));
    return longest / 2 + Math.random() * (longest / 2);
}

function clientToken(basePath: string, client: { id: string; secret: string }, send: FetchAPI, time: Time): { get: () => Promise<string>; forget: () => void } {
    let fetched: Promise<string> | undefined;
    let endsAt = 0;
    const fetchToken = async (): Promise<string> => {
        const answer = await send(basePath + '/tokens', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ grantType: 'client', clientId: client.id, clientSecret: client.secret }),
        });
        if (!answer.ok) {
            throw new Error(`the desk gives no token: ${answer.status} ${await answer.text()}`);
        }
        const token = (await answer.json()) as { accessToken: string; expiresIn: number };
        endsAt = time.now() + token.expiresIn * 900;
        return token.accessToken;
    };
    const forget = (): void => { fetched = undefined; };
    const get = (): Promise<string> => {
        if (fetched === undefined || time.now() >= endsAt) {
            endsAt = Number.POSITIVE_INFINITY;
            fetched = fetchToken().catch((refused) => {
                // The next request asks anew.
                forget();
                throw refused;
            });
        }
        return fetched;
    };
    return { get, forget };
}

/** A page of any list. */
export interface ListPage<T> {
    items: T[];
    links?: PageLinks;
}

/**
 * All items of all pages in their order; each page is asked for when its first item is wanted.
 *
 *     for await (const event of items((pageAfter) => events.listEvents({ pageAfter }))) { … }
 */
export async function* items<T>(read: (pageAfter?: string) => Promise<ListPage<T>>): AsyncGenerator<T, void, undefined> {
    for (let after: string | undefined; ; ) {
        const page = await read(after);
        yield* page.items;
        after = cursor(page.links);
        if (after === undefined) {
            return;
        }
    }
}

/** The cursor that a page goes on with; undefined on the last one. */
export function cursor(links?: PageLinks): string | undefined {
    return links?.next === undefined ? undefined : new URL(links.next, 'http://desk.invalid').searchParams.get('page[after]') ?? undefined;
}
