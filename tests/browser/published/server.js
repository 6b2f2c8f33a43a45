// A web server for a published site as a careful host sets one up: with a strict policy of what a
// page may load, and with compression.

import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

/** What pages may load. Nothing inline, and nothing from elsewhere. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** What is compressed already gains nothing. */
const COMPRESSIBLE = /^(?:text\/|application\/|image\/svg)/;

/**
 * Serves a folder until it is closed.
 * @param {string} folder
 * @param {object} [wishes]
 * @param {number} [wishes.quality] of the compression: a test that weighs wants 11, others are
 *   in a hurry
 */
export async function serve(folder, { quality = 1 } = {}) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site.example");
    let file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    if (file.endsWith(path.sep)) file = path.join(file, "index.html");
    let status = 200;
    if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
      status = 404;
      file = path.join(folder, "404.html");
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    /** @type {http.OutgoingHttpHeaders} */
    const headers = {
      "Cache-Control": "max-age=3600",
      "Content-Security-Policy": POLICY,
      "Content-Type": type,
      "X-Content-Type-Options": "nosniff",
    };
    let body = fs.readFileSync(file);
    if (COMPRESSIBLE.test(type) && /\bbr\b/.test(String(request.headers["accept-encoding"]))) {
      headers["Content-Encoding"] = "br";
      body = compressed.get(file) ?? compress(body, quality);
      compressed.set(file, body);
    }
    headers["Content-Length"] = body.length;
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Compresses as a host does who compresses once and for all.
 * @param {Buffer} bytes
 * @param {number} [quality]
 */
export function compress(bytes, quality = 11) {
  return zlib.brotliCompressSync(bytes, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: quality,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
