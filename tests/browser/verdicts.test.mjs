import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { row, search } from './support/searching.mjs';
import { gone, seen } from './support/texting.mjs';

const heading = (page) => page.getByRole('columnheader', { name: 'Text', exact: true });
const rejected = (within) => within.getByText(/^Cannot be texted: /);

in_browser('A search marks who cannot be texted, with the reason, and follows the record', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', { 'Last Name': 'Jamison' }, 1);
    await seen(heading(page));
    const mark = rejected(row(page, 'Jamison'));
    await seen(mark);
    assert.match(await mark.textContent(), /651.*083.*9012/);
    const tooltip = await row(page, 'Jamison').locator('.mark').getAttribute('title');
    assert.ok((await mark.textContent()).endsWith(tooltip));

    const record = await screens.another_page();
    await record.goto(`${screens.host.address}#/employees/5637`);
    const number = record.getByRole('textbox', { name: 'Phone', exact: true });
    await number.fill('(651) 428-7799');
    await number.press('Enter');
    await seen(row(page, 'Jamison', '(651) 428-7799'));
    await gone(mark);
});

in_browser('Contacts and hotlists have the marks too', async (screens) => {
    const { page } = screens;
    await search(screens, 'Contact', { 'Last Name': 'Mager' }, 1);
    await seen(rejected(row(page, 'Mager')));
    await screens.open('hotlists/1');
    await seen(rejected(row(page, 'Smith Lisa')));
    await seen(row(page, 'Brian Bailey').getByText(/^Warning: .*extension 123/));
    assert.equal(await rejected(row(page, 'Fran Peterson')).count(), 0);
});

in_browser('The column is there with a plug-in that gives verdicts, and only then', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', { 'Last Name': 'Jamison' }, 1);
    await seen(rejected(row(page, 'Jamison')));
    const plugin = await screens.another_page();
    await plugin.goto(`${screens.host.address}#/plugin`);
    await plugin.getByRole('button', { name: 'Unload' }).click();
    await gone(heading(page));
    await plugin.getByRole('button', { name: 'Load', exact: true }).click();
    await seen(rejected(row(page, 'Jamison')));
});

in_browser('Of 10,000 employees those who cannot be texted come first when sorted so', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', {}, 10000);
    await seen(heading(page));
    await page.waitForFunction(() => document.querySelectorAll('.grid .mark.rejected').length > 0);
    await heading(page).click();
    await heading(page).click();
    const first_rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    await seen(rejected(first_rows.first()));
});
