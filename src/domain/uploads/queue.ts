/** Photos on their way at the same time; a third would only make all of them slower. Source: experience §5. */
export const uploadsAtOnce = 2

/** Milliseconds before the next try; the last one stays. A lift, a tunnel, a dead spot, a village. */
export const uploadPauses: readonly number[] = [5_000, 15_000, 45_000, 120_000]

/** Progress is told in steps: each one is drawn, and drawing costs a cheap phone more than sending. */
export const percentStep = 20

interface Common {
  /** UUID made by the phone; the server knows the photo by it. */
  id: string
  /** Tries that came to nothing, up to the last pause. */
  tries: number
  /** The server has called the session over since the last pause: a second time is no reason to sign in again. */
  wasSignedOut: boolean
}

/**
 * Where one photo is. `waiting`: for its turn, a session, or the program to be in front. `pausing`: a try came to
 * nothing, the next one comes by itself. `stuck`: only a person can go on.
 */
export type QueuedPhoto = Common &
  (
    | { is: 'waiting' }
    | { is: 'sending'; attempt: number; session: number; percent: number }
    | { is: 'pausing'; words: string }
    | { is: 'stuck'; words: string }
    | { is: 'received' }
  )

export interface Queue {
  /** In the order they came. */
  photos: readonly QueuedPhoto[]
  session: 'none' | 'asking' | 'held'
  /** Which session it is: an answer to an earlier one says nothing about this. */
  sessionNumber: number
  /** The program is in the background, where what is begun will be cut off. */
  isAway: boolean
  /** Number of the last send: an answer to an earlier one says nothing any more. */
  lastAttempt: number
}

/** What came of one send. */
export type UploadAnswer<Receipt> =
  /** The server holds exactly what this phone sent. */
  | { is: 'received'; receipt: Receipt }
  /** Nothing certain came back, or the server asks to come again: the same photo goes again. */
  | { is: 'later'; words: string }
  /** No, and it stays no. */
  | { is: 'refused'; words: string }
  | { is: 'signedOut'; words: string }

export type UploadEvent<Receipt> =
  | { is: 'added'; id: string }
  | { is: 'removed'; id: string }
  | { is: 'progressed'; id: string; attempt: number; percent: number }
  | { is: 'answered'; id: string; attempt: number; answer: UploadAnswer<Receipt> }
  | { is: 'signedIn' }
  | { is: 'notSignedIn'; words: string; mayHelpLater: boolean }
  /** The pause of this photo is over. */
  | { is: 'woken'; id: string }
  /** The net is back, or a page of photos has opened. */
  | { is: 'hopeful' }
  | { is: 'left' }
  | { is: 'cameBack' }
  /** 再传一次 */
  | { is: 'retried'; id: string }

export type UploadCommand<Receipt> =
  | { do: 'send'; id: string; attempt: number }
  | { do: 'abort'; id: string }
  /** One timer a photo; `calm` takes it away before it has fired. */
  | { do: 'wakeAfter'; id: string; milliseconds: number }
  | { do: 'calm'; id: string }
  | { do: 'signIn' }
  /** Whoever holds the photo marks it as received; its file need not be sent again. */
  | { do: 'confirm'; id: string; receipt: Receipt }

export const emptyQueue: Queue = {
  photos: [],
  session: 'none',
  sessionNumber: 0,
  isAway: false,
  lastAttempt: 0,
}
