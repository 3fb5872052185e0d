// Draws a master seed and prints it: npm run fresh-seed. A job of GitHub Actions gets it as its output 'seed'.
import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'

const seed = `fresh-${randomBytes(8).toString('hex')}`
console.log(`HOMEWORK_SEED=${seed}`)
if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `seed=${seed}\n`)
