import { readFileSync } from 'node:fs'
import type { Variant } from '../../../src/experiments/lenet/networks.ts'
import type { Network } from '../../../src/training/network.ts'
import type { NetworkParameters } from '../../../src/training/network-parameters.ts'
import type { GivenSteps, GoldenArray, GoldenDigest } from '../../tooling/keras/golden.ts'

/** Keras 3 on TensorFlow, and JAX by the definitions: both in float64. */
export const frameworks = ['Keras', 'JAX'] as const

/** What each framework answers to one question. */
export type Answers<T> = Readonly<Record<(typeof frameworks)[number], T>>

/** One layer, and a direction by which its output is multiplied before it is summed. */
export interface GivenLayer extends Pick<GivenSteps, 'network' | 'masks' | 'firstWeights'> {
  readonly title: string
  readonly mode: 'training' | 'evaluation'
  readonly inputs: GoldenArray
  readonly direction: GoldenArray
}

/** The output of a layer, and the gradients of its sum along the direction in the input and in the parameters. */
export interface LayerAnswer {
  readonly output: ArrayLike<number>
  readonly inputs: ArrayLike<number>
  readonly parameters: NetworkParameters<ArrayLike<number>>
}

/** A step of training, counted from 1: the gradients before it, and what it made of the weights. */
export interface StepAnswer {
  readonly step: number
  readonly gradients: NetworkParameters<ArrayLike<number>>
  readonly weights: NetworkParameters<ArrayLike<number>>
}

export interface TrainingAnswer<Step> {
  /** before each step */
  readonly losses: readonly number[]
  /** the first, the second and the last one */
  readonly steps: readonly Step[]
}

/** LeNet-5 begins with what the recipe of fixtures/keras draws. */
export interface GivenLenet {
  readonly variant: Variant
  /** as Keras describes the notebook's layers */
  readonly network: Network
}

/** A step of LeNet-5, of whose gradients a digest was kept. */
export interface LenetStepAnswer {
  readonly step: number
  readonly gradients: readonly GoldenDigest[]
}

interface Gradients {
  readonly layers: readonly (GivenLayer & { readonly answer: LayerAnswer })[]
  readonly trainings: readonly (GivenSteps & { readonly title: string; readonly answer: TrainingAnswer<StepAnswer> })[]
}

interface Lenets {
  readonly lenets: readonly (GivenLenet & { readonly answer: TrainingAnswer<LenetStepAnswer> })[]
}

const gradients = { Keras: read<Gradients>('keras', 'gradients'), JAX: read<Gradients>('jax', 'gradients') }
const lenets = { Keras: read<Lenets>('keras', 'lenet-gradients'), JAX: read<Lenets>('jax', 'lenet-gradients') }

/** The questions as Keras's files have them, with both answers. */
export const goldenLayers = withAnswers(gradients.Keras.layers, gradients.JAX.layers)
export const goldenTrainings = withAnswers(gradients.Keras.trainings, gradients.JAX.trainings)
export const goldenLenets = withAnswers(lenets.Keras.lenets, lenets.JAX.lenets)

function read<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/${folder}/${name}.json`, import.meta.url), 'utf8'))
}

function withAnswers<Question, Answer>(
  ofKeras: readonly (Question & { readonly answer: Answer })[],
  ofJax: readonly { readonly answer: Answer }[],
): readonly (Question & { readonly answers: Answers<Answer> })[] {
  return ofKeras.map((question, place) => {
    return { ...question, answers: { Keras: question.answer, JAX: ofJax[place]!.answer } }
  })
}
