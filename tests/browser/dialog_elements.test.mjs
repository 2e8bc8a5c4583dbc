// What a plug-in's view can ask for, drawn from views of the test's own.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { dialog, gone, seen } from './support/texting.mjs';

const action = (id, label) => ({ id, label });

const three_actions = [
    action('number', 'Change number'),
    action('method', 'Use another'),
    action('off', 'Remove'),
];

const view = (...elements) => ({
    name: 'test.view',
    title: 'A view',
    elements,
    buttons: [
        { id: 'save', label: 'Save', role: 'default' },
        { id: 'cancel', label: 'Cancel', role: 'cancel' },
    ],
});

/** Draws the view as a dialog that no plug-in knows. */
async function show(page, shown) {
    await page.route('**/api/dialogs/9/*', (route) => route.fulfill({ json: {} }));
    await page.evaluate(async (given) => {
        const { open_plugin_window } = await import('/pages/plugin_window.js');
        window.shown_for_test = open_plugin_window({ id: 9, view: given, values: {} });
    }, shown);
    await seen(dialog(page, 'A view'));
}

/** What is posted as `what` upon doing something. */
async function posted(page, what, doing) {
    const request = page.waitForRequest(`**/api/dialogs/9/${what}`);
    await doing();
    return (await request).postDataJSON();
}

const update = (page, changed) =>
    page.evaluate((given) => window.shown_for_test.update({ view: given, values: {} }), changed);

in_browser('A place for one line is a field in which Enter presses the default button', async ({ page }) => {
    const number = { kind: 'text_area', id: 'number', label: 'Number', value: '651', lines: 1 };
    await show(page, view(number, { kind: 'text_area', id: 'words', label: 'Words', lines: 3 }));
    const words = page.getByRole('textbox', { name: 'Words' });
    assert.equal(await words.getAttribute('rows'), '3');
    const field = page.getByRole('textbox', { name: 'Number' });
    assert.equal(await field.evaluate((node) => node.tagName), 'INPUT');
    await field.fill('651 428 7716');
    assert.deepEqual(await posted(page, 'press', () => field.press('Enter')), {
        button: 'save',
        values: { number: '651 428 7716', words: '' },
    });
});

in_browser('Of more than two actions of a row the others stand in a menu', async ({ page }) => {
    const row = (id, title, actions) => ({ id, title, mark: 'rejected', note: 'It is none.', actions });
    const rows = (actions) => ({
        kind: 'rows',
        id: 'people',
        label: 'People',
        rows: [row('a', 'Ana Novak', actions), row('b', 'Bo Lind', three_actions.slice(0, 2))],
    });
    await show(page, view(rows(three_actions)));
    await seen(page.getByRole('button', { name: 'Use another Bo Lind' }));
    await seen(page.getByRole('button', { name: 'Change number Ana Novak' }));
    assert.equal(await page.getByRole('button', { name: 'More actions for Bo Lind' }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Use another Ana Novak' }).count(), 0);

    const more = page.getByRole('button', { name: 'More actions for Ana Novak' });
    assert.equal(await more.getAttribute('aria-haspopup'), 'menu');
    await more.focus();
    await page.keyboard.press('Enter');
    await seen(page.getByRole('menu', { name: 'More actions for Ana Novak' }));
    await page.keyboard.press('ArrowDown');
    const chosen = await posted(page, 'row_action', () => page.keyboard.press('Enter'));
    assert.deepEqual(chosen, { element: 'people', row: 'a', action: 'off' });
    await gone(page.getByRole('menu'));
    assert.ok(await more.evaluate((node) => node === document.activeElement));

    await update(page, view(rows([...three_actions, action('skip', 'Skip')])));
    assert.ok(await more.evaluate((node) => node === document.activeElement));
    await page.keyboard.press('Enter');
    await seen(page.getByRole('menuitem', { name: 'Skip' }));
    await page.keyboard.press('Escape');
    await seen(dialog(page, 'A view'));
    await update(page, view(rows(three_actions.slice(2))));
    await seen(page.getByRole('button', { name: 'Remove Ana Novak' }));
    await gone(more);
});

in_browser('A field says what is too much, and nothing else is pressed than leaving', async ({ page }) => {
    const name = { kind: 'text_area', id: 'name', label: 'Name', value: '', lines: 1, max_characters: 5 };
    const shown = view(name);
    shown.buttons[0] = { ...shown.buttons[0], enabled: false, reason: 'Give it a name.' };
    await show(page, shown);
    const field = page.getByRole('textbox', { name: 'Name', exact: true });
    await field.fill('Monday');
    await seen(page.getByText('1 character too many. The limit is 5.'));
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    await page.getByRole('button', { name: 'Save' }).click({ force: true });
    assert.ok(await field.evaluate((node) => node === document.activeElement));
    const pressed = await posted(page, 'press', () => page.getByRole('button', { name: 'Cancel' }).click());
    assert.deepEqual(pressed, { button: 'cancel', values: {} });
});

in_browser('An error stands beside its field, and not at the button too', async ({ page }) => {
    const words = 'There is a template of this name.';
    const name = { kind: 'text_area', id: 'name', label: 'Name', lines: 1, error: words };
    const shown = view(name, { kind: 'text', id: 'more', text: 'All of it', folded: 'More' });
    shown.buttons[0] = { ...shown.buttons[0], enabled: false, reason: words };
    await show(page, shown);
    await seen(page.getByText(words));
    assert.equal(await page.getByText(words).count(), 1);
    assert.equal(await page.getByText('All of it').isVisible(), false);
    await page.getByText('More', { exact: true }).click();
    await seen(page.getByText('All of it'));
    await update(page, view({ ...name, error: '' }));
    await gone(page.getByText(words));
});

in_browser('A disabled button is pressed when the plug-in has not seen the last letters', async ({ page }) => {
    const shown = view({ kind: 'text_area', id: 'words', label: 'Words', value: '' });
    shown.buttons[0] = { ...shown.buttons[0], enabled: false, reason: 'Write something.' };
    await show(page, shown);
    const field = page.getByRole('textbox', { name: 'Words' });
    let presses = 0;
    page.on('request', (request) => (presses += request.url().endsWith('/press') ? 1 : 0));
    await field.press('Control+Enter');
    assert.equal(presses, 0);
    const pressed = await posted(page, 'press', async () => {
        await field.pressSequentially('Hi');
        await field.press('Control+Enter');
    });
    assert.deepEqual(pressed, { button: 'save', values: { words: 'Hi' }, if_enabled: true });
});
