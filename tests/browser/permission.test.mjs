import assert from 'node:assert/strict';
import { expect_accessible } from './support/accessibility.mjs';
import { in_browser } from './support/in_browser.mjs';
import { gone, log_in_as, log_out, seen } from './support/texting.mjs';

const pages = {
    'external-services': 'External services',
    settings: 'Settings',
    store: 'Store',
    audit: 'Audit trail',
};
const paths = ['accounts', 'settings', 'store/backups', 'audit/entries', 'audit?format=csv', 'audit?format=jsonl'];

/** What the mock host answers to who is logged in. */
async function answers(screens) {
    const refusals = [];
    for (const path of paths) {
        const answer = await screens.page.request.get(`${screens.host.address}api/${path}`);
        refusals.push(`${answer.status()} ${(await answer.json()).error}`);
    }
    return [...new Set(refusals)];
}

in_browser('Administration is for those with the permission; others are told, and get no data', async (screens) => {
    const { page } = screens;
    const administration = page.getByRole('navigation').getByRole('link', { name: 'Administration' });
    await seen(administration);
    await log_in_as(page, 'Maria Johansen');
    await gone(administration);
    for (const [path, title] of Object.entries(pages)) {
        await screens.open(`administration/${path}`);
        await seen(page.getByRole('heading', { name: title, level: 1 }));
        await seen(page.getByText('You need the permission "administration" to see this page. Ask an administrator for it.'));
        assert.equal(await page.getByRole('main').getByRole('table').count(), 0);
    }
    await expect_accessible(page, 'a page of the administration without the permission');
    assert.deepEqual(await answers(screens), [
        '403 Maria Johansen does not have the permission for administration. Ask an administrator for it.',
    ]);

    await log_out(page);
    await seen(page.getByText('Nobody is logged in. Log in as an administrator to see this page.'));
    assert.deepEqual(await answers(screens), ['403 Nobody is logged in. Log in as an administrator first.']);

    await log_in_as(page, 'Alexander Swanson');
    await seen(page.getByRole('table', { name: 'Entries of the audit trail' }));
    await seen(administration);
});

in_browser('A recruiter uses the pages of QA', async (screens) => {
    const { page } = screens;
    await log_in_as(page, 'Maria Johansen');
    await screens.open('carrier');
    await seen(page.getByRole('heading', { name: 'Latency and faults' }));
    await screens.open('handsets');
    await seen(page.getByRole('heading', { name: 'Handsets', level: 1 }));
    const handsets = await (await page.request.get(`${screens.host.address}api/handsets`)).json();
    assert.equal(handsets.lines.length, 1);
});
