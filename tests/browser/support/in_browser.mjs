// Tests in a browser.
import { after, test } from 'node:test';
import { close_browser, with_screens } from './screens.mjs';

after(close_browser);

/** A test: `steps(screens)` in the screens of a mock host of its own. See with_screens. */
export function in_browser(name, steps, options) {
    test(name, () => with_screens(steps, options));
}
