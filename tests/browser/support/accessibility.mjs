// What axe-core finds wrong for people with a screen reader, with poor sight, or without a mouse.
import assert from 'node:assert/strict';
import { axe_source } from './programs.mjs';

/** Fails with whatever axe finds in what is to be seen now. `where` names it in the failure. */
export async function expect_accessible(page, where) {
    await page.evaluate(axe_source);
    const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
        return violations.flatMap(({ id, help, nodes }) =>
            nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary}`),
        );
    });
    assert.deepEqual(found, [], where);
}
