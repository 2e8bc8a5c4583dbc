// A page of the screens, which fails on whatever goes wrong in it unseen.
import assert from 'node:assert/strict';
import { MockHost } from './mock_host.mjs';
import { chromium, programs } from './programs.mjs';

/** A slow machine may take its time: only against a hang. */
const hang_milliseconds = 120_000;

let browser;
export const close_browser = () => browser?.close();

/** Headless Chromium, one for the whole program. */
async function the_browser() {
    browser ??= await chromium.launch({
        executablePath: programs.chromium,
        args: process.getuid() === 0 ? ['--no-sandbox'] : [],
    });
    return browser;
}

/** In the page: goes to a route and waits until the screens know of it, which goto() would not. */
const go_to = (hash) =>
    new Promise((resolve) => {
        if (location.hash === hash) return resolve();
        addEventListener('hashchange', ({ newURL }) => newURL.endsWith(hash) && resolve());
        location.hash = hash;
    });

/** The screens as one person sees them. What is not there yet is waited for. */
export class Screens {
    faults = [];
    #allowed = [];

    constructor(host, page) {
        this.host = host;
        this.page = page;
        const context = page.context();
        context.on('weberror', (failure) => this.#note(`error in a page: ${failure.error().stack}`));
        context.on('console', (line) => {
            if (line.type() === 'error')
                this.#note(`error in the console: ${line.text()} ${line.location().url}`);
        });
        context.on('request', (request) => {
            const url = new URL(request.url());
            if (url.protocol !== 'data:' && `${url.origin}/` !== host.address)
                this.#note(`a request that leaves the host: ${request.method()} ${url}`);
        });
    }

    /** Opens a page by its route, such as "employees/5814". */
    async open(route = '') {
        const hash = route && `#/${route}`;
        const [loaded, shown] = this.page.url().split(/(?=#)/);
        if (loaded === this.host.address && hash && hash !== shown) await this.page.evaluate(go_to, hash);
        else await this.page.goto(this.host.address + hash);
    }

    /** Another page of the same host. */
    async another_page() {
        const page = await this.page.context().newPage();
        await page.goto(this.host.address);
        return page;
    }

    /** From now on faults like this are none: the test brings them about. */
    allow_faults(pattern) {
        this.#allowed.push(pattern);
    }

    #note(fault) {
        if (!this.#allowed.some((pattern) => pattern.test(fault))) this.faults.push(fault);
    }
}

/**
 * Does `steps(screens)` in a page of a fresh mock host, and fails on faults that no step has allowed.
 * `options` are playwright's for a context: viewport, colorScheme …
 */
export async function with_screens(steps, options = {}) {
    const host = await MockHost.start();
    try {
        const context = await (
            await the_browser()
        ).newContext({ viewport: { width: 1280, height: 800 }, ...options });
        context.setDefaultTimeout(hang_milliseconds);
        const screens = new Screens(host, await context.newPage());
        try {
            await screens.open();
            await steps(screens);
            assert.deepEqual(screens.faults, []);
        } catch (failure) {
            failure.message += `\n${await what_is_seen(screens)}`;
            throw failure;
        } finally {
            await context.close();
        }
    } finally {
        await host.end();
    }
}

/** What a person would tell of the page where a test failed. */
async function what_is_seen({ page, faults, host }) {
    const tree = await page
        .locator('body')
        .ariaSnapshot({ timeout: 2_000 })
        .catch(() => 'nothing');
    return [
        `Faults: ${JSON.stringify(faults)}`,
        `The page ${page.url()}:`,
        tree,
        'The host said:',
        host.said,
    ].join('\n');
}
