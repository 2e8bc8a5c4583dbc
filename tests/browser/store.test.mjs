import assert from 'node:assert/strict';
import { in_browser } from './support/in_browser.mjs';
import { dialog, gone, log_in_as, open_test_tools, seen } from './support/texting.mjs';

const backups = (page) => page.getByRole('table', { name: 'Backups' }).locator('tbody').getByRole('row');

/** Sets how many segments a line sends in a minute, on the page of the settings. */
async function set_pace(screens, segments) {
    const { page } = screens;
    await screens.open('administration/settings');
    await page.getByLabel(/^Pace/).fill(String(segments));
    const saved = page.waitForResponse(
        (answer) => answer.url().endsWith('/api/settings') && answer.request().method() === 'PUT',
    );
    await page.getByRole('button', { name: 'Save' }).click();
    assert.equal((await saved).status(), 200);
}

async function back_up(page) {
    await page.getByRole('button', { name: 'Back up now' }).click();
    const backup_status = page.getByRole('status', { name: 'Backup' });
    await seen(backup_status.filter({ hasText: 'The backup is /' }));
    return (await backup_status.textContent()).replace('The backup is ', '');
}

in_browser('A backup is made, and put back once it was confirmed', async (screens) => {
    const { page } = screens;
    await set_pace(screens, 30);
    await screens.open('administration/store');
    await seen(page.getByText('No backups yet.'));
    const path = await back_up(page);
    await seen(backups(page));
    await gone(page.getByText('No backups yet.'));
    assert.ok((await backups(page).first().textContent()).includes(path.split('/').pop()));

    await set_pace(screens, 90);
    await screens.open('administration/store');
    await backups(page).getByRole('button', { name: /^Restore/ }).click();
    const question = dialog(page, 'Restore');
    await seen(question.getByText(/nobody is texted twice/));
    await question.getByRole('button', { name: 'Cancel' }).click();
    await gone(question);
    await backups(page).getByRole('button', { name: /^Restore/ }).click();
    await question.getByRole('button', { name: 'Restore' }).click();
    await seen(page.getByText(/was restored/));

    await screens.open('administration/settings');
    assert.equal(await page.getByLabel(/^Pace/).inputValue(), '30');
});

in_browser('What is no backup is refused in words', async (screens) => {
    const { page } = screens;
    screens.allow_faults(/409/);
    await screens.open('administration/store');
    await page.getByLabel('Full path of a backup').fill('/there/is/none');
    await page.getByRole('button', { name: 'Restore …', exact: true }).last().click();
    await dialog(page, 'Restore').getByRole('button', { name: 'Restore' }).click();
    await seen(page.getByRole('alert').getByText('There is no file /there/is/none.'));
});

in_browser('Whoever loses the permission sees no backups any more', async (screens) => {
    const { page } = screens;
    await screens.open('administration/store');
    await seen(page.getByRole('button', { name: 'Back up now' }));
    screens.allow_faults(/403 .*\/api\/store\/backups/); // the page asks before it knows
    await log_in_as(page, 'Maria Johansen');
    await seen(page.getByText('You need the permission "administration" to see this page.'));
    await gone(page.getByRole('button', { name: 'Back up now' }));
});

in_browser('The clock is set wrong and corrected, and time does not move', async (screens) => {
    const { page } = screens;
    const month = async () => {
        const frame = await (await page.request.get(`${screens.host.address}api/frame`)).json();
        return new Date(frame.clock).getUTCMonth();
    };
    const set_clock = async (label) => {
        const is_set = page.waitForResponse('**/api/clock');
        await page.getByLabel('Set the clock').selectOption({ label });
        await is_set;
    };
    const clock = (await open_test_tools(page)).getByRole('timer', { name: 'Clock' });
    await seen(clock.filter({ hasText: 'Mar' }));
    assert.equal(await month(), 2);
    await set_clock('30 days ahead');
    await seen(clock.filter({ hasText: 'Apr' }));
    assert.equal(await month(), 3);
    await set_clock('Clock is correct');
    await seen(clock.filter({ hasText: 'Mar' }));
    assert.equal(await month(), 2);
});
