import { in_browser } from './support/in_browser.mjs';
import { row, search } from './support/searching.mjs';
import {
    compose_and_send,
    confirm_sent,
    expect_logged,
    expect_on_handset,
    expect_recipients,
} from './support/texting.mjs';

in_browser('Send Text... by a right click in a contact search', async (screens) => {
    const { page } = screens;
    await search(screens, 'Contact', { 'Last Name': 'Barker', 'First Name': 'Betty' }, 1);
    await row(page, 'Barker', 'Betty').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Send Text...', exact: true }).click();

    await expect_recipients(page, ['Betty Barker']);
    await compose_and_send(page, 'May I call you today?');
    await confirm_sent(page);

    await expect_on_handset(page, '(651) 268-4417', 'May I call you today?');
    await expect_logged(screens, 'contacts/6553', 'Alexander Swanson: May I call you today?');
});
