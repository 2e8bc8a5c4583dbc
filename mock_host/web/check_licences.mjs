// Says which locked npm package has a licence that the project cannot pass on. Usage: check_licences.mjs LOCKFILE…
import { readFileSync } from 'node:fs';

const allowed = new Set([
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MPL-2.0',
]);

/** Old packages name their licence in a form ("licenses") that npm does not copy into lock files. */
const named_in_the_package = {
    'compute-gcd': 'MIT',
    'compute-lcm': 'MIT',
    'validate.io-function': 'MIT',
    'validate.io-integer': 'MIT',
    'validate.io-integer-array': 'MIT',
    'validate.io-number': 'MIT',
};

/** A choice, such as "(MIT OR GPL-2.0)", will do when one of it will. */
const is_allowed = (licence) =>
    licence
        .replace(/[()]/g, '')
        .split(' OR ')
        .some((choice) => choice.split(' AND ').every((each) => allowed.has(each.trim())));

const problems = [];
let count = 0;
for (const lockfile of process.argv.slice(2)) {
    const { packages } = JSON.parse(readFileSync(lockfile, 'utf8'));
    for (const [name, { version, license: locked, integrity, resolved }] of Object.entries(packages)) {
        if (name === '') continue;
        count += 1;
        const license = locked ?? named_in_the_package[name.replace(/^.*node_modules\//, '')];
        const words = `${lockfile}: ${name} ${version}`;
        if (!license || !is_allowed(license))
            problems.push(`${words} has the licence ${license ?? '(none named)'}`);
        if (!integrity) problems.push(`${words} is not locked by a checksum`);
        if (resolved) problems.push(`${words} names the registry it came from`);
    }
}
if (count === 0) problems.push('No locked package was found.');
if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exit(1);
}
console.log(`${count} packages, each under one of: ${[...allowed].join(', ')}.`);
