// Lists of a plug-in's view as tables: what is in view, by mouse and keyboard; drawn from views of the test's own.
import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { in_browser } from './support/in_browser.mjs';
import { tab_to } from './support/keyboard.mjs';
import { dialog, gone, seen } from './support/texting.mjs';

const columns = [
    { id: 'title', label: 'Name' },
    { id: 'id', label: 'ID', weight: 0.5 },
    { id: 'verdict', label: 'Verdict' },
];

const is_rejected = (id) => id % 50 === 7;

function person(id) {
    return {
        id: `p${id}`,
        title: `Person ${id}`,
        record: { kind: 'employee', id },
        cells: { id: String(id), verdict: is_rejected(id) ? 'Opted out' : 'Can be texted' },
        mark: is_rejected(id) ? 'rejected' : 'ok',
        note: is_rejected(id) ? `Person ${id} has opted out of texts, and must text START first.` : '',
        actions: [{ id: 'remove', label: 'Remove' }],
    };
}

const people = (count) => Array.from({ length: count }, (_, index) => person(index + 1));

const view = (rows) => ({
    name: 'test.rows',
    title: 'A view',
    elements: [
        { kind: 'rows', id: 'people', label: 'People', columns, rejected_first: true, filter: true, rows },
        { kind: 'text_area', id: 'words', label: 'Words' },
    ],
    buttons: [
        { id: 'save', label: 'Save', role: 'default' },
        { id: 'off', label: 'Remove all rejected', beside: 'people' },
        { id: 'elsewhere', label: 'Elsewhere', beside: 'nothing' },
    ],
});

async function show(page, rows) {
    await page.route('**/api/dialogs/9/*', (route) => route.fulfill({ json: {} }));
    await page.evaluate(async (given) => {
        const { open_plugin_window } = await import('/pages/plugin_window.js');
        window.shown_for_test = open_plugin_window({ id: 9, view: given, values: {} });
    }, view(rows));
    await seen(dialog(page, 'A view'));
}

const update = (page, rows) =>
    page.evaluate((given) => window.shown_for_test.update({ view: given, values: {} }), view(rows));

const table = (page) => page.getByRole('table', { name: 'People' });
const rows = (page) => table(page).getByRole('row').filter({ has: page.getByRole('rowheader') });
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label'));

/** Waits for the name of the control that has the focus. */
async function focus_is(page, name) {
    await page.waitForFunction((wanted) => document.activeElement.getAttribute('aria-label') === wanted, name);
}

for (const viewport of [
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
    { width: 390, height: 844 },
]) {
    in_browser(
        `Of ten thousand rows those in view are drawn, the rejected first, at ${viewport.width} pixels`,
        async (screens) => {
            const { page } = screens;
            await screens.open('handsets');
            await page.setViewportSize(viewport);
            await show(page, people(10_000));
            await seen(rows(page).first().filter({ hasText: 'Person 7' }));
            assert.equal(await table(page).getAttribute('aria-rowcount'), '10001');
            assert.equal(await rows(page).first().getAttribute('aria-rowindex'), '2');
            assert.ok((await rows(page).count()) < 60);
            await expect_accessible(page, 'a table of ten thousand');

            // What rows measure is known once they are drawn: the end may move away once.
            await page.waitForFunction(() => {
                const node = document.querySelector('dialog .view-rows');
                node.scrollTop = node.scrollHeight;
                return node.querySelector('[data-row="p10000"]') !== null;
            });
            await seen(rows(page).last().filter({ hasText: 'Person 10000' }));
            assert.equal(await rows(page).last().getAttribute('aria-rowindex'), '10001');
            assert.ok((await rows(page).count()) < 60);
            const right = await page.evaluate(() =>
                Math.max(
                    ...[...document.querySelectorAll('dialog *')].map(
                        (node) => node.getBoundingClientRect().right,
                    ),
                ),
            );
            assert.ok(right <= viewport.width, `something reaches to ${right} of ${viewport.width}`);
        },
    );
}

