// The plug-in's dialogs as windows: one for each that is open, brought up to date as the plug-in changes it.
import { get } from './api.js';
import { listen } from './live.js';
import { open_plugin_window } from './plugin_window.js';

export function show_plugin_windows() {
    const windows = new Map();
    listen(['dialogs'], async () => {
        const { dialogs } = await get('/api/dialogs');
        const open = new Set(dialogs.map(({ id }) => id));
        for (const [id, window] of windows) {
            if (open.has(id)) continue;
            window.close();
            windows.delete(id);
        }
        for (const dialog of dialogs) {
            if (windows.has(dialog.id)) windows.get(dialog.id).update(dialog);
            else windows.set(dialog.id, open_plugin_window(dialog));
        }
    });
}
