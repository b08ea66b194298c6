import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { ROOT } from './build.ts'

interface Manifest {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
interface Lock {
  packages: Record<string, { integrity?: string; resolved?: string; os?: string[]; cpu?: string[]; link?: boolean }>
}

const manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as Manifest
const lock = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')) as Lock

suite('the packages', () => {
  test('every direct dependency is pinned exactly', () => {
    const versions = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    })
    assert.deepEqual(
      versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
      [],
    )
  })

  test('the lockfile is complete for every platform, so that `npm ci` accepts it everywhere', () => {
    const printed = execFileSync(process.execPath, ['src/commands/complete-lock.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    assert.match(printed, /0 missing, 0 not completed/)
  })

  test('every package that this platform installs is locked by its hash', () => {
    const open = Object.entries(lock.packages).filter(
      ([path, { integrity, os, cpu }]) =>
        path !== '' && integrity === undefined && os === undefined && cpu === undefined,
    )
    assert.deepEqual(
      open.map(([path]) => path),
      [],
    )
  })

  test('the lockfile names no registry', () => {
    assert.deepEqual(
      Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined),
      [],
    )
  })

  test('`.ci/run` is `npm ci` and then the test command of the README', () => {
    assert.equal(readFileSync(`${ROOT}/.ci/run`, 'utf8'), '#!/bin/sh\nset -eu\nnpm ci\nnpm test\n')
    assert.match(readFileSync(`${ROOT}/README.md`, 'utf8'), /^npm test\b/m)
  })

  test('no `pre` or `post` script hides a step', () => {
    assert.deepEqual(
      Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)/.test(name)),
      [],
    )
  })
})
