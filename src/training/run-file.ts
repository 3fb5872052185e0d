import { createHash } from 'node:crypto'
import { DefaultDeserializer, serialize } from 'node:v8'

/*
 * A stored run is three lines of text and the value:
 *   homework-run 1
 *   <the key as canonical JSON>
 *   <SHA-256 of the value's bytes, hexadecimal>
 *   <the value in the wire format of V8's structured clone>
 */
const format = 'homework-run 1'

/**
 * @param key - canonical JSON, one line
 * @throws {Error} if the value holds something that cannot be cloned, for instance a function
 */
export function encodeRun(key: string, value: unknown): Buffer {
  const content = serialize(value)
  return Buffer.concat([Buffer.from(`${format}\n${key}\n${sha256(content)}\n`), content])
}

/**
 * The value of a stored run. Each typed array in it has a buffer of its own.
 *
 * @throws {Error} with the reason, if the bytes are not a whole run of this key
 */
export function decodeRun(key: string, bytes: Buffer): unknown {
  const [formatLine, keyLine, digest, content] = splitLines(bytes)
  if (formatLine !== format) throw new Error(`its first line is not '${format}'`)
  if (keyLine !== key) throw new Error('it holds a run of another key')
  if (digest !== sha256(content)) throw new Error('it is truncated or changed: its SHA-256 differs')
  const deserializer = new OwningDeserializer(content)
  deserializer.readHeader()
  return deserializer.readValue()
}

function splitLines(bytes: Buffer): [string, string, string, Buffer] {
  const lines: string[] = []
  let start = 0
  while (lines.length < 3) {
    const end = bytes.indexOf('\n', start)
    if (end < 0) return ['', '', '', bytes]
    lines.push(bytes.toString('utf8', start, end))
    start = end + 1
  }
  return [lines[0]!, lines[1]!, lines[2]!, bytes.subarray(start)]
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The part of Node's documented deserializer that its type declarations leave out. */
type HostObjectReader = { _readHostObject(): NodeJS.ArrayBufferView }

/** Node's deserializer returns views into the bytes it reads, so that `.buffer` would hold the whole file. */
class OwningDeserializer extends DefaultDeserializer {
  _readHostObject(): NodeJS.ArrayBufferView {
    const view = (DefaultDeserializer.prototype as unknown as HostObjectReader)._readHostObject.call(this)
    const buffer = view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength)
    if (Buffer.isBuffer(view)) return Buffer.from(buffer)
    return new (view.constructor as new (buffer: ArrayBufferLike) => NodeJS.ArrayBufferView)(buffer)
  }
}
