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
