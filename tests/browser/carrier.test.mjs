// The page of the simulated carrier, as somebody uses it who tests.
import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { in_browser } from './support/in_browser.mjs';
import {
    choose_in_actions,
    compose_and_send,
    expect_on_handset,
    go_to_tool,
    gone,
    handset,
    has_value,
    move_clock,
    seen,
    text_dominic,
} from './support/texting.mjs';

const texts = (page) =>
    page.getByRole('list', { name: 'Texts at the carrier' }).getByRole('listitem').filter({ has: page.getByRole('list') });

in_browser('A text comes in from a phone that nobody knows', async (screens) => {
    const { page } = screens;
    await go_to_tool(page, 'Carrier');
    const form = page.getByRole('form', { name: 'Text the office from any phone' });
    await has_value(form.getByLabel('To the line'), '(901) 345-6100'); // without one the browser sends nothing
    await form.getByLabel('From').fill('12');
    await form.getByLabel('Message').fill('Do you have work for a welder?');
    await form.getByRole('button', { name: 'Send to the office' }).click();
    assert.equal(await form.getByLabel('From').evaluate((input) => input.validity.customError), true);
    await form.getByLabel('From').fill('(612) 555-0142');
    await form.getByRole('button', { name: 'Send to the office' }).click();
    await seen(page.getByRole('status').filter({ hasText: '(612) 555-0142 has texted (901) 345-6100.' }));
    await seen(
        texts(page)
            .filter({ hasText: 'From (612) 555-0142' })
            .filter({ hasText: 'Do you have work for a welder?' })
            .filter({ hasText: 'Received from the phone' }),
    );
    await expect_on_handset(page, '(612) 555-0142', 'Do you have work for a welder?');
});

in_browser('The page says how a text came to its state', async (screens) => {
    const { page } = screens;
    await text_dominic(screens, 'The first one.');
    await go_to_tool(page, 'Carrier');
    const text = (body) => texts(page).filter({ hasText: body });
    await seen(text('The first one.').getByText('Requested: POST /message/send'));
    await seen(text('The first one.').getByText('Accepted by the carrier'));
    await seen(text('The first one.').getByText('Delivered to the phone'));
    await seen(text('The first one.').getByText('To (651) 428-7716, Dominic Proke'));

    await go_to_tool(page, 'Handsets');
    const phone = handset(page, '(651) 428-7716');
    await phone.getByText('Options').click();
    await phone.getByLabel('Texts to it').selectOption('30003');
    await seen(phone.getByText('Options: texts fail'));
    await text_dominic(screens, 'The second one.');
    await go_to_tool(page, 'Carrier');
    await seen(text('The second one.').getByText('Failed: 30003, the phone is unreachable'));
});

in_browser('A fault that spoils an answer is named at the text', async (screens) => {
    const { page } = screens;
    await go_to_tool(page, 'Carrier');
    await page.getByLabel('Ready-made', { exact: true }).selectOption({ label: 'The next 3 texts are accepted, but answered with 503' });
    await page.getByRole('button', { name: 'Switch on' }).click();
    await seen(page.getByRole('status').filter({ hasText: 'In force' }));
    await screens.open('employees/5814');
    await choose_in_actions(page, 'Send Text');
    await compose_and_send(page, 'Was this taken?');
    const window = page.getByRole('dialog');
    await window.getByRole('button', { name: 'Continue working' }).click();
    await gone(window);
    await go_to_tool(page, 'Carrier');
    await seen(
        texts(page)
            .filter({ hasText: 'Was this taken?' })
            .getByText(/Fault “Is carried out, but answered with an HTTP status”: the plug-in got HTTP 503/),
    );
});

in_browser('An account gets a password at the carrier, and a wrong one is refused', async (screens) => {
    const { page } = screens;
    await go_to_tool(page, 'Carrier');
    await seen(page.getByText(/^Zipwhip, Twilio and Telnyx: any user name and password is accepted/));
    const form = page.getByRole('form', { name: "Set an account's password" });
    await form.getByLabel('User name').fill('(901) 345-6100');
    await form.getByLabel('Password').fill('the right one');
    await form.getByRole('button', { name: 'Set' }).click();
    const table = page.getByRole('table', { name: 'Accounts at the carrier' });
    await seen(table.getByText('9013456100'));
    const carrier = await page.getByText(/^Simulated, at/).locator('code').textContent();
    const lets_in = async (password) => {
        const body = new URLSearchParams({ username: '9013456100', password });
        return (await (await fetch(`${carrier}/user/login`, { method: 'POST', body })).json()).success;
    };
    assert.equal(await lets_in('a wrong one'), false);
    assert.equal(await lets_in('the right one'), true);
    await table.getByRole('button', { name: 'Remove the account 9013456100 at Zipwhip' }).click();
    await seen(page.getByText(/^Zipwhip, Twilio and Telnyx: any user name and password is accepted/));
    assert.equal(await lets_in('a wrong one'), true);
});

in_browser('Log-ins are refused by a fault that is ready-made', async (screens) => {
    const { page } = screens;
    await go_to_tool(page, 'Carrier');
    await page.getByLabel('Ready-made', { exact: true }).selectOption({ label: 'Every login is refused' });
    await page.getByRole('button', { name: 'Switch on' }).click();
    await seen(page.getByRole('table', { name: 'Faults in force' }).getByText('/user/login'));
    await page.getByRole('button', { name: 'Log everybody out' }).click();
    await seen(page.getByRole('status').filter({ hasText: 'Everybody is logged out' }));
    await move_clock(page, '+1 minute');
    await seen(
        page
            .getByRole('table', { name: 'Requests' })
            .getByRole('row')
            .filter({ hasText: '/user/login' })
            .filter({ hasText: 'error_with_200' })
            .first(),
    );
});

for (const colorScheme of ['light', 'dark']) {
    in_browser(
        `The page of the carrier fits into 390 pixels, ${colorScheme}`,
        async (screens) => {
            const { page } = screens;
            await text_dominic(screens, 'The first one.');
            await go_to_tool(page, 'Carrier');
            await seen(texts(page).getByText('Delivered to the phone'));
            await page.getByText('Custom fault').click();
            await expect_accessible(page, 'carrier');
            const overflow = await page.evaluate(
                () => document.documentElement.scrollWidth - globalThis.innerWidth,
            );
            assert.ok(overflow <= 0, `${overflow} pixels too wide`);
        },
        { viewport: { width: 390, height: 844 }, colorScheme },
    );
}
