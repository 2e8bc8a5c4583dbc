import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { tab_to } from './support/keyboard.mjs';
import { seen, gone, dialog } from './support/texting.mjs';

const focused = (page) => page.locator(':focus');

in_browser('From the search to the sent text by keyboard alone', async (screens) => {
    const { page } = screens;
    const { keyboard } = page;
    await screens.open('employees');
    const last_name = page.getByRole('form', { name: 'Employee search' }).getByLabel('Last Name');
    await seen(last_name);
    await tab_to(page, last_name);
    await keyboard.type('Proke');
    await keyboard.press('Enter');
    await seen(page.getByText('Your search returned 1 result.'));

    await tab_to(page, page.getByRole('grid'));
    await keyboard.press('ArrowDown');
    await seen(page.getByRole('row', { selected: true }).filter({ hasText: 'Proke' }));
    await keyboard.press('Shift+F10');
    const item = page.getByRole('menuitem', { name: 'Send Text', exact: true });
    await seen(item);
    await keyboard.press('Escape');
    await gone(page.getByRole('menu'));
    await keyboard.press('Shift+F10');
    await seen(item);
    for (
        let presses = 0;
        presses < 5 && !(await item.evaluate((e) => e === document.activeElement));
        ++presses
    )
        await keyboard.press('ArrowDown');
    await keyboard.press('Enter');

    const compose = dialog(page, 'Send Text');
    await seen(compose.getByRole('row').filter({ hasText: 'Dominic Proke' }));
    await tab_to(page, compose.getByRole('textbox', { name: 'Message' }));
    await keyboard.type('Typed by hand.');
    await seen(compose.getByRole('button', { name: 'Send', exact: true, disabled: false }));
    await keyboard.press('Control+Enter');

    const confirmation = dialog(page, 'Messages sent');
    await seen(confirmation.getByText('The carrier has accepted the text.'));
    await keyboard.press('Enter');
    await gone(confirmation);
});

in_browser('A dialog keeps the focus, and Esc closes it and gives the focus back', async (screens) => {
    const { page } = screens;
    await screens.open('employees/5814');
    const actions = page.getByRole('button', { name: 'Actions', exact: true });
    await actions.focus();
    await page.keyboard.press('Enter');
    await seen(page.getByRole('menuitem', { name: 'Send Text', exact: true }));
    for (let presses = 0; presses < 5; ++presses) {
        if ((await focused(page).innerText()).startsWith('Send Text')) break;
        await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const compose = dialog(page, 'Send Text');
    await seen(compose);
    for (let presses = 0; presses < 12; ++presses) {
        await page.keyboard.press('Tab');
        const is_outside = await page.evaluate(() => {
            const at = document.activeElement;
            return at !== document.body && !at.closest('dialog');
        });
        assert.ok(!is_outside, `after ${presses + 1} Tabs the focus has left the dialog`);
    }
    await page.keyboard.press('Escape');
    await gone(compose);
    assert.equal(await focused(page).innerText(), await actions.innerText());
});