in_browser('The list is one stop of Tab, and its rows are gone through by arrows', async ({ page }) => {
    await show(page, people(500));
    const remove = (id) => page.getByRole('button', { name: `Remove Person ${id}, ${id}`, exact: true });
    await tab_to(page, remove(7));
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'Remove Person 57, 57');
    await page.keyboard.press('End');
    await focus_is(page, 'Remove Person 500, 500');
    await page.keyboard.press('ArrowUp');
    await focus_is(page, 'Remove Person 499, 499');
    await page.keyboard.press('PageUp');
    assert.notEqual(await focused(page), 'Remove Person 499, 499');
    await page.keyboard.press('Home');
    await focus_is(page, 'Remove Person 7, 7');
    await page.keyboard.press('Tab');
    assert.ok(
        await page.getByRole('textbox', { name: 'Words' }).evaluate((node) => node === document.activeElement),
    );
    await page.keyboard.press('Shift+Tab');
    await focus_is(page, 'Remove Person 7, 7');

    // Who took the place of one that is removed.
    await update(
        page,
        people(500).filter(({ id }) => id !== 'p7'),
    );
    await focus_is(page, 'Remove Person 57, 57');
    // The focus stays with a row that goes elsewhere.
    await update(
        page,
        people(500).map((row) => (row.id === 'p57' ? { ...row, mark: 'ok', note: '' } : row)),
    );
    assert.equal(await focused(page), 'Remove Person 57, 57');
});

in_browser('What is read stays in its place while rows come above it', async ({ page }) => {
    await show(page, people(1000).slice(100));
    await table(page).evaluate((node) => (node.scrollTop = 5000));
    await page.waitForFunction(() => Number(document.querySelector('[data-row]').ariaRowIndex) > 20);
    const at_top = () =>
        table(page).evaluate((node) => {
            const { left, top } = node.getBoundingClientRect();
            const below_heading = top + node.firstElementChild.offsetHeight + 4;
            return document.elementFromPoint(left + 40, below_heading).closest('[data-row]')?.dataset.row;
        });
    const before = await at_top();
    assert.ok(before);
    await update(page, people(1000));
    assert.equal(await at_top(), before);
});

in_browser('Rows are found by words, and the rejected alone', async ({ page }) => {
    await show(page, people(200));
    const filter = page.getByRole('searchbox', { name: 'Filter People' });
    const status = dialog(page, 'A view').getByRole('status');
    await filter.fill('person 19 can');
    await seen(status.getByText('12 of 200 shown')); // 19, 119, and 190 to 199
    assert.equal(await table(page).getAttribute('aria-rowcount'), '13');
    await filter.fill('');
    await page.getByRole('checkbox', { name: 'Rejected only' }).check();
    await seen(status.getByText('4 of 200 shown'));
    assert.equal(await rows(page).count(), 4);
    await filter.fill('nobody is called so');
    await seen(page.getByText('Nothing matches the filter.'));
    await expect_accessible(page, 'a filter that finds nobody');
    // When the last rejected is gone, the others are seen again.
    await filter.fill('');
    await update(
        page,
        people(200).filter(({ mark }) => mark === 'ok'),
    );
    await seen(rows(page).first().filter({ hasText: 'Person 1' }));
    await gone(page.getByRole('checkbox', { name: 'Rejected only' }));

    await update(page, people(5));
    await gone(filter);
});

in_browser('A button about the list stands beside it, and a name leads to its record', async ({ page }) => {
    await show(page, people(20));
    const in_list = table(page).locator('..').getByRole('button', { name: 'Remove all rejected' });
    const request = page.waitForRequest('**/api/dialogs/9/press');
    await in_list.click();
    assert.equal((await request).postDataJSON().button, 'off');
    await seen(page.getByRole('button', { name: 'Elsewhere' }));
    const link = page.getByRole('link', { name: 'Person 7' });
    assert.match(await link.getAttribute('href'), /#\/employees\/7$/);
    assert.equal(await link.getAttribute('target'), '_blank');
});

in_browser('Patches share with the view before what they do not touch', async ({ page }) => {
    const found = await page.evaluate(async () => {
        const { patched } = await import('/pages/json_patch.js');
        const before = { title: 'A', elements: [{ id: 'a' }, { id: 'b', rows: [{ id: '1' }, { id: '2' }] }] };
        const copy = JSON.stringify(before);
        const after = patched(before, [
            [
                { op: 'add', path: '/elements/1/rows/-', value: { id: '3' } },
                { op: 'remove', path: '/elements/1/rows/0' },
            ],
            [
                { op: 'replace', path: '/title', value: 'B' },
                { op: 'add', path: '/elements/1/rows/0/a~1b', value: 5 },
            ],
        ]);
        let refused = '';
        try {
            patched(before, [[{ op: 'remove', path: '/elements/7/rows/0' }]]);
        } catch (problem) {
            refused = problem.message;
        }
        return {
            after,
            refused,
            is_untouched: JSON.stringify(before) === copy,
            is_shared: after.elements[0] === before.elements[0],
        };
    });
    assert.deepEqual(found, {
        after: { title: 'B', elements: [{ id: 'a' }, { id: 'b', rows: [{ id: '2', 'a/b': 5 }, { id: '3' }] }] },
        refused: 'The patch does not fit: /elements/7/rows/0',
        is_untouched: true,
        is_shared: true,
    });
});
