import { lookAt, type PhotoLook } from '@domain/photos/findings'
import { phonePhoto } from '@domain/photos/limits'
import { markHeight, markPlaces, type Place } from '@domain/photos/mark'
import { viewOf } from '@domain/photos/view'
import { type PhotoAsked } from './takePhotos'

/** A canvas with a photo to draw, in WeChat and in a browser. */
export interface PhotoSurface {
  /** Of the canvas; changing it wipes what is drawn. */
  width: number
  height: number
  context: Pick<
    CanvasRenderingContext2D,
    'getImageData' | 'fillRect' | 'fillText' | 'measureText' | 'fillStyle' | 'font' | 'textBaseline'
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
  }
  pen()
  const wide = context.measureText(purpose).width
  const write = ({ x, y }: Place) => {
    context.fillStyle = '#ffffff'
    context.fillRect(x, y, wide + size, size * 1.5)
    context.fillStyle = '#8a1f1f'
    context.fillText(purpose, x + size / 2, y + size / 4)
  }
  const places = markPlaces(view, wide + size, size * 1.5)
  places.forEach(write)
  if (places.length > 0) return look
  // No room between the writing: the mark gets a strip of its own below.
  surface.height = height + Math.ceil(size * 1.5)
  surface.draw()
  pen()
  write({ x: 0, y: height })
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
