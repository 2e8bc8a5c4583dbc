import { in_browser } from './support/in_browser.mjs';
import { row, search } from './support/searching.mjs';
import {
    compose_and_send,
    confirm_sent,
    expect_logged,
    expect_on_handset,
    expect_recipients,
    gone,
    seen,
} from './support/texting.mjs';

in_browser('Send Text by a right click on a row of an employee search', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', { 'Last Name': 'Proke' }, 1);
    await row(page, 'Proke', 'Dominic').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Send Text', exact: true }).click();

    await expect_recipients(page, ['Dominic Proke']);
    await compose_and_send(page, 'Can you work tonight?');
    await confirm_sent(page);

    await expect_on_handset(page, '(651) 428-7716', 'Can you work tonight?');
    await expect_logged(screens, 'employees/5814', 'Alexander Swanson: Can you work tonight?');
});

in_browser('Send Text by a right click on many rows of an employee search', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', { 'Last Name': 'Greene' }, 3);
    await row(page, 'Greene', 'Kelsey').click();
    await row(page, 'Greene', 'Stephanie').click({ modifiers: ['Control'] });
    await row(page, 'Greene', 'Stephanie').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Send Text', exact: true }).click();

    await expect_recipients(page, ['Kelsey Greene', 'Stephanie Greene']);
    await compose_and_send(page, 'Who can start on Monday?', 'Send 2 texts');
    await confirm_sent(page, 'The carrier has accepted all 2 texts.');

    await expect_on_handset(page, '(614) 457-9978', 'Who can start on Monday?');
    await expect_on_handset(page, '(651) 871-1846', 'Who can start on Monday?');
    await expect_logged(
        screens,
        'employees/12755',
        'Text conversation with Kelsey Greene',
        'Who can start on Monday?',
    );
    await screens.open('employees/12492');
    await seen(
        page.getByRole('region', { name: 'Messages' }).getByText('Text conversation with Stephanie Greene'),
    );
});

in_browser('10,000 employees are found, sorted and grouped', async (screens) => {
    const { page } = screens;
    await search(screens, 'Employee', {}, 10000);
    await seen(row(page, 'Abbott').first());
    await page.getByRole('columnheader', { name: 'Last Name' }).click();
    await page.getByRole('columnheader', { name: 'Last Name' }).click();
    await seen(row(page, 'Zimmerman').first());
    await page.getByRole('columnheader', { name: 'Branch' }).dragTo(page.getByLabel('Group by'));
    const group = page.getByRole('button', { name: /^Branch: Columbus \([\d,]+\)$/ });
    await seen(group);
    await group.click();
    await seen(page.getByRole('button', { name: /^Branch: Eagan \([\d,]+\)$/ }));
    await gone(row(page, 'Zimmerman', 'Columbus').first());
});
