import { describe, expect, test } from 'vitest'
import { chooseEngine, engines, openEngine } from '../../src/backend/chain.ts'
import { type Engine, type EngineName, engineNames, type Presence } from '../../src/backend/engine.ts'
import { HomeworkError } from '../../src/homework-error.ts'

const here: Presence = { usable: 'yes' }
const software: Presence = { usable: 'only if forced', reason: 'only a software adapter' }
const absent: Presence = { usable: 'no', reason: 'the addon is missing', remedy: 'Run `npm install`' }

/** An engine that is present as told and counts how often it is probed and opened. */
function fake(name: EngineName, presence: Presence) {
  const calls = { probe: 0, open: 0 }
  const engine: Engine = {
    name,
    probe: async () => {
      calls.probe += 1
      return presence
    },
    open: async () => {
      calls.open += 1
      return { name, device: 'none', package: 'fake', version: '0' }
    },
  }
  return { engine, calls }
}

describe('the engine chain', () => {
  test('the order is tensorflow-gpu, webgpu, tensorflow, wasm, cpu', () => {
    expect(engines.map(({ name }) => name)).toEqual(['tensorflow-gpu', 'webgpu', 'tensorflow', 'wasm', 'cpu'])
    expect(engineNames).toEqual(engines.map(({ name }) => name))
  })

  test.each(engineNames.map((name, index) => [name, index] as const))(
    'auto takes %s when the engines before it are not usable, and says why not those',
    async (name, index) => {
      const presences = engineNames.map((_, at) => (at >= index ? here : at % 2 === 0 ? absent : software))
      const chain = engineNames.map((engineName, at) => fake(engineName, presences[at]!))
      const choice = await chooseEngine(
        'auto',
        chain.map(({ engine }) => engine),
      )
      expect(choice.engine).toBe(name)
      expect(choice.passedOver).toEqual(
        engineNames.slice(0, index).map((engineName, at) => ({
          name: engineName,
          reason: at % 2 === 0 ? 'the addon is missing' : 'only a software adapter',
        })),
      )
      expect(chain.map(({ calls }) => calls.probe)).toEqual(engineNames.map((_, at) => (at <= index ? 1 : 0)))
    },
  )

  test('auto with no usable engine is an error that lists the reasons', async () => {
    const chain = [fake('webgpu', software).engine, fake('wasm', absent).engine]
    const choice = chooseEngine('auto', chain)
    await expect(choice).rejects.toThrow(HomeworkError)
    await expect(choice).rejects.toThrow('webgpu: only a software adapter; wasm: the addon is missing')
  })

  test('a forced engine that is absent is an error with the reason and the remedy, not a fallback', async () => {
    const choice = chooseEngine('tensorflow', [fake('tensorflow', absent).engine, fake('wasm', here).engine])
    await expect(choice).rejects.toThrow(HomeworkError)
    await expect(choice).rejects.toThrow(
      'HOMEWORK_BACKEND=tensorflow names an engine that this machine cannot run: the addon is missing. ' +
        'Run `npm install`, or set HOMEWORK_BACKEND=auto to take one that is here.',
    )
  })

  test.each([here, software])('a forced engine that is %o is taken and no other is probed', async (presence) => {
    const first = fake('tensorflow', here)
    const choice = await chooseEngine('webgpu', [first.engine, fake('webgpu', presence).engine])
    expect(choice).toEqual({ engine: 'webgpu', passedOver: [] })
    expect(first.calls.probe).toBe(0)
  })

  test('the engine that is open is not opened again, and another one replaces it', async () => {
    const { engine, calls } = fake('tensorflow', here)
    const descriptions = await Promise.all([openEngine('tensorflow', [engine]), openEngine('tensorflow', [engine])])
    expect(descriptions[0]).toBe(descriptions[1])
    expect(await openEngine('tensorflow', [engine])).toBe(descriptions[0])
    expect(calls.open).toBe(1)
    const other = fake('cpu', here)
    await openEngine('cpu', [other.engine])
    await openEngine('tensorflow', [engine])
    expect([calls.open, other.calls.open]).toEqual([2, 1])
  })
})
