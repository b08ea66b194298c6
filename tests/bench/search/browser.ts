import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '../../browser/find-chromium.ts'

/** Start the browser that measures, as the browser tests do. */
export async function startBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(asRoot ? ['--no-sandbox'] : []),
    ],
  })
}
