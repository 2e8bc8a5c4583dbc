// A mock host of a test's own, with its plug-in and its carrier.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { programs } from './programs.mjs';

export class MockHost {
    #program;
    #data;

    /** Starts one with fresh data on a free port. */
    static async start() {
        const host = new MockHost();
        host.#data = await mkdtemp(join(tmpdir(), 'send-text-browser-'));
        try {
            await host.#run(0);
        } catch (failure) {
            await host.end();
            throw failure;
        }
        return host;
    }

    /** Ends the program; its data stay. */
    async stop() {
        if (!this.#program || this.#program.exitCode !== null || this.#program.signalCode !== null) return;
        const ended = once(this.#program, 'exit');
        this.#program.kill('SIGTERM');
        const [code, signal] = await ended;
        if (code !== 0) throw new Error(`The mock host ended with ${code ?? signal}.\n${this.said}`);
    }

    /** Runs it again where it was: the same data, the same address. */
    async start_again() {
        await this.#run(new URL(this.address).port);
    }

    /** Ends the program and removes its data. */
    async end() {
        try {
            await this.stop();
        } finally {
            await rm(this.#data, { recursive: true, force: true });
        }
    }

    async #run(port) {
        this.said = '';
        this.#program = spawn(programs.mock_host, ['serve', '--port', port, '--data', this.#data]);
        this.#program.stderr.on('data', (words) => (this.said += words));
        for await (const line of createInterface({ input: this.#program.stdout })) {
            const found = line.match(/^Send Text's mock host: (http:\/\/127\.0\.0\.1:\d+\/)$/);
            if (!found) continue;
            this.address = found[1];
            this.#program.stdout.resume(); // the line reader has paused it
            return;
        }
        throw new Error(`The mock host ended before it had an address.\n${this.said}`);
    }
}
