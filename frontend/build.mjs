// Builds what the pages load: one style sheet, one script for every page, one for the grade grid; copies what others wrote.
// `npm run build` writes into the Django app and is committed; the same sources give the same bytes.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const STATIC = "../src/hocba/web/shared/static/hocba";
const FONT = "node_modules/@fontsource/be-vietnam-pro";
const WEIGHTS = [400, 600];
const SUBSETS = ["latin", "latin-ext", "vietnamese"];

/** Fingerprint of every source, so that a test can tell a stale build without node. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const folder of ["src", "styles"]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map((entry) => `${entry.parentPath}/${entry.name}`).sort()) {
      hash.update(`${path}\n`).update(readFileSync(path));
    }
  }
  return hash.digest("hex");
}

function vendor() {
  mkdirSync(`${STATIC}/fonts`, { recursive: true });
  for (const weight of WEIGHTS) {
    for (const subset of SUBSETS) {
      const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      copyFileSync(`${FONT}/files/${name}`, `${STATIC}/fonts/${name}`);
    }
  }
  copyFileSync(`${FONT}/LICENSE`, `${STATIC}/fonts/OFL.txt`);
  copyFileSync("node_modules/htmx.org/dist/htmx.min.js", `${STATIC}/htmx.js`);
  copyFileSync("node_modules/htmx.org/LICENSE", `${STATIC}/htmx.LICENSE.txt`);
}

const common = { bundle: true, target: "es2020", charset: "utf8", logLevel: "warning" };

if (process.argv.includes("--tests")) {
  const tests = readdirSync("tests").filter((name) => name.endsWith(".test.ts"));
  await build({
    ...common,
    entryPoints: tests.map((name) => `tests/${name}`),
    outdir: "dist",
    platform: "node",
    format: "esm",
  });
} else {
  vendor();
  await build({
    ...common,
    entryPoints: { app: "src/app.ts", "grade-grid": "src/grade-grid.ts" },
    outdir: STATIC,
    minify: true,
    format: "iife",
  });
  await build({
    ...common,
    entryPoints: { app: "styles/app.css" },
    outdir: STATIC,
    minify: true,
    target: ["chrome100", "firefox100", "safari15"],
    external: ["*.woff2"],
  });
  writeFileSync(`${STATIC}/build.json`, `${JSON.stringify({ sources: fingerprint() })}\n`);
}
