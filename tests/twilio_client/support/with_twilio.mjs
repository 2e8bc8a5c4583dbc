// Tests with a simulator and the client on it, directly or through the validating proxy.
import { after, test } from 'node:test';
import { official_client } from './official_client.mjs';
import { Simulator } from './simulator.mjs';
import { ValidatingProxy } from './specification.mjs';

/** Only against a hang. */
const timeout = 300_000;

/** Those of this file's tests, which run one after the other; each is started when it is first needed. */
let simulator;
let proxy;

after(async () => {
    await proxy?.end();
    await simulator?.end();
});

/** A simulator as new. */
async function fresh_simulator() {
    simulator ??= await Simulator.start();
    await simulator.reset();
    return simulator;
}

/** A test: `steps({ simulator, client, address })`; all that the client says and hears is held to the specification. */
export function validated(name, steps) {
    test(name, { timeout }, async () => {
        await fresh_simulator();
        proxy ??= await ValidatingProxy.start(simulator.address);
        await steps({ simulator, client: official_client(proxy.address), address: proxy.address });
    });
}

/** The same without the proxy. */
export function direct(name, steps) {
    test(name, { timeout }, async () => {
        await fresh_simulator();
        await steps({ simulator, client: official_client(simulator.address), address: simulator.address });
    });
}
