import { lookAt, type PhotoLook } from '@domain/photos/findings'
import { phonePhoto } from '@domain/photos/limits'
import { markHeight, markPlaces } from '@domain/photos/mark'
import { viewOf } from '@domain/photos/view'
import { type PhotoAsked } from './takePhotos'

/** A canvas with a photo to draw, in WeChat and in a browser. */
export interface PhotoSurface {
  /** Of the canvas; changing it wipes what is drawn. */
  width: number
  height: number
  context: Pick<
    CanvasRenderingContext2D,
    | 'getImageData'
    | 'fillRect'
    | 'fillText'
    | 'strokeText'
    | 'measureText'
    | 'fillStyle'
    | 'strokeStyle'
    | 'lineWidth'
    | 'font'
    | 'textBaseline'
  >
  /** Draws the photo, upright, into the top left corner. */
  draw(): void
}

/** The size of a photo after shrinking. */
export function shrunkSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, phonePhoto.targetSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Draws a photo, looks at it and burns in what it may be used for. Drawing leaves behind everything else the camera
 * wrote into the file: place, time, name of the phone.
 */
export function lookAndMark(surface: PhotoSurface, { purpose, others, isPaper }: PhotoAsked): PhotoLook {
  surface.draw()
  const { width, height, context } = surface
  const view = viewOf(context.getImageData(0, 0, width, height))
  const look = lookAt(view, others, isPaper)
  const size = markHeight(width, height)
  const pen = () => {
    context.font = `${size}px sans-serif`
    context.textBaseline = 'top'
    context.lineWidth = size / 5
    context.strokeStyle = '#ffffff'
    context.fillStyle = '#8a1f1f'
  }
  const write = (x: number, y: number) => {
    context.strokeText(purpose, x, y)
    context.fillText(purpose, x, y)
  }
  pen()
  const places = markPlaces(view, context.measureText(purpose).width, size)
  places.forEach(({ x, y }) => write(x + size / 2, y + size / 2))
  if (places.length > 0) return look
  // No room between the writing: the mark gets a strip of its own below.
  surface.height = height + size * 2
  context.fillStyle = '#ffffff'
  context.fillRect(0, height, width, size * 2)
  surface.draw()
  pen()
  write(size / 2, height + size / 2)
  return look
}

/** Encodes with less and less quality until the photo is small enough; the last try counts as it is. */
export async function smallEnough<Encoded extends { bytes: number }>(
  encode: (quality: number) => Promise<Encoded>,
): Promise<Encoded> {
  const { qualities, mostBytes } = phonePhoto
  let encoded = await encode(qualities[0])
  for (const quality of qualities.slice(1)) {
    if (encoded.bytes <= mostBytes) break
    encoded = await encode(quality)
  }
  return encoded
}
