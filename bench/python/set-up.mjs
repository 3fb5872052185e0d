// Makes bench/python/.venv with what the bench compares with: npm run bench:python [-- --torch]
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const windows = process.platform === 'win32'
const environment = here('.venv')
const python = here(windows ? '.venv/Scripts/python.exe' : '.venv/bin/python')

if (!existsSync(python)) {
  run(windows ? 'python' : 'python3', ['-m', 'venv', environment], 'Install Python 3.11 or newer, with its venv')
}
const files = ['requirements.txt', ...(process.argv.includes('--torch') ? ['requirements-torch.txt'] : [])]
const lists = files.flatMap((file) => ['-r', here(file)])
run(python, ['-m', 'pip', 'install', ...lists], 'See what pip says above; a second run goes on where this one ended')

function run(program, words, remedy) {
  const { status, error } = spawnSync(program, words, { stdio: 'inherit' })
  if (status === 0) return
  console.error(`\n${program} ${words.join(' ')} ${error ? `did not start (${error.code})` : 'failed'}. ${remedy}.\n`)
  process.exit(1)
}
