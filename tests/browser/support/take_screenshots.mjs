// Takes the pictures into the folder that is given: the five places, the dialogs, the handsets, the message.
import { join } from 'node:path';
import { row, search } from './searching.mjs';
import { close_browser, with_screens } from './screens.mjs';
import {
    compose_and_send,
    confirm_sent,
    dialog,
    expect_recipients,
    handset,
    move_clock,
    seen,
} from './texting.mjs';

const folder = process.argv[2];

const menu_item = (page) => page.getByRole('menuitem', { name: /^Send Text/ });

async function take(page, name) {
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

async function take_menu(page, name) {
    await menu_item(page).hover();
    await take(page, name);
    await page.keyboard.press('Escape');
}

async function take_places(screens) {
    const { page } = screens;
    await screens.open('employees/5814');
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await take_menu(page, 'employee_record');

    await search(screens, 'Employee', {}, 10000);
    await seen(page.getByRole('columnheader', { name: 'Text', exact: true })); // the rows are drawn anew for it
    await row(page, 'Abbott').nth(1).click();
    await row(page, 'Abbott')
        .nth(2)
        .click({ modifiers: ['Control'] });
    await row(page, 'Abbott')
        .nth(4)
        .click({ modifiers: ['Control'] });
    await row(page, 'Abbott').nth(4).click({ button: 'right' });
    await take_menu(page, 'employee_search');

    await screens.open('contacts/6553');
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await take_menu(page, 'contact_record');

    await search(screens, 'Contact', { 'Last Name': 'Barker' }, 1);
    await row(page, 'Barker').click({ button: 'right' });
    await take_menu(page, 'contact_search');

    await screens.open('hotlists/1');
    await row(page, 'Matthew Marshall').getByRole('button', { name: 'Send Text' }).hover();
    await take(page, 'hotlist');
}

async function take_dialogs(screens) {
    const { page } = screens;
    await screens.open('hotlists/1');
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await menu_item(page).click();
    await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
    const body = 'Third shift is on tonight. Can you be there at 22:00?';
    await dialog(page, 'Send Text').getByRole('textbox', { name: 'Message' }).fill(body);
    await seen(dialog(page, 'Send Text').getByText('53/160 · 1 segment', { exact: true }));
    await take(page, 'compose');
    await compose_and_send(page, body, 'Send 3 texts');
    await seen(dialog(page, 'Some records are invalid'));
    await take(page, 'invalid_records');
    await page.getByRole('button', { name: 'Continue' }).click();
    await seen(dialog(page, 'Messages sent').getByText('The carrier has accepted all 3 texts.'));
    await take(page, 'confirmation');
    await confirm_sent(page, 'The carrier has accepted all 3 texts.');
}

async function take_conversation(screens) {
    const { page } = screens;
    await page.setViewportSize({ width: 390, height: 844 });
    await screens.open('handsets');
    await move_clock(page, '+1 minute');
    const phone = handset(page, '(651) 556-5757');
    await phone.getByLabel('Reply from (651) 556-5757').fill("I'll be there.");
    await phone.getByRole('button', { name: 'Send reply' }).click();
    await seen(phone.getByRole('log').getByText("I'll be there."));
    await take(page, 'handsets');

    await page.setViewportSize({ width: 1280, height: 800 });
    await move_clock(page, '+1 minute');
    await seen(page.getByRole('status').filter({ hasText: 'Reply from Matthew Marshall' }));
    await move_clock(page, '+1 day');
    await screens.open('employees/5102');
    const messages = page.getByRole('region', { name: 'Messages' });
    await seen(messages.getByRole('article').filter({ hasText: "I'll be there." }));
    await messages.scrollIntoViewIfNeeded();
    await take(page, 'logged_message');
}

try {
    await with_screens(async (screens) => {
        await take_places(screens);
        await take_dialogs(screens);
        await take_conversation(screens);
    });
} finally {
    await close_browser();
}
