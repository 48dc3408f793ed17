import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: the one that CHROMIUM names, or the one from the npm package. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM'];
  const executablePath = given ?? packagedChromium();
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** The package is an ES module that unpacks its browser into the temporary folder; jest cannot import it itself. */
function packagedChromium(): string {
  const script =
    "import('@sparticuz/chromium').then(({ default: c }) => c.executablePath()).then(console.log)";
  return execFileSync('node', ['-e', script], { cwd: __dirname, encoding: 'utf8' }).trim();
}
