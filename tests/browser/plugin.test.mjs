import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { row, search } from './support/searching.mjs';
import { programs } from './support/programs.mjs';
import { gone, seen } from './support/texting.mjs';

const send_text = (page) => page.getByRole('menuitem', { name: /^Send Text/ });

/** What the plug-in has in the actions menu of a record; the host's own items are not of its making. */
async function open_actions(screens) {
    await screens.open('employees/5814');
    await seen(screens.page.getByRole('heading', { name: 'Dominic Proke' }));
    await screens.page.getByRole('button', { name: 'Actions', exact: true }).click();
    await seen(screens.page.getByRole('menuitem', { name: 'Copy link' }));
}

in_browser('Unloaded, the plug-in has no items; loaded again, it has', async (screens) => {
    const { page } = screens;
    await screens.open('hotlists/1');
    await seen(row(page, 'Fran Peterson').getByRole('button', { name: 'Send Text' }));
    await screens.open('plugin');
    await page.getByRole('button', { name: 'Unload' }).click();
    await seen(page.getByRole('main').getByText(/no plug-in is loaded/i).first());

    await open_actions(screens);
    assert.equal(await send_text(page).count(), 0);
    await search(screens, 'Employee', { 'Last Name': 'Proke' }, 1);
    await row(page, 'Proke').click({ button: 'right' });
    await seen(page.getByRole('menuitem', { name: 'Open record' }));
    assert.equal(await send_text(page).count(), 0);
    await screens.open('hotlists/1');
    await seen(row(page, 'Fran Peterson'));
    await gone(row(page, 'Fran Peterson').getByRole('button', { name: 'Send Text' }));

    await screens.open('plugin');
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    await seen(page.getByRole('button', { name: 'Unload' }));
    await open_actions(screens);
    await seen(send_text(page));
});

in_browser("With another plug-in loaded, its items are there, and Send Text's are not", async (screens) => {
    const { page } = screens;
    await screens.open('plugin');
    await page.getByRole('button', { name: 'Unload' }).click();
    await page.getByLabel('File to load').fill(programs.minimal_plugin);
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    await seen(page.getByRole('main').getByText('Minimal Plug-in').first());

    await open_actions(screens);
    assert.equal(await send_text(page).count(), 0);
    await page.getByRole('menuitem', { name: 'Say Hello' }).click();
    await seen(page.getByRole('status').filter({ hasText: 'Minimal Plug-in says hello.' }));
});
