import { type KeptPhoto, type PhotoAsked, type PhotoFault, type PhotosTaken } from './takePhotos'

/** Keeps pictures one after the other, each compared with those before it: two at once are too much for 2 GB. */
export async function keepEach<Picture>(
  pictures: readonly Picture[],
  asked: PhotoAsked,
  keep: (picture: Picture, asked: PhotoAsked) => Promise<KeptPhoto | PhotoFault>,
): Promise<PhotosTaken> {
  const photos: KeptPhoto[] = []
  const faults: PhotoFault[] = []
  let others = asked.others
  for (const picture of pictures) {
    const photo = await keep(picture, { ...asked, others })
    if (typeof photo === 'string') faults.push(photo)
    else {
      photos.push(photo)
      if (photo.hash) others = others.concat(photo.hash)
    }
  }
  return { ok: true, photos, faults }
}
