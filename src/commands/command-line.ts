import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What a command takes, and what it prints for `--help`. */
interface Command<Options extends NonNullable<ParseArgsConfig['options']>> {
  help: string
  options?: Options
  /** Whether words without `--` are allowed. */
  allowPositionals?: boolean
}

const HELP = { help: { type: 'boolean', default: false } } as const

/**
 * Read what was typed after a command, do what it says, and end with exit code 1 when that fails: with the message alone, for
 * whoever typed it. `--help` prints the help and does nothing; what is not known ends with exit code 2.
 */
export async function runCommand<Options extends NonNullable<ParseArgsConfig['options']>>(
  { help, options, allowPositionals = false }: Command<Options>,
  work: (typed: ReturnType<typeof parseArgs<{ options: Options & typeof HELP; allowPositionals: boolean }>>) => unknown,
): Promise<void> {
  let typed
  try {
    typed = parseArgs({ options: { ...HELP, ...options } as Options & typeof HELP, allowPositionals })
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${help}`)
    process.exitCode = 2
    return
  }
  if ((typed.values as { help?: boolean }).help === true) {
    console.log(help)
    return
  }
  try {
    await work(typed)
  } catch (error) {
    process.exitCode ??= 1
    for (let cause: unknown = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
      console.error(messageOf(cause))
    }
  }
}

/** The port that `PORT` names, 4321 without it. @throws Error when it is none */
export function readPort(): number {
  const text = process.env['PORT'] ?? ''
  const port = Number(text === '' ? 4321 : text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT is “${text}”: write a number from 1 to 65535`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
