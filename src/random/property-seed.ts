import { randomStream } from './stream.ts'

/** The 32-bit seed that a generator of cases gets from the master seed, by the name of the property. */
export function propertySeed(masterSeed: string, name: string): number {
  return randomStream(masterSeed, 'property', name).integer(2 ** 32) | 0
}
