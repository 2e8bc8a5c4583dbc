import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { row } from './support/searching.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_recipients,
    go_to_tool,
    seen,
} from './support/texting.mjs';

in_browser(
    'Records that cannot be texted are marked, can be removed, and are named after Send',
    async (screens) => {
        const { page } = screens;
        await screens.open('hotlists/1');
        await seen(row(page, 'Smith Lisa'));
        await choose_in_actions(page, 'Send Text');

        await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey', 'Fran Peterson']);
        const compose = dialog(page, 'Send Text');
        const recipient = (name) => compose.getByRole('row').filter({ hasText: name });
        await seen(recipient('Smith Lisa').getByText('Cannot be texted'));
        await seen(recipient('Smith Lisa').getByRole('cell', { name: 'Not in service' }));
        await seen(recipient('Smith Lisa').getByText('4737475757 is not a number in service'));
        await seen(recipient('Brian Bailey').getByText('Warning'));
        await seen(recipient('Brian Bailey').getByText('extension 123 is left out'));

        await compose.getByRole('button', { name: 'Remove Fran Peterson' }).click();
        await expect_recipients(page, ['Smith Lisa', 'Matthew Marshall', 'Brian Bailey']);
        await compose_and_send(page, 'Hello from Memphis NE.', 'Send 2 texts');

        const invalid = dialog(page, 'Some records are invalid');
        const rows = invalid.getByRole('row').filter({ has: page.getByRole('rowheader') });
        await seen(rows.filter({ hasText: 'Smith Lisa' }).getByText('Cannot be texted'));
        assert.equal(await rows.count(), 1);
        await seen(invalid.getByText('This person will not get a text. Correct the number on the record to text'));
        await seen(invalid.getByText('The other 2 people will get the text'));
        assert.equal(await rows.getByRole('link', { name: 'Smith Lisa' }).count(), 1);
        await invalid.getByRole('button', { name: 'Continue' }).click();
        await confirm_sent(page, 'The carrier has accepted all 2 texts.');

        await go_to_tool(page, 'Handsets');
        await seen(page.getByRole('article').nth(1));
        assert.equal(await page.getByRole('article').count(), 2);
    },
);

in_browser(
    'The text is counted as it is typed, and nothing can be sent while it is empty',
    async (screens) => {
        const { page } = screens;
        await screens.open('employees/5814');
        await choose_in_actions(page, 'Send Text');
        const compose = dialog(page, 'Send Text');
        const message = compose.getByRole('textbox', { name: 'Message' });
        assert.ok(await compose.getByRole('button', { name: 'Send', exact: true }).isDisabled());
        await message.fill('a'.repeat(161));
        await seen(compose.getByText(/161.*2 segments/));
        assert.equal(await message.inputValue(), 'a'.repeat(161));
        assert.ok(await compose.getByRole('button', { name: 'Send', exact: true }).isEnabled());
    },
);
