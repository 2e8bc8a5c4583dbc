import { in_browser } from './support/in_browser.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_logged,
    seen,
} from './support/texting.mjs';

in_browser(
    'The host ends and comes back while the page is open: the page is there again by itself',
    async (screens) => {
        const { page, host } = screens;
        await screens.open('employees/5814');
        await choose_in_actions(page, 'Send Text');
        await compose_and_send(page, 'Before the restart.');
        await confirm_sent(page);

        screens.allow_faults(
            /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/,
        );
        screens.allow_faults(/403 .*\/api\/verdicts/); // asked with the old token, just before the page is loaded anew
        await host.stop();
        await seen(page.getByText('The mock host is not responding.'));
        const loaded_anew = page.waitForEvent('load'); // the token is another one
        await host.start_again();
        await loaded_anew;

        await seen(page.getByRole('heading', { name: 'Dominic Proke' }));
        await choose_in_actions(page, 'Send Text');
        await seen(dialog(page, 'Send Text'));
        await compose_and_send(page, 'After the restart.');
        await confirm_sent(page);
        await expect_logged(screens, 'employees/5814', 'Before the restart.', 'After the restart.');
    },
);
