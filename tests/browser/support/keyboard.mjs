// What a person does without a mouse.
import assert from 'node:assert/strict';

/** Presses Tab until the control has the focus. */
export async function tab_to(page, control) {
    for (let presses = 0; presses < 60; ++presses) {
        if (await control.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
    }
    assert.fail(`60 Tabs do not lead to ${control}`);
}
