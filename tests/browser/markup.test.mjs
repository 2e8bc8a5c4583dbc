import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { row, search } from './support/searching.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_logged,
    expect_on_handset,
    expect_recipients,
    handset,
    move_clock,
    seen,
} from './support/texting.mjs';

const name = '<b>Bobby</b> "; DROP TABLE record; --';
const typed = `<img src=x onerror="document.title='hacked'"><b>bold</b> &amp; {name} "quoted" </script>`;
const body = typed.replace('{name}', name);
const reply = `<b>bold</b> {{first_name}} ${body}`;

/** Nothing of a text or a name has become an element, and no script of theirs has run. */
async function expect_nothing_interpreted(page) {
    assert.equal(
        await page
            .locator('main, dialog, [role=status]')
            .locator('b:text("bold"), b:text("Bobby"), img[src=x]')
            .count(),
        0,
    );
    assert.notEqual(await page.title(), 'hacked');
}

in_browser(
    'A name full of markup is shown as it is, in the grid, the record and the dialogs',
    async (screens) => {
        const { page } = screens;
        await search(screens, 'Employee', { ID: '7044' }, 1);
        await seen(page.getByText('<b>Bobby</b>', { exact: true }));
        await expect_nothing_interpreted(page);
        await row(page, '<b>Bobby</b>').click({ button: 'right' });
        await page.getByRole('menuitem', { name: 'Send Text', exact: true }).click();
        await expect_recipients(page, [name]);
        await expect_nothing_interpreted(page);
        await dialog(page, 'Send Text').getByRole('button', { name: 'Cancel' }).click();

        await screens.open('contacts/7107');
        await seen(page.getByRole('heading', { name: '<script>alert(1)</script> Markup & "Sons"' }));
        await expect_nothing_interpreted(page);
    },
);

in_browser(
    'A text full of markup is shown as it is, on the handset, in the notification and in the message',
    async (screens) => {
        const { page } = screens;
        await screens.open('employees/7044');
        await choose_in_actions(page, 'Send Text');
        await compose_and_send(page, typed);
        await confirm_sent(page);
        await expect_on_handset(page, '(651) 222-5105', body);
        await expect_nothing_interpreted(page);

        const phone = handset(page, '(651) 222-5105');
        await phone.getByLabel('Reply from (651) 222-5105').fill(reply);
        await phone.getByRole('button', { name: 'Send reply' }).click();
        await move_clock(page, '+1 minute');
        await seen(page.getByRole('status').filter({ hasText: '<b>bold</b> {{first_name}} <img src=x' }));
        await expect_nothing_interpreted(page);

        await expect_logged(screens, 'employees/7044', body, reply);
        await expect_nothing_interpreted(page);
        await screens.open('plugin');
        await seen(page.getByRole('heading', { name: 'Texts and their states' }));
        await expect_nothing_interpreted(page);
        await screens.open('carrier');
        await seen(page.getByRole('table', { name: 'Requests' }));
        await expect_nothing_interpreted(page);
    },
);
