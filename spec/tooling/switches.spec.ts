import { describe, expect, test } from 'vitest'
import { HomeworkError } from '../../src/homework-error.ts'
import { defaultSeed, type Machine, readSwitches } from '../../src/switches.ts'

const linux: Machine = { platform: 'linux', home: '/home/ada', workingDirectory: '/project' }
const mac: Machine = { platform: 'darwin', home: '/Users/ada', workingDirectory: '/project' }
const windows: Machine = { platform: 'win32', home: 'C:\\Users\\ada', workingDirectory: 'D:\\work' }

describe('switches', () => {
  test('an empty environment gives the defaults', () => {
    expect(readSwitches({ PATH: '/bin', HOME: '/home/ada' }, linux)).toEqual({
      scale: 'quick',
      seed: defaultSeed,
      backend: 'auto',
      cache: '/home/ada/.cache/homework-as-specification',
      resume: false,
      gradientRuns: 100,
      gradientPath: null,
      allowSynthetic: false,
      mnistDirectory: null,
    })
  })

  test('every switch is read from its variable', () => {
    const environment = {
      HOMEWORK_SCALE: 'full',
      HOMEWORK_SEED: ' 0 ',
      HOMEWORK_BACKEND: 'tensorflow-gpu',
      HOMEWORK_CACHE: 'cache',
      HOMEWORK_RESUME: '1',
      HOMEWORK_GRADIENT_RUNS: '7',
      HOMEWORK_GRADIENT_PATH: '12:0:3',
      HOMEWORK_ALLOW_SYNTHETIC: '1',
      MNIST_DIR: '/data/mnist',
    }
    expect(readSwitches(environment, linux)).toEqual({
      scale: 'full',
      seed: ' 0 ',
      backend: 'tensorflow-gpu',
      cache: '/project/cache',
      resume: true,
      gradientRuns: 7,
      gradientPath: '12:0:3',
      allowSynthetic: true,
      mnistDirectory: '/data/mnist',
    })
  })

  test.each([
    [linux, { XDG_CACHE_HOME: '/var/cache' }, '/var/cache/homework-as-specification'],
    [linux, { XDG_CACHE_HOME: 'relative' }, '/home/ada/.cache/homework-as-specification'],
    [linux, { LOCALAPPDATA: '/elsewhere' }, '/home/ada/.cache/homework-as-specification'],
    [mac, { XDG_CACHE_HOME: '/var/cache' }, '/Users/ada/Library/Caches/homework-as-specification'],
    [windows, { LOCALAPPDATA: 'E:\\Local' }, 'E:\\Local\\homework-as-specification'],
    [windows, {}, 'C:\\Users\\ada\\AppData\\Local\\homework-as-specification'],
    [windows, { HOMEWORK_CACHE: 'cache' }, 'D:\\work\\cache'],
  ])('the cache on %o with %o is %s', (machine, environment, cache) => {
    expect(readSwitches(environment, machine).cache).toBe(cache)
  })

  test.each([
    ['HOMEWORK_SCALE', 'big', 'quick, full'],
    ['HOMEWORK_SCALE', '', 'quick, full'],
    ['HOMEWORK_SEED', '', 'any non-empty string'],
    ['HOMEWORK_BACKEND', 'nonsense', 'auto, tensorflow-gpu, webgpu, tensorflow, wasm, cpu'],
    ['HOMEWORK_CACHE', '', 'the path of a folder'],
    ['HOMEWORK_RESUME', 'yes', 'The values are: 1.'],
    ['HOMEWORK_RESUME', '0', 'The values are: 1.'],
    ['HOMEWORK_GRADIENT_RUNS', '-3', 'a whole number from 1 to 1000000'],
    ['HOMEWORK_GRADIENT_RUNS', '0', 'a whole number from 1 to 1000000'],
    ['HOMEWORK_GRADIENT_RUNS', '1e99', 'a whole number from 1 to 1000000'],
    ['HOMEWORK_GRADIENT_RUNS', '1000001', 'a whole number from 1 to 1000000'],
    ['HOMEWORK_GRADIENT_RUNS', ' 7', 'a whole number from 1 to 1000000'],
    ['HOMEWORK_GRADIENT_PATH', '', 'the path that a failed property prints'],
    ['HOMEWORK_GRADIENT_PATH', '1:', 'the path that a failed property prints'],
    ['HOMEWORK_ALLOW_SYNTHETIC', 'true', 'The values are: 1.'],
    ['MNIST_DIR', '', 'the path of a folder'],
    ['HOMEWORK_SCLAE', 'full', 'HOMEWORK_SCALE, HOMEWORK_SEED, HOMEWORK_BACKEND'],
  ])('%s=%j is an error that names the value, what is allowed and the remedy', (name, value, allowed) => {
    const read = () => readSwitches({ [name]: value }, linux)
    expect(read).toThrow(HomeworkError)
    expect(read).toThrow(`${name}=${JSON.stringify(value)}`)
    expect(read).toThrow(allowed)
    expect(read).toThrow(/\bunset\b/)
    expect(read).not.toThrow(/\n/)
  })
})
