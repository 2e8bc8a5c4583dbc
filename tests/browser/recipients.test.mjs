// The recipients of a compose window: who they are, who is taken out, and ten thousand of them.
import assert from 'node:assert/strict';
import { compose } from './support/compose.mjs';
import { in_browser } from './support/in_browser.mjs';
import {
    choose_in_actions,
    compose_and_send,
    dialog,
    expect_recipients,
    gone,
    recipient,
    recipients,
    seen,
} from './support/texting.mjs';

/** Opens the window for the first employees, as many as that. */
async function text_employees(page, count) {
    await page.evaluate(async (wanted) => {
        const { get, post } = await import('/pages/api.js');
        const records = [];
        while (records.length < wanted) {
            const { rows } = await get(`/api/employees?limit=1000&offset=${records.length}`);
            records.push(...rows.map(({ id }) => ({ kind: 'employee', id })));
        }
        records.length = wanted;
        await post('/api/menu/perform', { place: 'employee_search', records, action_id: 'send_text' });
    }, count);
}

in_browser('A recipient has name, id, branch, number and verdict, and a link to the record', async (screens) => {
    const { page } = screens;
    await screens.open('hotlists/1');
    await choose_in_actions(page, 'Send Text');
    await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
    for (const heading of ['Name', 'ID', 'Branch', 'Number', 'Status'])
        await seen(compose(page).getByRole('columnheader', { name: heading, exact: true }));
    const matthew = recipient(page, 'Matthew Marshall');
    for (const cell of ['5102', 'Cell Phone (651) 556-5757', 'Can be texted'])
        await seen(matthew.getByRole('cell', { name: cell, exact: true }));
    await seen(matthew.getByRole('button', { name: 'Remove Matthew Marshall, 5102', exact: true }));

    const [record] = await Promise.all([
        page.context().waitForEvent('page'),
        matthew.getByRole('link', { name: 'Matthew Marshall' }).click(),
    ]);
    await seen(record.getByRole('heading', { name: 'Matthew Marshall' }));
    assert.equal(await record.getByRole('dialog').count(), 0);
    await record.close();
    await seen(compose(page));
});

in_browser('All rejected are removed at once, and the button counts texts', async (screens) => {
    const { page } = screens;
    await screens.open('hotlists/1');
    await choose_in_actions(page, 'Send Text');
    await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
    const remove = compose(page).getByRole('button', { name: 'Remove all rejected' });
    await remove.focus();
    await page.keyboard.press('Enter');
    await expect_recipients(page, ['Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
    await gone(remove);
    assert.ok(await page.evaluate(() => document.activeElement.closest('dialog') !== null));
    await compose_and_send(page, 'Third shift is on tonight.', 'Send 3 texts');
    await gone(compose(page));
});

in_browser('The window names the number that texts leave from, also the only one', async (screens) => {
    const { page } = screens;
    await screens.open('employees/5814');
    await choose_in_actions(page, 'Send Text');
    await seen(compose(page).getByText(/^From \(\d{3}\) \d{3}-\d{4}/));
});

in_browser('Ten thousand recipients: read, searched, removed and texted as a few are', async (screens) => {
    const { page } = screens;
    await text_employees(page, 10_000);
    const message = compose(page).getByRole('textbox', { name: 'Message' });
    await seen(recipients(page).first());
    await message.fill('Good morning');
    assert.ok((await recipients(page).count()) < 60);
    await seen(compose(page).getByText(/ of 10000 can be texted/));
    assert.equal(await message.inputValue(), 'Good morning');
    const table = compose(page).getByRole('table', { name: 'Recipients' });
    assert.equal(await table.getAttribute('aria-rowcount'), '10001');
    await seen(recipients(page).first().getByText('Cannot be texted'));

    await compose(page).getByRole('searchbox', { name: 'Filter Recipients' }).fill('dominic proke');
    await seen(compose(page).getByText('1 of 10,000 shown'));
    await recipient(page, 'Dominic Proke').getByRole('button', { name: 'Remove Dominic Proke' }).click();
    await seen(compose(page).getByText('0 of 9,999 shown'));
    await compose(page).getByRole('searchbox', { name: 'Filter Recipients' }).fill('');

    await compose(page).getByRole('button', { name: 'Remove all rejected' }).click();
    await gone(compose(page).getByText('Cannot be texted').first());
    const left = Number(await table.getAttribute('aria-rowcount')) - 1;
    assert.ok(left < 9_999 && left > 1_000);
    await seen(compose(page).getByText(`${left} of ${left} can be texted`));
    await seen(compose(page).getByRole('button', { name: /^Send \d+ texts$/ }));
    // Another page is told all of it at once.
    const other = await screens.another_page();
    await seen(recipients(other).first());
    assert.equal(
        await dialog(other, 'Send Text').getByRole('table').getAttribute('aria-rowcount'),
        String(left + 1),
    );
    await other.close();
});
