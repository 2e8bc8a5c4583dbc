// Begins everything: the frame around the pages, the pages, and the plug-in's windows over them.
import './employees.js';
import './contacts.js';
import './employee_record.js';
import './contact_record.js';
import './hotlists.js';
import './external_services.js';
import './settings.js';
import './store.js';
import './audit.js';
import './handsets.js';
import './carrier.js';
import './plugin.js';
import { draw_frame } from './frame.js';
import { show_notifications } from './notifications.js';
import { show_plugin_windows } from './plugin_windows.js';
import { show_progresses } from './progresses.js';
import { start } from './router.js';

await draw_frame();
show_notifications();
show_progresses();
show_plugin_windows();
start(document.getElementById('main'));
