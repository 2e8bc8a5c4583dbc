import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { save_settings } from './support/administration.mjs';
import { in_browser } from './support/in_browser.mjs';
import {
    choose_in_actions,
    compose_and_send,
    confirm_sent,
    expect_on_handset,
    handset,
    move_clock,
    seen,
} from './support/texting.mjs';

const entry = (page, ...words) =>
    words.reduce(
        (rows, word) => rows.filter({ hasText: word }),
        page.getByRole('table', { name: 'Entries of the audit trail' }).getByRole('row'),
    );

in_browser('The audit trail reads as people do, and so does its file', async (screens) => {
    const { page } = screens;
    await screens.open('administration/settings');
    await page.getByLabel('Conversation window', { exact: true }).fill('48');
    await save_settings(page);
    await screens.open('administration/audit');
    await seen(entry(page, 'Changed a setting', 'Conversation window', '24 hours → 2 days', 'Alexander Swanson'));
    await seen(entry(page, 'Added an account', /Zipwhip \(901\) 345-6100 of Memphis NE/, 'Done'));
    assert.ok(!/batch_window_seconds|branch 1/.test(await page.getByRole('main').textContent()));

    const begun = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download for a spreadsheet (CSV)' }).click();
    const file = await readFile(await (await begun).path());
    assert.deepEqual([...file.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = file.toString('utf8').split('\r\n');
    assert.match(lines[0], /Entry,Time,Time zone,Time \(UTC\),Who,What,Subject,/);
    const setting_line = lines.find((line) => line.includes('Conversation window'));
    assert.match(setting_line, /^\d+,2026-03-02 12:\d\d:\d\d,CST,2026-03-02T18:\d\d:\d\d\.\d{3}Z,Alexander Swanson,Changed a setting,/);
    assert.ok(!file.includes('batch_window_seconds'));
});

in_browser('Who opts out by text is told in the audit trail and on the record', async (screens) => {
    const { page } = screens;
    const number = '(651) 428-7716';
    await screens.open('employees/5814');
    await choose_in_actions(page, 'Send Text');
    await compose_and_send(page, 'Are you free on Monday?');
    await confirm_sent(page);
    await expect_on_handset(page, number, 'Are you free on Monday?');
    await handset(page, number).getByRole('button', { name: 'Reply STOP' }).click();
    await seen(handset(page, number).getByRole('log').getByText('STOP', { exact: true }));
    await move_clock(page, '+1 minute');
    await screens.open('administration/audit');
    await seen(entry(page, 'Opted out', 'Dominic Proke (employee 5814)', number, 'Send Text'));

    await screens.open('employees/5814');
    const methods = page.getByRole('region', { name: 'Contact methods' });
    await seen(methods.getByText(`the Cell Phone ${number} has opted out of texts since Mar 2, 2026.`));
    const field = methods.getByLabel('Cell Phone', { exact: true });
    assert.match(await field.evaluate((input) => document.getElementById(input.getAttribute('aria-describedby')).textContent), /opted out/);
});
