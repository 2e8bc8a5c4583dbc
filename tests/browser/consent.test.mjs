// Who must not be texted, or not now, is marked with the reason in words.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_on_handset,
    go_to_tool,
    handset,
    move_clock,
    recipient,
    seen,
} from './support/texting.mjs';

const number = '(651) 428-7716';

/** Answers from the phone, and lets the time pass in which the plug-in hears of it and tells of it. */
async function answer(page, words, unread) {
    const phone = handset(page, number);
    await phone.getByLabel(`Reply from ${number}`).fill(words);
    await phone.getByRole('button', { name: 'Send reply' }).click();
    await seen(phone.getByRole('log').getByText(words, { exact: true }));
    await move_clock(page, '+1 minute');
    await seen(page.getByRole('button', { name: `Notifications, ${unread} unread` }));
}

async function compose_to_dominic(screens) {
    await screens.open('employees/5814');
    await choose_in_actions(screens.page, 'Send Text');
    await seen(recipient(screens.page, 'Dominic Proke'));
    return recipient(screens.page, 'Dominic Proke');
}

in_browser('Who has texted STOP is marked with it until they text START', async (screens) => {
    const { page } = screens;
    await compose_to_dominic(screens);
    await compose_and_send(page, 'Are you free on Monday?');
    await confirm_sent(page);
    await expect_on_handset(page, number, 'Are you free on Monday?');
    await answer(page, 'STOP', 1);

    const marked = await compose_to_dominic(screens);
    await seen(marked.getByText('Cannot be texted'));
    await seen(marked.getByText(`the Cell Phone ${number} has opted out of texts since Mar 2, 2026.`));
    await seen(dialog(page, 'Send Text').getByText('1 has opted out.'));
    await dialog(page, 'Send Text').getByRole('textbox', { name: 'Message' }).fill('And on Tuesday?');
    const send = dialog(page, 'Send Text').getByRole('button', { name: 'Send', exact: true });
    assert.ok(await send.isDisabled());
    await dialog(page, 'Send Text').getByRole('button', { name: 'Cancel' }).click();

    await go_to_tool(page, 'Handsets');
    await answer(page, 'START', 2);
    const unmarked = await compose_to_dominic(screens);
    await seen(unmarked.getByText('OK', { exact: true }));
});

in_browser('Where it is night, the row says when the text will leave', async (screens) => {
    const { page } = screens;
    for (let hours = 0; hours < 9; ++hours) await move_clock(page, '+1 hour');
    const marked = await compose_to_dominic(screens);
    await seen(marked.getByText('Warning'));
    await seen(marked.getByText(/outside the texting hours .* will be sent at 8:00 AM there/));
    await compose_and_send(page, 'Monday at eight?');
    await confirm_sent(page, /1 text waits until 8:00 AM CST\./, 'Waiting to send');
});
