// Tests in a browser.
import { after, test } from 'node:test';
import { close_browser, with_screens } from './screens.mjs';

after(close_browser);

/** Only against a hang. */
const timeout = 300_000;

/** How often a test may be tried: .ci/run, where nobody can look, allows a second time. What failed is printed. */
const max_attempts = Number(process.env.BROWSER_ATTEMPTS ?? 1);

/** A test: `steps(screens)` in the screens of a mock host of its own. See with_screens. */
export function in_browser(name, steps, options) {
    test(name, { timeout: timeout * max_attempts }, async () => {
        for (let attempt = 1; attempt < max_attempts; ++attempt) {
            try {
                return await with_screens(steps, options);
            } catch (failure) {
                console.error(`${name}: failed at attempt ${attempt}.\n${failure.stack}`);
            }
        }
        return with_screens(steps, options);
    });
}
