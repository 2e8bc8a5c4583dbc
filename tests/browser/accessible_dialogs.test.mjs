import { in_browser } from './support/in_browser.mjs';
import { expect_accessible } from './support/accessibility.mjs';
import { row } from './support/searching.mjs';
import { appearances } from './support/sizes.mjs';
import {
    choose_for_recipient,
    compose_and_send,
    confirm_sent,
    dialog,
    expect_on_handset,
    expect_recipients,
    gone,
    handset,
    move_clock,
    seen,
} from './support/texting.mjs';

for (const { name, options } of appearances) {
    in_browser(
        `Nothing wrong in any dialog and menu, ${name}`,
        async (screens) => {
            const { page } = screens;
            await screens.open('hotlists/1');
            await seen(row(page, 'Fran Peterson'));
            await page.getByRole('button', { name: 'Actions', exact: true }).click();
            await seen(page.getByRole('menu'));
            await expect_accessible(page, 'a menu');
            await page.getByRole('menuitem', { name: 'Send Text', exact: true }).click();
            await expect_recipients(page, [
                'Smith Lisa',
                'Matthew Marshall',
                'Brian Bailey',
                'Fran Peterson',
            ]);
            await expect_accessible(page, 'compose');
            await choose_for_recipient(page, 'Smith Lisa', 'Change number');
            await seen(dialog(page, 'Number for Smith Lisa'));
            await expect_accessible(page, 'the number of a recipient');
            await dialog(page, 'Number for Smith Lisa').getByRole('button', { name: 'Cancel' }).click();
            await choose_for_recipient(page, 'Fran Peterson', 'Preview');
            await seen(dialog(page, 'Preview'));
            await expect_accessible(page, 'a preview');
            await dialog(page, 'Preview').getByText('Close', { exact: true }).click();
            await gone(dialog(page, 'Preview'));
            await compose_and_send(page, 'Hello.', 'Send 3 texts');
            const invalid = dialog(page, 'Some records are invalid');
            await seen(invalid);
            await expect_accessible(page, 'invalid records');
            await invalid.getByRole('button', { name: 'Continue' }).click();
            await seen(dialog(page, 'Messages sent').getByText('The carrier has accepted all 3 texts.'));
            await expect_accessible(page, 'confirmation');
            await confirm_sent(page, 'The carrier has accepted all 3 texts.');

            await expect_on_handset(page, '(651) 370-8370', 'Hello.');
            await handset(page, '(651) 370-8370').getByLabel('Reply from (651) 370-8370').fill('Hello too.');
            await handset(page, '(651) 370-8370').getByRole('button', { name: 'Send reply' }).click();
            await move_clock(page, '+1 minute');
            await seen(page.getByRole('status').filter({ hasText: 'Reply from Fran Peterson' }));
            await expect_accessible(page, 'handsets, with a notification');
            await screens.open('administration/external-services');
            await page.getByRole('button', { name: 'Add' }).click();
            await seen(page.getByRole('dialog'));
            await expect_accessible(page, 'the form of an account');
        },
        options,
    );
}
