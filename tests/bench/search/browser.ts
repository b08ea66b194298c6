import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '../../browser/find-chromium.ts'

/** What a browser that measures is started with: nothing but what is measured goes on in it. */
export const BROWSER_FLAGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Start the browser that measures, as the browser tests do. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...BROWSER_FLAGS] })
}
