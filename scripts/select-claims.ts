import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endBy, HomeworkError } from '../src/homework-error.ts'

/** What people call a claim by. */
export interface NamedClaim {
  readonly id: string
  readonly reading: string
  readonly part: string
  readonly statement: string
  /** its spec, relative to the project, with forward slashes */
  readonly file: string
}

/** How many possibilities are named beside a word that names none. */
const possibilities = 5

/** The spec files of the claims that words name; a word that names none ends the process, with the nearest ones. */
export function specsNamed(root: string, words: readonly string[]): string[] {
  try {
    return selectSpecs(namedClaims(root), words)
  } catch (error) {
    return endBy(error)
  }
}

/**
 * All claims of the suite, from the text of their specs: loading them would take longer than to run some.
 *
 * @throws {TypeError} if a spec does not state its id, reading, part and statement in a line each
 */
export function namedClaims(root: string): NamedClaim[] {
  const folders = readdirSync(join(root, 'spec')).filter((folder) => /^[1-4]-/.test(folder))
  return folders.flatMap((folder) =>
    readdirSync(join(root, 'spec', folder))
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => namedClaim(root, `spec/${folder}/${name}`)),
  )
}

function namedClaim(root: string, file: string): NamedClaim {
  const text = readFileSync(join(root, file), 'utf8')
  const stated = (key: string) => {
    const [, quote, value] = new RegExp(`^ {2}${key}: (['"])(.*)\\1,$`, 'm').exec(text) ?? []
    if (value === undefined) throw new TypeError(`${file} states no '${key}' in a line of its own`)
    return value.replaceAll(`\\${quote}`, quote!)
  }
  return { id: stated('id'), reading: stated('reading'), part: stated('part'), statement: stated('statement'), file }
}

/**
 * The spec files of the claims that any of the words names: a problem ('P2'), a claim ('P2.3'), or a piece of a title, a
 * statement or the path of a spec, in upper or lower case.
 *
 * @throws {HomeworkError} if a word names none
 */
export function selectSpecs(claims: readonly NamedClaim[], words: readonly string[]): string[] {
  const named = words.flatMap((word) => {
    const found = claims.filter((claim) => isNamed(claim, word))
    if (found.length === 0)
      throw new HomeworkError(`No claim is called ${JSON.stringify(word)}. ${nearest(claims, word)}`)
    return found.map(({ file }) => file)
  })
  return [...new Set(named)]
}

function isNamed(claim: NamedClaim, word: string): boolean {
  const wanted = word.toLowerCase()
  if (/^p\d+$/.test(wanted)) return claim.id.toLowerCase().startsWith(`${wanted}.`)
  if (/^p\d+\.\d+$/.test(wanted)) return claim.id.toLowerCase() === wanted
  return namesOf(claim).some((name) => name.toLowerCase().includes(wanted.replaceAll('\\', '/')))
}

/** As the list of tests, the report and the folder of specs have it. */
function namesOf({ id, reading, part, statement, file }: NamedClaim): string[] {
  return [`${id}, ${reading}: ${part}`, `${id} (${reading}, ${part})`, statement, file]
}

function nearest(claims: readonly NamedClaim[], word: string): string {
  const ids = [...new Set(claims.map(({ id }) => id))].sort()
  if (/^p[\d.]*$/i.test(word)) {
    const problems = [...new Set(ids.map((id) => id.split('.')[0]!))]
    const ofProblem = ids.filter((id) => id.startsWith(`${word.toUpperCase().split('.')[0]}.`))
    return `There are ${(ofProblem.length > 0 ? ofProblem : problems).join(', ')}.`
  }
  const names = claims
    .flatMap((claim) => namesOf(claim).map((name) => ({ claim, likeness: likeness(name, word) })))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ claim: { id, statement } }) => `${id} ‘${statement}’`)
  const first = [...new Set(names)].slice(0, possibilities)
  return `The nearest are ${first.join('; ')}. Or name a problem or a claim, as P2 or P2.3.`
}

/** The share of a word's runs of three letters that a name has too: a slip of the pen changes few of them. */
function likeness(name: string, word: string): number {
  const padded = ` ${word.toLowerCase()} `
  const runs = Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3))
  const text = ` ${name.toLowerCase()} `
  return runs.filter((run) => text.includes(run)).length / runs.length
}
