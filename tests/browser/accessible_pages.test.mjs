import { expect_accessible } from './support/accessibility.mjs';
import { in_browser } from './support/in_browser.mjs';
import { data_rows, row } from './support/searching.mjs';
import { appearances } from './support/sizes.mjs';
import { seen } from './support/texting.mjs';

const pages = {
    employees: (page) => data_rows(page).first(),
    'employees/5814': (page) => page.getByRole('heading', { name: 'Dominic Proke' }),
    contacts: (page) => data_rows(page).first(),
    'contacts/6553': (page) => page.getByRole('heading', { name: 'Betty Barker' }),
    hotlists: (page) => page.getByText('3rd shifters').first(),
    'hotlists/1': (page) => row(page, 'Fran Peterson'),
    'administration/external-services': (page) => page.getByRole('button', { name: 'Add' }),
    'administration/settings': (page) => page.getByRole('button', { name: 'Save' }),
    'administration/store': (page) => page.getByRole('button', { name: 'Back up now' }),
    'administration/audit': (page) => page.getByRole('heading', { name: /audit/i }),
    carrier: (page) => page.getByRole('heading', { name: 'Requests' }),
    plugin: (page) => page.getByRole('button', { name: 'Unload' }),
};

for (const { name, options } of appearances) {
    in_browser(
        `Nothing wrong on any page, ${name}`,
        async (screens) => {
            for (const [route, shown] of Object.entries(pages)) {
                await screens.open(route);
                await seen(shown(screens.page));
                await expect_accessible(screens.page, route);
            }
        },
        options,
    );
}
