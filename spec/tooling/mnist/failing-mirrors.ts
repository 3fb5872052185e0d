import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { TimeLimits } from '../../../src/experiments/lenet/mnist/download.ts'
import { compressedFile } from './local-mirror.ts'
import { idxFile, smallEdition } from './small-edition.ts'

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('.'), 5)
  response.on('close', () => clearInterval(timer))
}

/** What a mirror does, why it fails, how it answers, and the time limits that unmask it. */
export const failingMirrors: [string, RegExp, (response: ServerResponse, name: string) => void, Partial<TimeLimits>][] =
  [
    ['has no such file', /the server answers 404 Not Found/, (response) => response.writeHead(404).end('no'), {}],
    ['hangs up', /fetch failed \(.+\)/, (response) => response.destroy(), {}],
    [
      'hangs up in the middle',
      /terminated \(.+\)/,
      (response, name) => {
        response.writeHead(200, { 'content-length': compressedFile(name).length })
        response.write(compressedFile(name).subarray(0, 20), () => response.destroy())
      },
      {},
    ],
    ['ends early', /it is truncated/, (response, name) => response.end(compressedFile(name).subarray(0, 20)), {}],
    ['does not answer', /no answer within 0\.05 s/, () => {}, { answer: 50 }],
    [
      'falls silent after its answer',
      /nothing more came within 0\.05 s/,
      (response) => response.flushHeaders(),
      { stall: 50 },
    ],
    [
      'falls silent in the middle',
      /nothing more came within 0\.05 s/,
      (response) => response.write('.'),
      { stall: 50 },
    ],
    ['trickles', /it is not whole after 0\.1 s/, drip, { whole: 100, stall: 10_000 }],
    ['sends without end', /it has more than the 1053 bytes/, (response) => response.write('.'.repeat(2 ** 20)), {}],
    ['sends a web page', /its magic number is 0x3c21646f/, (response) => response.end('<!doctype html><html>'), {}],
    [
      'sends other images',
      /SHA-256/,
      (response) => response.end(gzipSync(idxFile(smallEdition[0]!.shape, new Uint8Array(12)))),
      {},
    ],
  ]
