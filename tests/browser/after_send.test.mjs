// What comes after Send: what waits says so, and can be stopped; what fails later is told in red.
import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import {
    confirm_sent,
    dialog,
    expect_on_handset,
    go_to_tool,
    gone,
    handset,
    move_clock,
    seen,
    send_to_dominic,
} from './support/texting.mjs';

const number = '(651) 428-7716';
const until_morning = '1 text waits until 8:00 AM CST.';

const notices = (page) => page.getByRole('region', { name: 'Notices' });

async function let_it_be_night(page) {
    for (let hours = 0; hours < 9; ++hours) await move_clock(page, '+1 hour');
}

in_browser('At night the window says until when the text waits, and stops it', async (screens) => {
    const { page } = screens;
    await let_it_be_night(page);
    await send_to_dominic(screens, 'Breakfast at nine?');
    const waiting = dialog(page, 'Waiting to send');
    await seen(waiting.getByText(until_morning));
    await waiting.getByRole('button', { name: 'Stop sending' }).click();
    await dialog(page, 'Stop sending?').getByRole('button', { name: 'Stop sending' }).click();
    const stopped = dialog(page, 'Sending stopped');
    await seen(stopped.getByText('1 text was stopped by a user.'));
    await stopped.getByRole('button', { name: 'Continue working' }).click();
    await gone(page.getByRole('dialog'));
    await gone(notices(page));
});

in_browser('What waits stands on the record, and is stopped from there', async (screens) => {
    const { page } = screens;
    await let_it_be_night(page);
    await send_to_dominic(screens, 'Breakfast at nine?');
    await confirm_sent(page, /1 text waits until/, 'Waiting to send');
    await seen(notices(page).getByText(until_morning));
    await notices(page).getByRole('button', { name: 'Waiting Texts (1)...' }).click();
    const waiting = dialog(page, 'Waiting texts');
    const row = waiting.getByRole('listitem').filter({ hasText: 'Dominic Proke' });
    await seen(row.filter({ hasText: 'Breakfast at nine?' }).filter({ hasText: 'It waits until 8:00 AM CST.' }));
    await row.getByRole('button', { name: 'Stop Dominic Proke' }).click();
    await seen(waiting.getByText('1 text was stopped.'));
    await waiting.getByRole('button', { name: 'Close', exact: true }).last().click();
    await gone(notices(page));

    for (let hours = 0; hours < 12; ++hours) await move_clock(page, '+1 hour');
    await go_to_tool(page, 'Handsets');
    assert.equal(await handset(page, number).getByText('Breakfast at nine?').count(), 0);
});

in_browser('A text that fails later is told in red, with person, reason and what to do', async (screens) => {
    const { page } = screens;
    await send_to_dominic(screens, 'Are you free?');
    await confirm_sent(page);
    await expect_on_handset(page, number, 'Are you free?');
    await handset(page, number).getByText('Options').click();
    await handset(page, number).getByLabel('Texts to it').selectOption('30003');
    await send_to_dominic(screens, 'And on Tuesday?');
    await confirm_sent(page);
    await move_clock(page, '+1 minute'); // the plug-in asks the carrier
    await move_clock(page, '+1 minute'); // and waits for more
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await seen(
        page
            .getByRole('region', { name: 'Notifications' })
            .getByRole('listitem')
            .filter({ hasText: 'Not delivered: Dominic Proke' })
            .filter({ hasText: 'It will not be sent again automatically.' }),
    );
});
