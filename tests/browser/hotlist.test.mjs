import { in_browser } from './support/in_browser.mjs';
import { row } from './support/searching.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_logged,
    expect_on_handset,
    expect_recipients,
    seen,
} from './support/texting.mjs';

in_browser("The cell phone icon of a hotlist's row", async (screens) => {
    const { page } = screens;
    await screens.open('hotlists');
    await page.getByRole('link', { name: '3rd shifters' }).click();
    await row(page, 'Matthew Marshall').getByRole('button', { name: 'Send Text' }).click();

    await expect_recipients(page, ['Matthew Marshall']);
    await compose_and_send(page, 'Third shift tonight?');
    await confirm_sent(page);

    await expect_on_handset(page, '(651) 556-5757', 'Third shift tonight?');
    await expect_logged(screens, 'employees/5102', 'Alexander Swanson: Third shift tonight?');
});

in_browser('Send Text to a whole hotlist', async (screens) => {
    const { page } = screens;
    await screens.open('hotlists/1');
    await seen(row(page, 'Fran Peterson'));
    await choose_in_actions(page, 'Send Text');

    await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
    await compose_and_send(page, 'Third shift is on tonight.', 'Send 3 texts');
    await dialog(page, 'Some records are invalid').getByRole('button', { name: 'Continue' }).click();
    await confirm_sent(page, 'The carrier has accepted all 3 texts.');

    await expect_on_handset(page, '(651) 370-8370', 'Third shift is on tonight.');
    await expect_logged(screens, 'employees/5388', 'Alexander Swanson: Third shift is on tonight.');
});
