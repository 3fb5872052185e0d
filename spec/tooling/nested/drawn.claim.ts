import { claim } from '../../../src/claims/claim.ts'
import { known } from './known.ts'

for (const part of ['drawn first', 'drawn second']) {
  claim({
    ...known,
    part,
    figures: () =>
      ['one', 'two'].map((name) => ({
        name,
        caption: `Caption of ${name}, ${part}.`,
        svg: `<svg xmlns="http://www.w3.org/2000/svg"><title>${name}, ${part}</title></svg>`,
      })),
  })
}
