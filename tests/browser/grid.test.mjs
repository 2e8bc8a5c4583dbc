// The grids of the searches: check boxes and what is done with the selection, names as links, keys, sorting,
// widths.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { tab_to } from './support/keyboard.mjs';
import { all_are_there, checkbox_of, data_rows, row, search, selected_bar } from './support/searching.mjs';
import { dialog, expect_recipients, gone, log_in_as, seen } from './support/texting.mjs';

in_browser('Rows are checked, counted and texted from the bar above them', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', { 'Last Name': 'Greene' }, 3);
    const bar = selected_bar(page);
    const send = bar.getByRole('button', { name: 'Send Text', exact: true });
    await seen(send.and(page.getByRole('button', { disabled: true })));
    await seen(bar.getByText('Check people in the list first.'));

    await checkbox_of(page, 'Kelsey Greene').check();
    await seen(bar.getByText('1 selected'));
    const all = page.getByRole('checkbox', { name: 'Select all of the search result' });
    assert.ok(await all.evaluate((box) => box.indeterminate && !box.checked), 'some are selected, not all');
    await checkbox_of(page, 'Stephanie Greene').check();
    await seen(bar.getByText('2 selected'));
    await send.and(page.getByRole('button', { disabled: false })).click();
    await expect_recipients(page, ['Kelsey Greene', 'Stephanie Greene']);
    await dialog(page, 'Send Text').getByRole('button', { name: 'Cancel' }).click();
    await gone(page.getByRole('dialog'));

    await checkbox_of(page, 'Kelsey Greene').uncheck();
    await seen(bar.getByText('1 selected'));
    await bar.getByRole('button', { name: 'Clear' }).click();
    await gone(bar.getByText('selected', { exact: false }));
    assert.ok(!(await checkbox_of(page, 'Stephanie Greene').isChecked()));
    assert.ok(await page.getByRole('grid').evaluate((grid) => grid === document.activeElement));
});

in_browser('The box in the header selects all of the search result', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', {}, 10000);
    const all = page.getByRole('checkbox', { name: 'Select all of the search result' });
    await all.check();
    await seen(selected_bar(page).getByText('10,000 selected'));
    await data_rows(page).first().locator('.select').click();
    await seen(selected_bar(page).getByText('9,999 selected'));
    assert.ok(await all.evaluate((box) => box.indeterminate));
});

in_browser('Who may not text sees the button disabled, with the reason', async (screens) => {
    const { page } = screens;
    await log_in_as(page, 'Paula Kowalski');
    await search(screens, 'Employee', { 'Last Name': 'Proke' }, 1);
    await checkbox_of(page, 'Dominic Proke').check();
    const bar = selected_bar(page);
    await seen(bar.getByText(/not allowed|permission/));
    const reason = await bar
        .getByRole('button', { name: 'Send Text', disabled: true })
        .evaluate((button) => document.getElementById(button.getAttribute('aria-describedby')).textContent);
    assert.match(reason, /not allowed|permission/);
});

in_browser('A name is a link to the record, by mouse and by keyboard', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', { 'Last Name': 'Proke' }, 1);
    await page.getByRole('link', { name: 'Dominic Proke' }).first().click();
    await seen(page.getByRole('heading', { name: 'Dominic Proke' }));

    await search(screens, 'Employee', { 'Last Name': 'Greene' }, 3);
    await tab_to(page, page.getByRole('grid'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    const link = page.locator('a:focus');
    assert.equal(await link.getAttribute('aria-label'), 'Kelsey Greene');
    await page.keyboard.press('Enter');
    await seen(page.getByRole('heading', { name: 'Kelsey Greene' }));
});

in_browser('Space marks rows, and the menu key opens the menu of them', async (screens) => {
    const { page } = screens;
    const { keyboard } = page;
    await search(screens, 'Employee', { 'Last Name': 'Greene' }, 3);
    const selected = page.getByRole('row', { selected: true });
    await tab_to(page, page.getByRole('grid'));
    await keyboard.press('Space');
    await seen(selected.filter({ hasText: 'Alexandra' }));
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await seen(selected.filter({ hasText: 'Stephanie' }));
    assert.equal(await selected.count(), 2);
    for (const key of ['ContextMenu', 'Shift+F10']) {
        await keyboard.press(key);
        await seen(page.getByRole('menu'));
        await keyboard.press('Escape');
        await gone(page.getByRole('menu'));
    }
    await keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Send Text', exact: true }).click();
    await expect_recipients(page, ['Alexandra Greene', 'Stephanie Greene']);
});

in_browser('A row that the arrow keys have selected stays so with Space', async (screens) => {
    const { page } = screens;
    const { keyboard } = page;
    await search(screens, 'Employee', { 'Last Name': 'Greene' }, 3);
    await tab_to(page, page.getByRole('grid'));
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await keyboard.press('ContextMenu');
    await page.getByRole('menuitem', { name: 'Send Text', exact: true }).click();
    await expect_recipients(page, ['Kelsey Greene']);
    await dialog(page, 'Send Text').getByRole('button', { name: 'Cancel' }).click();
    await gone(page.getByRole('dialog'));

    // With nothing selected the menu is that of the current row.
    await page.getByRole('grid').focus();
    await keyboard.press('Escape');
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await keyboard.press('Space');
    assert.equal(await page.getByRole('row', { selected: true }).count(), 0);
    await keyboard.press('Shift+F10');
    await seen(page.getByRole('menuitem', { name: 'Send Text', exact: true }));
    assert.equal(await page.getByRole('row', { selected: true }).count(), 1);
});

in_browser('What was sorted starts at the top', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', {}, 10000);
    await all_are_there(page, 10000);
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await seen(row(page, '%s%n'));
    await page.getByRole('columnheader', { name: 'Last Name' }).click();
    await seen(data_rows(page).first().filter({ hasText: 'Abbott' }));
    assert.equal(await page.getByRole('grid').evaluate((grid) => grid.scrollTop), 0);
});

in_browser('The odd names stand at the end, not on the first screen', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', {}, 10000);
    const odd = page.getByRole('row').filter({ hasText: /DROP TABLE|%s%n/ });
    await seen(data_rows(page).first().filter({ hasText: 'Abbott' }));
    assert.equal(await odd.count(), 0);
    for (let clicks = 0; clicks < 2; ++clicks) {
        await page.getByRole('columnheader', { name: 'Last Name' }).click();
        await seen(data_rows(page).first().filter({ hasNotText: /DROP TABLE|%s%n/ }));
        assert.equal(await odd.count(), 0);
    }
});

in_browser('Telephone numbers are whole at 1280 pixels', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', {}, 10000);
    const phones = await page
        .locator('[tabulator-field=phone], [tabulator-field=cell_phone]')
        .evaluateAll((cells) =>
            cells
                .filter((cell) => cell.getBoundingClientRect().width > 0)
                .map((cell) => ({ text: cell.textContent, is_cut: cell.scrollWidth > cell.clientWidth })),
        );
    assert.ok(phones.filter(({ text }) => /\d{4}$/.test(text)).length > 10, 'there are numbers to see');
    const cut = phones.filter(({ is_cut }) => is_cut);
    assert.deepEqual(cut, []);
});

in_browser('An icon of a hotlist says whose it is', async (screens) => {
    const { page } = screens;
    await screens.open('hotlists/1');
    await page.getByRole('button', { name: 'Send Text Matthew Marshall', exact: true }).click();
    await expect_recipients(page, ['Matthew Marshall']);
});
