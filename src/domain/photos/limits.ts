const megabyte = 1024 * 1024

/** What a photo may be at most. The server refuses above; the phone shrinks before. Source: api §4, threats §4. */
export const photoLimits = {
  maxBytes: 8 * megabyte,
  maxPixels: 24_000_000,
  /** Longest side, pixels. */
  maxSide: 12_000,
  /** A document is one picture: animations are refused. */
  maxFrames: 1,
} as const

/** What the phone makes of a photo before sending: readable for a person, ≤ 300 kB. Source: experience §5. */
export const phonePhoto = {
  /** Longest side, pixels. */
  targetSide: 1600,
  /** JPEG quality, 1–100, where the phone gives no canvas. */
  quality: 70,
  /** JPEG qualities, tried from the first one until the photo is small enough; the last one still keeps small print. */
  qualities: [90, 80, 70, 60, 50],
  /** Bytes a photo has at most, if the last quality allows. */
  mostBytes: 300_000,
} as const

/** Photos of one application: two parents with several grounds reach some twenty. A setting of the server. */
export const maxPhotosPerApplication = 30

/** Photos in one paper's slot. Source: experience §5. */
export const maxPhotosPerPaper = 3
