import { in_browser } from './support/in_browser.mjs';
import {
    compose_and_send,
    confirm_sent,
    expect_logged,
    expect_on_handset,
    expect_recipients,
    seen,
} from './support/texting.mjs';

in_browser("Send Text in the menu of a contact's record", async (screens) => {
    const { page } = screens;
    await screens.open('contacts/6399');
    await seen(page.getByRole('heading', { name: 'Kevin Farnham' }));
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await seen(page.getByRole('group', { name: 'Form Actions' }));
    await page
        .getByRole('group', { name: 'Record Actions' })
        .getByRole('menuitem', { name: 'Send Text', exact: true })
        .click();

    await expect_recipients(page, ['Kevin Farnham']);
    await compose_and_send(page, 'Your three workers start at 6.');
    await confirm_sent(page);

    await expect_on_handset(page, '(612) 388-1045', 'Your three workers start at 6.');
    await expect_logged(
        screens,
        'contacts/6399',
        'Text conversation with Kevin Farnham, (612) 388-1045',
        'Your three workers start at 6.',
    );
});
