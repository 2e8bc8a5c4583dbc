// The button that goes on stands at the right and comes last with Tab, in windows of the host and of the plug-in,
// and at the end of forms.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { row } from './support/searching.mjs';
import { choose_in_actions, compose_and_send, dialog, expect_recipients, seen } from './support/texting.mjs';

/** The buttons of a bar as they stand from left to right, which is also the order of Tab. */
async function expect_last(bar, primary) {
    await seen(bar.getByRole('button', { name: primary, exact: true }));
    const buttons = await bar.getByRole('button').evaluateAll((all) =>
        all.map((each) => ({
            name: each.textContent,
            left: each.getBoundingClientRect().left,
            is_primary: each.classList.contains('primary'),
        })),
    );
    const lefts = buttons.map(({ left }) => left);
    assert.deepEqual(lefts, [...lefts].sort((one, other) => one - other), 'Tab goes from left to right');
    assert.deepEqual(buttons.filter(({ is_primary }) => is_primary).map(({ name }) => name), [primary]);
    assert.equal(buttons[buttons.length - 1].name, primary);
}

const bar_of = (window) => window.locator('.window-buttons');

in_browser('The primary button of every window is the last', async (screens) => {
    const { page } = screens;
    await screens.open('hotlists/1');
    await seen(row(page, 'Fran Peterson'));
    await choose_in_actions(page, 'Send Text');
    await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
    await expect_last(bar_of(dialog(page, 'Send Text')), 'Send 3 texts');
    await compose_and_send(page, 'Hello.', 'Send 3 texts');
    const invalid = dialog(page, 'Some records are invalid');
    await expect_last(bar_of(invalid), 'Continue');
    await invalid.getByRole('button', { name: 'Continue' }).click();
    await expect_last(bar_of(dialog(page, 'Messages sent')), 'Continue working');
    await page.getByRole('button', { name: 'Continue working' }).click();

    await screens.open('administration/external-services');
    await page.getByRole('button', { name: /^Edit/ }).first().click();
    await expect_last(bar_of(page.getByRole('dialog')), 'Save');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: /^Remove/ }).first().click();
    await expect_last(bar_of(page.getByRole('dialog')), 'Remove');
});

in_browser('So is the primary button of the settings', async (screens) => {
    await screens.open('administration/settings');
    await expect_last(screens.page.getByRole('form', { name: 'Settings' }).locator('.form-end'), 'Save');
});

in_browser('A value that is wrong is not called missing', async (screens) => {
    const { page } = screens;
    await screens.open('administration/external-services');
    await page.getByRole('button', { name: 'Add' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Username').fill('not a number');
    await form.getByRole('button', { name: 'Save' }).click();
    await seen(form.getByRole('status').getByText('Correct the marked fields, then try again.'));
});
