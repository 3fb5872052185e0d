// Filters of the claims page. They work on what is there: without this script all claims are shown.
const form = document.getElementById('filters')
const shown = document.getElementById('shown')
const rows = [...document.querySelectorAll('tr[data-claim]')]
const sections = [...document.querySelectorAll('article[data-claim]')]
const problems = [...document.querySelectorAll('section.problem')]

function matches({ dataset }, { text, problem, reading, verdict, red }) {
  return (
    text.every((word) => dataset.claim.includes(word)) &&
    (problem === '' || dataset.problem === problem) &&
    (reading === '' || dataset.reading === reading) &&
    (verdict === '' || dataset.verdict === verdict) &&
    (!red || dataset.red === 'true')
  )
}

function apply() {
  const chosen = new FormData(form)
  const wanted = {
    text: chosen.get('text').toLowerCase().split(/\s+/),
    problem: chosen.get('problem'),
    reading: chosen.get('reading'),
    verdict: chosen.get('verdict'),
    red: chosen.has('red'),
  }
  for (const element of [...rows, ...sections]) element.hidden = !matches(element, wanted)
  for (const problem of problems) problem.hidden = problem.querySelector('article:not([hidden])') === null
  const count = rows.filter((row) => !row.hidden).length
  shown.textContent = `${count} of ${rows.length} claims`
}

// Paper cannot be unfolded.
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true
})

form.hidden = false
form.addEventListener('input', apply)
form.addEventListener('submit', (event) => event.preventDefault())
apply()
