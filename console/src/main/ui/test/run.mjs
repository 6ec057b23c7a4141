/** Compiles the sources with their tests, and runs them with Node's own runner. */
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'

const run = (command, ...args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
rmSync('build/test', { recursive: true, force: true })
run(process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json')
const tests = readdirSync('build/test/test').filter((name) => name.endsWith('.test.js'))
run(process.execPath, '--test', '--test-reporter=dot', ...tests.map((name) => `build/test/test/${name}`))
