import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { float32Training } from '../../src/tolerances.ts'
import { differences, largest } from '../tooling/keras/differences.ts'
import { engineNames } from '../tooling/keras/engines.ts'
import { roundingsOf } from '../tooling/keras/replay.ts'
import { differentiate } from './golden/differentiate.ts'
import { frameworks, goldenLayers, type LayerAnswer } from './golden/goldens.ts'
import { parameterDifferences } from './golden/parameter-differences.ts'

describe.each(engineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  describe.each(goldenLayers)('the layer $title', (golden) => {
    const { network, inputs, answers } = golden
    const toleranceOf = (size: number) => float32Training(1, roundingsOf(network, inputs.shape[0]!), size)
    let measured: LayerAnswer
    beforeAll(async () => {
      measured = await differentiate(golden)
    })

    test.each(frameworks)('gives what %s gives', (framework) => {
      const { output } = answers[framework]
      expect(differences(measured.output, output, toleranceOf(largest(output)))).toEqual([])
    })

    test.each(frameworks)('passes on to its input the gradient of %s', (framework) => {
      const { inputs } = answers[framework]
      expect(differences(measured.inputs, inputs, toleranceOf(largest(inputs)))).toEqual([])
    })

    test.each(frameworks)('has in its parameters the gradients of %s', (framework) => {
      const { parameters } = answers[framework]
      expect(parameterDifferences(measured.parameters, parameters, toleranceOf)).toEqual([])
    })
  })
})
