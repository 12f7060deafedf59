/**
 * Where a photo begins to be doubtful. Set on the tuning part of `tests/fixtures/photoSet` and on a first test part that
 * was looked at while the measures were made: each lies between the worst good picture and the best useless one of its
 * kind. The rule of what is useless was written before (`photoSet/truth.ts`). The test part of today has tables and
 * damage of its own; its seeds 0 to 10 were looked at too, so believe only what later ones say:
 * `npm run proof -- photos 400 11`.
 */
export const thresholds = {
  /** Of the difference between points far apart in a character, the share already there between close ones. */
  leastSharpness: 0.175,
  /** The same for print so low that whole pixels blur it a little by themselves, and from where on it is low, pixels. */
  leastSharpnessOfSmall: 0.14,
  smallPrint: 14,
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
  /** Share of the picture that is paper: a small one, and one too small unless its writing is surely high enough. */
  smallPaper: 0.14,
  leastPaper: 0.08,
  /** How much more the ink changes from line to line than along a line, natural logarithm; below 0 it lies. */
  leastUpright: -0.15,
  /** Share of their ink by which two files of one photo differ. */
  mostDifferent: 0.03,
} as const
