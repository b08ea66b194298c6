import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What breaks WCAG 2.2 AA or good practice on a page as it is now: each rule with the elements that break it. */
export async function findBarriers(page: Page): Promise<string[][]> {
  const { violations } = await new AxeBuilder({ page })
    // Otherwise every answer is put together in a page opened for it, for the sake of frames from elsewhere, which an archive has none of.
    .setLegacyMode(true)
    // Of WCAG 2.2 axe leaves the size of targets out, unless it is asked for.
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze()
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
}
