import { sync } from 'astro'
import { LOGGER, prepareEnvironment } from './build-archive.ts'
import { fail } from './fail.ts'

// Write the types of the content collections into .astro/, which the linter and the type checker read.
prepareEnvironment()
await sync({ logger: LOGGER }).catch(fail)
