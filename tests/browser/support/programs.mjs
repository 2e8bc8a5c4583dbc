// What the build made, and the libraries that it installed outside of this folder.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The file that CMake writes: where mock_host, minimal_plugin, chromium and the libraries' folder are. */
export const programs = JSON.parse(readFileSync(process.env.BROWSER_PROGRAMS, 'utf8'));

const require = createRequire(programs.libraries);

export const { chromium } = require('playwright-core');
export const axe_source = require('axe-core').source;
