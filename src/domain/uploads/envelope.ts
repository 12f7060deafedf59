/** A photo that goes with an application. */
export interface EnvelopePhoto<Paper extends string = string> {
  /** UUID made by the phone; stands for the photo in the body until the server has given it an id. */
  clientId: string
  /** Ref of the kept photo. */
  file: string
  paper: Paper
  attachmentId?: string
}

/** As far as a body has to be known: the rest of it is only carried. */
export interface BodyWithPapers {
  papers: readonly { paper: string; attachmentIds: readonly string[] }[]
}

/** Why the server did not take it. */
export interface Refusal {
  message: string
  code?: string
  field?: string
}

/**
 * An application that is closed and addressed: it can be sent without the form, by a later version of the program too,
 * and every send carries the same bytes under the same key.
 */
export interface Envelope<
  Body extends BodyWithPapers = BodyWithPapers,
  Photo extends EnvelopePhoto = EnvelopePhoto,
> {
  /** Of the draft it was made from, which stays where it is until the receipt. */
  draftId: string
  /** Idempotency key, made before the first send. */
  key: string
  /** Names each photo by its `clientId`. */
  body: Body
  photos: readonly Photo[]
  /** A send has begun: the server may have it, and only the same may go again under the key. */
  maybeSent: boolean
  /** The server has said no: nothing was filed, and the family has to look. */
  refusal?: Refusal
}

/** @returns the photos the server does not have yet */
export function photosMissing<Photo extends EnvelopePhoto>({
  photos,
}: {
  photos: readonly Photo[]
}): readonly Photo[] {
  return photos.filter(({ attachmentId }) => attachmentId === undefined)
}

/** @returns the envelope that knows under which id the server keeps a photo */
export function withAttachment<One extends Envelope>(
  envelope: One,
  clientId: string,
  attachmentId: string,
): One {
  const photos = envelope.photos.map((photo) =>
    photo.clientId === clientId ? { ...photo, attachmentId } : photo,
  )
  return { ...envelope, photos }
}

/** @returns the body as it is sent, or nothing while a photo has not arrived: nothing partial is ever sent */
export function bodyToSend<Body extends BodyWithPapers>(envelope: Envelope<Body>): Body | undefined {
  if (photosMissing(envelope).length > 0) return undefined
  const idOf = (clientId: string) =>
    envelope.photos.filter((photo) => photo.clientId === clientId)[0]?.attachmentId ?? clientId
  const papers = envelope.body.papers.map(({ paper, attachmentIds }) => ({
    paper,
    attachmentIds: attachmentIds.map(idOf),
  }))
  return { ...envelope.body, papers }
}

/** Whether the family may go on changing it: the server has none of it, or has said no. */
export function mayTakeBack({ maybeSent, refusal }: Envelope): boolean {
  return !maybeSent || refusal !== undefined
}
