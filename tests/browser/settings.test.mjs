import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { save_settings } from './support/administration.mjs';
import { in_browser } from './support/in_browser.mjs';
import { gone, seen } from './support/texting.mjs';

const values = async (screens) =>
    (await (await screens.page.request.get(`${screens.host.address}api/settings`)).json()).values;

in_browser('Times are read and typed in the unit that suits, and saved in seconds', async (screens) => {
    const { page } = screens;
    await screens.open('administration/settings');
    const window_ = page.getByLabel('Conversation window', { exact: true });
    const unit = page.getByLabel('Unit of Conversation window');
    await seen(window_);
    assert.equal(await window_.inputValue(), '24');
    assert.equal(await unit.locator('option:checked').textContent(), 'hours');
    await window_.fill('3');
    await unit.selectOption('days');
    await save_settings(page);
    assert.equal((await values(screens)).batch_window_seconds, 3 * 86400);
    await page.reload();
    await seen(window_);
    assert.equal(await window_.inputValue(), '3');
    assert.equal(await unit.locator('option:checked').textContent(), 'days');

    await window_.fill('1.5');
    await unit.selectOption('hours');
    await save_settings(page);
    assert.equal((await values(screens)).batch_window_seconds, 5400);
});

in_browser('What is out of bounds is said beside the field, in the unit shown', async (screens) => {
    const { page } = screens;
    await screens.open('administration/settings');
    const window_ = page.getByLabel('Conversation window', { exact: true });
    await window_.fill('1000');
    await page.getByRole('button', { name: 'Save' }).click();
    await seen(page.getByText('Enter 1 minute to 720 hours.'));
    assert.equal(await window_.getAttribute('aria-invalid'), 'true');
    assert.equal(await window_.evaluate((field) => field === document.activeElement), true);
    await seen(page.getByText('Nothing was saved. Correct the marked fields, then try again.'));
    await page.getByLabel('Unit of Conversation window').selectOption('days');
    await page.getByRole('button', { name: 'Save' }).click();
    await seen(page.getByText('Enter 1 minute to 30 days.'));
    await window_.fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await seen(page.getByText('Enter a number: 1 minute to 30 days.'));
    const pace = page.getByLabel('Pace of a line', { exact: true });
    await pace.fill('6001');
    await page.getByRole('button', { name: 'Save' }).click();
    await seen(page.getByText('Enter 1 to 6,000 segments a minute.'));
    assert.equal((await values(screens)).batch_window_seconds, 86400);
});

in_browser('Settings stand in groups, what few need is folded, and a fault in it unfolds it', async (screens) => {
    const { page } = screens;
    screens.allow_faults(/409/);
    await screens.open('administration/settings');
    await seen(page.getByRole('region', { name: 'Texting hours and pace' }).getByLabel('Pace of a line', { exact: true }));
    await seen(page.getByRole('region', { name: 'Conversations' }).getByLabel('Message action code'));
    const certificates = page.getByLabel('Certificates (PEM file)');
    await gone(certificates);
    await page.getByText('Advanced', { exact: true }).click();
    await seen(certificates);
    await expect_accessible(page, 'the settings, unfolded');
    await certificates.fill('/nowhere/ca.pem');
    await page.getByText('Advanced', { exact: true }).click();
    await gone(certificates);
    await page.getByRole('button', { name: 'Save' }).click();
    await seen(page.getByText("The CA file '/nowhere/ca.pem' cannot be used"));
    await seen(certificates);
    assert.equal((await values(screens)).ca_file, '');
});

in_browser('On a phone the settings fit', async (screens) => {
    const { page } = screens;
    await screens.open('administration/settings');
    await page.getByText('Advanced', { exact: true }).click();
    await seen(page.getByLabel('Certificates (PEM file)'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
}, { viewport: { width: 390, height: 844 } });
