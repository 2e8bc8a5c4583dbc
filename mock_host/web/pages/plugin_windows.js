// The plug-in's dialogs as windows: one for each that is open, brought up to date as the plug-in changes it. Of a
// dialog that is here already only the patches are fetched.
import { get, query } from './api.js';
import { patched } from './json_patch.js';
import { listen } from './live.js';
import { open_plugin_window } from './plugin_window.js';
import { record_beside_windows } from './router.js';

export function show_plugin_windows() {
    const windows = new Map();
    // Those that were open when this page was opened beside them; not known yet.
    let passed_over = location.search === record_beside_windows ? null : new Set();

    listen(['dialogs'], async () => {
        const { dialogs } = await get(`/api/dialogs${query({ have: have_of(windows) })}`);
        passed_over ??= new Set(dialogs.map(({ id }) => id));
        close_others(windows, dialogs);
        for (const dialog of dialogs) {
            if (!passed_over.has(dialog.id)) show(windows, dialog);
        }
    });
}

/** "3:17,4:1": the versions of the dialogs that are here. */
function have_of(windows) {
    return [...windows].map(([id, { version }]) => `${id}:${version}`).join(',');
}

function close_others(windows, dialogs) {
    const open = new Set(dialogs.map(({ id }) => id));
    for (const [id, { window }] of windows) {
        if (open.has(id)) continue;
        window.close();
        windows.delete(id);
    }
}

function show(windows, { id, version, values, view, patches }) {
    const here = windows.get(id);
    if (!here) {
        windows.set(id, { window: open_plugin_window({ id, view, values }), version, view });
        return;
    }
    // First: if it cannot be drawn, all of it is fetched the next time.
    here.version = 0;
    here.view = view ?? patched(here.view, patches);
    here.window.update({ view: here.view, values });
    here.version = version;
}
