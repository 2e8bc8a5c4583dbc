import { in_browser } from './support/in_browser.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    expect_logged,
    expect_on_handset,
    expect_recipients,
    seen,
} from './support/texting.mjs';

in_browser("Send Text in the actions menu of an employee's record", async (screens) => {
    const { page } = screens;
    await screens.open('employees/5814');
    await seen(page.getByRole('heading', { name: 'Dominic Proke' }));
    await choose_in_actions(page, 'Send Text');

    await expect_recipients(page, ['Dominic Proke']);
    await compose_and_send(page, 'Are you free on Monday at 7?');
    await confirm_sent(page);

    await expect_on_handset(page, '(651) 428-7716', 'Are you free on Monday at 7?');
    await expect_logged(screens, 'employees/5814', 'Alexander Swanson: Are you free on Monday at 7?');
});
