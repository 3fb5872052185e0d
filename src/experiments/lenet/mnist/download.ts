import { UnusableFile } from './unusable-file.ts'

/** Milliseconds after which a download is given up. */
export interface TimeLimits {
  /** to connect and to get the first line of the answer */
  readonly answer: number
  /** between two pieces of the content */
  readonly stall: number
  /** in all, against a server that trickles */
  readonly whole: number
}

export const defaultTimeLimits: TimeLimits = { answer: 10_000, stall: 30_000, whole: 600_000 }

export interface DownloadOptions {
  /** the content may have; a longer one is broken off */
  readonly mostBytes: number
  readonly limits: TimeLimits
  /** is told of each piece: the bytes received so far and, where the server says it, the bytes in all */
  readonly onProgress: (received: number, total: number | null) => void
}

/**
 * The bytes at an http or https address, following redirections.
 *
 * @throws {UnusableFile} if they do not come whole and in time
 */
export async function download(url: string, { mostBytes, limits, onProgress }: DownloadOptions): Promise<Uint8Array> {
  const abandon = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const expectWithin = (milliseconds: number, fault: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => abandon.abort(new Error(`${fault} within ${milliseconds / 1000} s`)), milliseconds)
  }
  const end = setTimeout(() => abandon.abort(new Error(`it is not whole after ${limits.whole / 1000} s`)), limits.whole)
  try {
    expectWithin(limits.answer, 'no answer')
    const response = await fetch(url, { signal: abandon.signal })
    if (!response.ok || response.body === null) {
      throw new Error(`the server answers ${response.status} ${response.statusText}`.trimEnd())
    }
    const total = Number(response.headers.get('content-length')) || null
    const pieces: Uint8Array[] = []
    let received = 0
    expectWithin(limits.stall, 'nothing more came')
    for await (const piece of response.body) {
      expectWithin(limits.stall, 'nothing more came')
      pieces.push(piece)
      received += piece.length
      if (received > mostBytes) throw new Error(`it has more than the ${mostBytes} bytes that are read`)
      onProgress(received, total)
    }
    return Buffer.concat(pieces)
  } catch (error) {
    throw new UnusableFile(url, abandon.signal.aborted ? abandon.signal.reason.message : networkFault(error as Error), {
      cause: error,
    })
  } finally {
    clearTimeout(timer)
    clearTimeout(end)
    // Closes the connection of an answer that was not read to its end.
    abandon.abort()
  }
}

/** `fetch` says only 'fetch failed' or 'terminated' itself; an AggregateError of several addresses has no message. */
function networkFault({ message, cause }: Error): string {
  const { message: reason, code } = (cause ?? {}) as NodeJS.ErrnoException
  return reason || code ? `${message} (${reason || code})` : message
}
