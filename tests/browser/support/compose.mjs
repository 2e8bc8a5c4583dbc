// The window in which a text is written, and what is in it.
import { dialog } from './texting.mjs';

export const compose = (page) => dialog(page, 'Send Text');

export const message = (page) => compose(page).getByRole('textbox', { name: 'Message' });

export const button = (page, name) => compose(page).getByRole('button', { name, exact: true });
