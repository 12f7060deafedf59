/**
 * Where a photo begins to be doubtful. Set on the tuning part of `tests/fixtures/photoSet` (400 pictures): each lies
 * between the worst good picture and the best useless one of its kind, as far from one as from the other in proportion.
 * The rule of what is useless was written before (`photoSet/truth.ts`), and the test part, with tables, types and kinds
 * of damage that were not looked at here, says how well they hold: `npm run proof -- photos`.
 */
export const thresholds = {
  /** Of the difference between points far apart in a character, the share already there between close ones. */
  leastSharpness: 0.14,
  /** Levels from black to the paper, 0–255. */
  leastLight: 30,
  /** Rows or columns of tiles along which the light fades away. */
  mostFading: 8,
  /** Tiles that are white all over while the paper is not. */
  mostWashed: 75,
  /** Share of the paper's extent that runs over a side of the picture, while table is seen at another side. */
  mostTouching: 0.33,
  /** Share of the tiles along a side that carry writing, on a picture that is all paper. */
  mostWritingAtEdge: 0.12,
  /** Height of the writing, pixels. */
  leastHeight: 11,
  /** Share of the picture that is paper, unless its writing is high enough all the same. */
  leastPaper: 0.14,
  /** How much more the ink changes from line to line than along a line, natural logarithm; below 0 it lies. */
  leastUpright: -0.15,
  /** Share of their ink by which two files of one photo differ. */
  mostDifferent: 0.03,
} as const
