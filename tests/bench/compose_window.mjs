// How long a person waits in the compose window, in a browser, with 10,000 recipients and with 100: until they can read
// the first of them and type, for a letter, for one who is removed, and for all who are rejected. With a hundred times
// the recipients that must not take many times as long.
import { close_browser, with_screens } from '../browser/support/screens.mjs';

const many = 10_000;
const few = 100;
const rounds = 5;
const max_times = 15;
const wanted_ms = { open: 500, letter: 30, remove: 50 };
/** Of what is quicker a ratio says nothing. */
const too_quick_ms = { open: 100, letter: 17, remove: 17 };

/** In the page: what is measured, each in milliseconds. */
async function measure(count) {
    const { get, post } = await import('/pages/api.js');
    const records = [];
    while (records.length < count) {
        const page = await get(`/api/employees?limit=1000&offset=${records.length}`);
        records.push(...page.rows.map(({ id }) => ({ kind: 'employee', id })));
    }
    records.length = count;
    const target = { place: 'employee_search', records, action_id: 'send_text' };

    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const shown = () => document.querySelector('dialog');
    const first_row = () => shown()?.querySelector('[data-row]');
    const field = () => shown()?.querySelector('textarea');
    /** Until it is so, and has been painted. */
    async function time_until(is_so, begin) {
        const start = performance.now();
        begin();
        while (!is_so()) await frame();
        document.body.getBoundingClientRect();
        return performance.now() - start;
    }
    const all_are_here = () => !shown().textContent.includes('Looking up');

    const times = { open: 0, letter: [], remove: [], worst_letter: 0 };
    times.open = await time_until(
        () => first_row() && document.activeElement === field(),
        () => post('/api/menu/perform', target),
    );
    while (!all_are_here()) await frame();
    for (let letter = 0; letter < 20; ++letter) {
        const start = performance.now();
        document.execCommand('insertText', false, letter % 6 === 5 ? ' ' : 'x');
        document.body.getBoundingClientRect();
        times.letter.push(performance.now() - start);
        await frame();
    }
    while (shown().textContent.includes('Write a message first')) await frame();
    for (let row = 0; row < 10; ++row) {
        const id = first_row().dataset.row;
        const button = [...first_row().querySelectorAll('button')].find((each) => each.textContent === 'Remove');
        times.remove.push(
            await time_until(
                () => first_row().dataset.row !== id,
                () => button.click(),
            ),
        );
        await new Promise((done) => setTimeout(done, 100));
    }
    [...shown().querySelectorAll('button')].find((each) => each.textContent === 'Cancel').click();
    while (shown()) await frame();
    return times;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function medians(page, count) {
    const all = { open: [], letter: [], remove: [] };
    for (let round = 0; round < rounds; ++round) {
        const times = await page.evaluate(measure, count);
        all.open.push(times.open);
        all.letter.push(...times.letter);
        all.remove.push(...times.remove);
    }
    return Object.fromEntries(Object.entries(all).map(([what, values]) => [what, median(values)]));
}

let is_good = true;
try {
    await with_screens(async ({ page }) => {
        const small = await medians(page, few);
        const large = await medians(page, many);
        for (const what of Object.keys(small)) {
            const ratio = large[what] / Math.max(small[what], too_quick_ms[what]);
            console.log(
                `${what.padEnd(8)} ${large[what].toFixed(1).padStart(8)} ms with ${many} recipients, ` +
                    `${small[what].toFixed(1).padStart(8)} ms with ${few}: ${ratio.toFixed(2)} times; ` +
                    `below ${wanted_ms[what]} ms is wanted`,
            );
            is_good &&= ratio <= max_times;
        }
    });
} finally {
    await close_browser();
}
process.exitCode = is_good ? 0 : 1;
