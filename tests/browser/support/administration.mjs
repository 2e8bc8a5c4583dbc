// What only administrators do.
import assert from 'node:assert/strict';

/** Presses Save on the page of the settings, and waits until they are saved. */
export async function save_settings(page) {
    const saved = page.waitForResponse(
        (answer) => answer.url().endsWith('/api/settings') && answer.request().method() === 'PUT',
    );
    await page.getByRole('button', { name: 'Save' }).click();
    assert.equal((await saved).status(), 200);
}

/** From now on carriers are asked for replies once an hour: only when the test lets one pass. */
export async function ask_for_replies_hourly(screens) {
    await screens.open('administration/settings');
    const { page } = screens;
    await page.getByLabel('Look for replies every', { exact: true }).fill('60');
    await page.getByLabel('Unit of Look for replies every').selectOption('minutes');
    await save_settings(page);
}
