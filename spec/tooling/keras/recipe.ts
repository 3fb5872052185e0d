import { crc32 } from 'node:zlib'

/**
 * Float64 numbers of [0, 1), multiples of 2⁻²⁴: a hash of the name and of each place. They are bit for bit those of
 * `shares` in fixtures/keras/make_lenet.py, so that what both sides begin with need not be stored.
 */
export function shares(name: string, count: number): Float64Array {
  const key = crc32(name)
  return new Float64Array(count).map((_, place) => {
    let bits = key + Math.imul(place, 0x9e3779b9)
    bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
    bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b)
    bits ^= bits >>> 16
    return (bits >>> 8) / 2 ** 24
  })
}

/** Numbers of [low, high), rounded once, from float64 to float32. */
export function uniform(name: string, low: number, high: number, count: number): Float32Array {
  return new Float32Array(shares(name, count).map((share) => low + (high - low) * share))
}
