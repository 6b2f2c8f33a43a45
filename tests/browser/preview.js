// Runs the program that is tested.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** This repository, whose root is the example site. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));

const program =
  process.env.JUMELAGE ??
  path.join(process.env.CARGO_TARGET_DIR ?? path.join(repository, "target"), "debug", "jumelage");

if (!fs.existsSync(program)) {
  throw new Error(`there is no ${program}: run \`tests/browser/run\`, which builds it`);
}

/** Whatever happens to the tests, no preview outlives them. @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/**
 * Starts the preview of a folder, and waits until it has an address.
 * @param {string} folder
 * @param {string[]} [options] further ones; a later `--port` goes before ours
 */
export async function startPreview(folder, options = []) {
  const port = options.includes("--port") ? [] : ["--port", "0"];
  const child = spawn(program, ["serve", folder, "--host", "127.0.0.1", ...port, ...options]);
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (said += text));
  }
  const ended = once(child, "exit").then(() => running.delete(child));
  const address = await new Promise((resolve, reject) => {
    child.stdout.on("data", () => {
      const found = /^ +(http:\S+)$/m.exec(said);
      if (found) resolve(found[1]);
    });
    ended.then(() => reject(new Error(`the preview did not start:\n${said}`)));
  });
  return {
    /** The address of the home page. @type {string} */
    address,
    port: new URL(address).port,
    child,
    /** Everything that it told in the terminal. */
    said: () => said,
    /** Ends it, as Ctrl-C does, or at once. */
    async stop(/** @type {NodeJS.Signals} */ signal = "SIGTERM") {
      child.kill(signal);
      await ended;
    },
  };
}

/**
 * Builds a site.
 * @param {string} folder
 * @param {string} output
 * @param {string[]} options
 */
export function build(folder, output, options) {
  const built = spawnSync(program, ["build", folder, "-o", output, ...options], {
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`the site cannot be built:\n${built.stderr}`);
}
