/** What may be wrong with a photo of a paper, in the order in which it is told. */
export const photoFindingKinds = [
  'dark',
  'glare',
  'small',
  'blurred',
  'sideways',
  'cropped',
  'duplicate',
] as const
export type PhotoFinding = (typeof photoFindingKinds)[number]
