// Tests in a browser.
import { after, test } from 'node:test';
import { close_browser, with_screens } from './screens.mjs';

after(close_browser);

/** Only against a hang. */
const timeout = 300_000;

/** A test: `steps(screens)` in the screens of a mock host of its own. See with_screens. */
export function in_browser(name, steps, options) {
    test(name, { timeout }, () => with_screens(steps, options));
}
