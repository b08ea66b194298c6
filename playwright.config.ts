import { defineConfig } from '@playwright/test'

const asRoot = process.getuid?.() === 0

/** The browser tests; `npm run browser` finds the browser, builds the archives to look at, and starts this. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A busy machine may take its time; what does not happen is found out all the same.
  expect: { timeout: 20_000 },
  // What passes only the second time is told as flaky.
  retries: 1,
  forbidOnly: true,
  // What failed is told at the end, where it is looked for.
  reporter: 'dot',
  use: {
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] !== undefined && { executablePath: process.env['CHROMIUM_PATH'] }),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})
