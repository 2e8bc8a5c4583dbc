// What people are told: the bell, the panel, and who sees what.
import assert from 'node:assert/strict';
import { ask_for_replies_hourly } from './support/administration.mjs';
import { in_browser } from './support/in_browser.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_on_handset,
    expect_recipients,
    go_to_tool,
    gone,
    handset,
    log_in_as,
    move_clock,
    open_notifications,
    seen,
} from './support/texting.mjs';

const number = '(651) 428-7716';
const bell = (page, name) => page.getByRole('button', { name, exact: true });

/** Texts Dominic, who answers. */
async function get_a_reply(screens, words) {
    const { page } = screens;
    await screens.open('employees/5814');
    await choose_in_actions(page, 'Send Text');
    await compose_and_send(page, 'Are you free?');
    await confirm_sent(page);
    await expect_on_handset(page, number, 'Are you free?');
    await answer(page, number, words);
    await move_clock(page, '+1 minute');
}

async function answer(page, phone, words) {
    await handset(page, phone).getByLabel(`Reply from ${phone}`).fill(words);
    await handset(page, phone).getByRole('button', { name: 'Send reply' }).click();
    await seen(handset(page, phone).getByRole('log').getByText(words));
}

in_browser('A notification is unread until it is opened, and that opens its record', async (screens) => {
    const { page } = screens;
    await get_a_reply(screens, 'Yes.');
    const all = await open_notifications(page, 1);
    const notification = all.getByRole('listitem').filter({ hasText: 'Dominic Proke' });
    await seen(notification.getByText('Unread:'));
    await notification.getByText('Yes.').click();
    await seen(page.getByRole('heading', { level: 1, name: 'Dominic Proke' }));
    await seen(bell(page, 'Notifications'));
    await gone(all);
    await open_notifications(page, 0);
    await seen(notification);
    await gone(notification.getByText('Unread:'));
    await gone(all.getByRole('button', { name: 'Mark all read' }));
});

in_browser('Reply opens the window to write to who has answered', async (screens) => {
    const { page } = screens;
    await get_a_reply(screens, 'When does it start?');
    await screens.open('hotlists/1');
    const all = await open_notifications(page, 1);
    await all.getByRole('button', { name: /^Reply/ }).click();
    await expect_recipients(page, ['Dominic Proke']);
    await compose_and_send(page, 'At seven.');
    await confirm_sent(page);
    await expect_on_handset(page, number, 'At seven.');
    await seen(bell(page, 'Notifications'));
});

in_browser('People see what is for them, and nobody sees anything', async (screens) => {
    const { page } = screens;
    await get_a_reply(screens, 'Yes.');
    await seen(bell(page, 'Notifications, 1 unread'));
    await log_in_as(page, 'Maria Johansen');
    await seen(bell(page, 'Notifications'));
    await gone((await open_notifications(page, 0)).getByText('Dominic Proke'));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Logged in as Maria Johansen' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await seen(page.getByRole('button', { name: 'Nobody is logged in. Log in' }));
    await seen((await open_notifications(page, 0)).getByText('Log in to see your notifications.'));
    await page.keyboard.press('Escape');
    await log_in_as(page, 'Alexander Swanson');
    await seen(bell(page, 'Notifications, 1 unread'));
});

in_browser('What was told and read, phones and their texts are there after a restart', async (screens) => {
    const { page, host } = screens;
    await get_a_reply(screens, 'The first answer.');
    await (await open_notifications(page, 1)).getByRole('button', { name: 'Mark all read' }).click();
    await seen(bell(page, 'Notifications'));
    await page.keyboard.press('Escape');
    await answer(page, number, 'The second answer.');
    await move_clock(page, '+1 minute');
    await seen(bell(page, 'Notifications, 1 unread'));
    await handset(page, number).getByRole('switch', { name: 'On' }).uncheck();
    await seen(handset(page, number).getByText('Switched off'));

    screens.allow_faults(
        /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/,
    );
    await host.stop();
    const loaded_anew = page.waitForEvent('load');
    await host.start_again();
    await loaded_anew;

    const phone = handset(page, number);
    for (const text of ['Are you free?', 'The first answer.', 'The second answer.'])
        await seen(phone.getByRole('log').getByText(text));
    await seen(phone.getByText('Switched off'));
    const all = await open_notifications(page, 1);
    const notification = (words) => all.getByRole('listitem').filter({ hasText: words });
    await seen(notification('The second answer.').getByText('Unread:'));
    await seen(notification('The first answer.'));
    await gone(notification('The first answer.').getByText('Unread:'));
});

in_browser('Several replies at once are one toast, with the way to the panel', async (screens) => {
    const { page } = screens;
    await ask_for_replies_hourly(screens);
    await screens.open('hotlists/1');
    await choose_in_actions(page, 'Send Text');
    await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
    await compose_and_send(page, 'Are you free?', 'Send 3 texts');
    await seen(dialog(page, 'Some records are invalid'));
    await page.getByRole('button', { name: 'Continue' }).click();
    await confirm_sent(page, 'The carrier has accepted all 3 texts.');
    await go_to_tool(page, 'Handsets');
    const phones = page.getByRole('article');
    await seen(phones.nth(2));
    for (let at = 0; at < 3; ++at) {
        await phones.nth(at).getByPlaceholder('Reply').fill('Yes.');
        await phones.nth(at).getByRole('button', { name: 'Send reply' }).click();
        await seen(phones.nth(at).getByRole('log').getByText('Yes.'));
    }
    await move_clock(page, '+1 hour');
    const toast = page.getByRole('status').filter({ hasText: '3 new replies' });
    await seen(toast);
    assert.equal(await page.getByRole('status').filter({ hasText: 'Yes.' }).count(), 0);
    await toast.getByRole('button', { name: 'Show' }).click();
    const all = page.getByRole('region', { name: 'Notifications' });
    await seen(all.getByRole('listitem').nth(2));
});
