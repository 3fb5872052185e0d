import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { smallContents, smallEdition } from './small-edition.ts'

export interface LocalMirror {
  /** to be given to the download, with a slash at its end */
  readonly address: string
  /** the names of the files asked for so far */
  readonly asked: string[]
}

/** A web server on this machine that stands for a mirror; it is stopped after the test. */
export async function localMirror(answer: (response: ServerResponse, name: string) => void): Promise<LocalMirror> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = request.url!.slice('/mnist/'.length)
    asked.push(name)
    answer(response, name)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/mnist/`, asked }
}

/** A mirror that serves the four small files as it ought to. */
export function goodMirror(): Promise<LocalMirror> {
  return localMirror((response, name) => response.end(compressedFile(name)))
}

/** @param name - ends in .gz */
export function compressedFile(name: string): Buffer {
  return gzipSync(smallContents[smallEdition.findIndex((file) => `${file.name}.gz` === name)]!)
}
