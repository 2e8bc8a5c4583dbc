// What the build made, and the libraries that it installed outside of this folder.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** The file that CMake writes: where carrier_simulator and the libraries' folder are. */
export const programs = JSON.parse(readFileSync(process.env.TWILIO_CLIENT_PROGRAMS, 'utf8'));

const require = createRequire(programs.libraries);

// The client would go through a proxy of the environment; there is nothing here but this machine.
for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']) delete process.env[name];

export const twilio = require('twilio');
export const prism_program = join(dirname(require.resolve('@stoplight/prism-cli/package.json')), 'dist/index.js');

/** A program of a test's own, which says in a line of its output where it listens. It ends with its standard input. */
export class Server {
    #program;
    #said = [];

    /** `address`: finds it in a line. */
    static async start(command, address) {
        const server = new Server();
        const program = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
        server.#program = program;
        const lines = createInterface({ input: program.stdout });
        server.address = await new Promise((resolve, reject) => {
            program.on('error', reject);
            program.on('exit', (code) => reject(new Error(`${command[0]} ended with ${code}:\n${server.said}`)));
            lines.on('line', (line) => {
                server.#said.push(line);
                const found = line.match(address);
                if (found) resolve(found[0]);
            });
        });
        return server;
    }

    /** All that it has printed. */
    get said() {
        return this.#said.join('\n');
    }

    async end() {
        if (this.#program.exitCode !== null || this.#program.signalCode !== null) return;
        const ended = once(this.#program, 'exit');
        this.#program.stdin.end();
        this.#program.kill('SIGTERM');
        await ended;
    }
}
