import type { FastifyRequest } from 'fastify'
import { GateFull } from '../gate'
import type { Limits } from '../limits'
import { uploadLimits } from './upload'

/** Beside the photo: fields, names, boundaries. */
const fieldBytes = 16 * 1024

/**
 * How much of uploads may be in memory at once, in this process. A photo is held from its first byte until it is stored,
 * so thirty phones with 8 MB each would be 240 MB; what does not fit is refused before a byte is read.
 */
export class UploadRoom {
  private taken = 0
  private readonly ofAccount = new Map<string, number>()

  constructor(private readonly limits: Limits['uploadsInFlight']) {}

  /**
   * @param work reads the body and stores the photo
   * @throws GateFull when there is no room, or the account has too many uploads running
   */
  async hold<T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const accountId = request.session?.accountId ?? ''
    const [bytes, running] = [roomFor(request), this.ofAccount.get(accountId) ?? 0]
    if (this.taken + bytes > this.limits.bytes || running >= this.limits.perAccount) throw new GateFull()
    this.taken += bytes
    this.ofAccount.set(accountId, running + 1)
    try {
      return await work()
    } finally {
      this.taken -= bytes
      const left = (this.ofAccount.get(accountId) ?? 1) - 1
      if (left > 0) this.ofAccount.set(accountId, left)
      else this.ofAccount.delete(accountId)
    }
  }
}

/** What was announced; what announces nothing may grow to the limit. Never more is read than the limit. */
function roomFor({ headers }: FastifyRequest): number {
  const most = uploadLimits.fileSize + fieldBytes
  const announced = Number(headers['content-length'] ?? NaN)
  return announced > 0 ? Math.min(announced, most) : most
}
