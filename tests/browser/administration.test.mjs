import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { gone, seen } from './support/texting.mjs';

in_browser('An account is added by the form; its password is in no answer and no page', async (screens) => {
    const { page } = screens;
    const answers = [];
    page.on('response', (response) => {
        if (response.url().endsWith('/api/events')) return; // it goes on for as long as the page is open
        answers.push(response.text().catch(() => ''));
    });
    await screens.open('administration/external-services');
    await page.getByRole('button', { name: 'Add' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Account type').selectOption('Per user');
    await form.getByLabel('ServiceRep').selectOption({ label: 'Maria Johansen' });
    await form.getByLabel('Carrier').selectOption('Zipwhip');

    const username = form.getByLabel('Username', { exact: true });
    await username.fill('(651) 555-0177');
    await seen(form.getByText(/all digits/));
    await username.fill('6515550177');
    await gone(form.getByText(/all digits/));
    const password = form.getByLabel('Password', { exact: true });
    assert.equal(await password.getAttribute('type'), 'password');
    await password.fill('simsalabim-77');
    await form.getByRole('button', { name: 'Save' }).click();
    await gone(form);

    const added = page.getByRole('row').filter({ hasText: 'Maria Johansen' });
    await seen(added);
    await added.getByRole('button', { name: /^Edit/ }).click();
    await seen(form);
    assert.equal(await form.getByLabel('Username', { exact: true }).inputValue(), '6515550177');
    assert.equal(await form.getByLabel('Password', { exact: true }).inputValue(), '');
    assert.ok(!(await Promise.all(answers)).some((answer) => answer.includes('simsalabim')));
});

in_browser('An account is removed, once it was asked for', async (screens) => {
    const { page } = screens;
    await screens.open('administration/external-services');
    const account = page.getByRole('row').filter({ hasText: 'Memphis NE' });
    await account.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await seen(account);
    await account.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await gone(account);
});

in_browser('An account says how it stands, and what a test of its connection said', async (screens) => {
    const { page } = screens;
    screens.allow_faults(/409/);
    await screens.open('administration/external-services');
    const account = page.getByRole('row').filter({ hasText: 'Memphis NE' });
    await seen(account.getByText('Texting', { exact: true }));
    await account.getByRole('button', { name: /^Test connection/ }).click();
    await seen(account.getByText(/^Connection tested: the carrier accepted the login of Zipwhip \(901\) 345-6100\.$/));
    await account.getByRole('button', { name: /^Disable/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await seen(account.getByText('Disabled by Alexander Swanson on Mar 2, 2026'));
});
