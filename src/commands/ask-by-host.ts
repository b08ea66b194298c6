import { setTimeout } from 'node:timers/promises'

/** How many are asked, and how often. */
export interface Manners {
  /** Hosts that are asked at the same time. */
  atOnce: number
  /** Seconds between two questions to one host. */
  pause: number
  /** Called after every answer. */
  onAnswer?: (answered: number) => void
}

/**
 * Ask something of each address, a few hosts at a time, one question at a time to each host, with a pause after it: an archive with
 * a thousand links to one newspaper must not be a burden to it.
 */
export async function askByHost<Address extends { url: string }, Answer>(
  addresses: readonly Address[],
  ask: (address: Address) => Promise<Answer>,
  { atOnce, pause, onAnswer }: Manners,
): Promise<Map<Address, Answer>> {
  const answers = new Map<Address, Answer>()
  const hosts = Map.groupBy(addresses, ({ url }) => URL.parse(url)?.host ?? url).values()
  // One iterator for all: who has done with a host takes the next.
  const work = async (): Promise<void> => {
    for (const ofHost of hosts) {
      for (const [index, address] of ofHost.entries()) {
        if (index > 0) await setTimeout(pause * 1000)
        answers.set(address, await ask(address))
        onAnswer?.(answers.size)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return answers
}
