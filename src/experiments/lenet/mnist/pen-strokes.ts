/** A point of the unit square; x to the right, y downwards. */
export type Point = readonly [x: number, y: number]

/** How this project writes the digits 0 to 9: each in one stroke of straight pieces. */
export const penStrokes: readonly (readonly Point[])[] = [
  '50,10 30,18 20,38 20,62 30,82 50,90 70,82 80,62 80,38 70,18 50,10',
  '35,28 55,10 55,90',
  '22,30 30,15 50,10 70,16 76,32 68,48 22,90 80,90',
  '24,18 45,10 68,16 74,30 66,43 45,49 68,55 78,70 70,84 48,90 22,82',
  '62,90 62,10 20,65 84,65',
  '74,10 32,10 27,45 50,40 70,48 78,65 70,82 48,90 24,83',
  '68,12 45,24 28,48 24,70 34,86 52,90 70,83 76,67 68,53 50,49 32,55 25,68',
  '22,10 78,10 42,90',
  '50,48 30,38 28,22 50,10 72,22 70,38 50,48 26,62 26,80 50,90 74,80 74,62 50,48',
  '74,34 66,46 50,50 32,44 24,30 32,16 50,10 68,16 74,34 70,62 56,90',
].map((stroke) => stroke.split(' ').map(pointOfPercents))

function pointOfPercents(text: string): Point {
  const [x, y] = text.split(',').map((percents) => Number(percents) / 100)
  return [x!, y!]
}
