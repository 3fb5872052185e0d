import { isAbsolute } from 'node:path'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { HomeworkError } from '../../src/homework-error.ts'
import { type Machine, readSwitches } from '../../src/switches.ts'
import { forAny } from '../gradients/for-any.ts'
import { controlCharacters, textOfAnyKind } from './fuzz/any-text.ts'
import { attempt } from './fuzz/attempt.ts'

const machine: Machine = { platform: 'linux', home: '/home/ada', workingDirectory: '/project' }
const names = [
  ...['HOMEWORK_SCALE', 'HOMEWORK_SEED', 'HOMEWORK_BACKEND', 'HOMEWORK_CACHE', 'HOMEWORK_RESUME'],
  ...['HOMEWORK_GRADIENT_RUNS', 'HOMEWORK_GRADIENT_PATH', 'HOMEWORK_ALLOW_SYNTHETIC', 'MNIST_DIR', 'XDG_CACHE_HOME'],
]
const likely = ['quick', 'full', 'auto', 'wasm', 'cpu', '1', '0', '7', '1e3', '1000001', '12:0:3', '/tmp', '.', '']
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...names) },
  textOfAnyKind.map((text) => `HOMEWORK_${text}`),
  textOfAnyKind,
)
const value = fc.oneof(fc.constantFrom(...likely), textOfAnyKind, fc.integer().map(String))

describe('an environment that holds anything', () => {
  forAny(
    'gives switches that are all in their ranges, or a HomeworkError in one line that names the variable',
    fc.array(fc.tuple(name, value), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
    (environment) => {
      const read = attempt(() => readSwitches(environment, machine))
      if (read instanceof Error) {
        expect(read).toBeInstanceOf(HomeworkError)
        expect(read.message).toMatch(/^(HOMEWORK_|MNIST_DIR=).*\bunset\b/)
        expect(read.message).not.toMatch(controlCharacters)
        return
      }
      expect(['quick', 'full']).toContain(read.scale)
      expect(read.seed).not.toBe('')
      expect(isAbsolute(read.cache)).toBe(true)
      expect(read.mnistDirectory === null || isAbsolute(read.mnistDirectory)).toBe(true)
      expect(Number.isInteger(read.gradientRuns) && read.gradientRuns >= 1 && read.gradientRuns <= 1e6).toBe(true)
    },
    { cost: 0.2, examples: [{ 'HOMEWORK_\u001b[2J': '\u0085' }] },
  )
})
