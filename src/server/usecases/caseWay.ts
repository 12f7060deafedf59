import { services } from '@domain/services/catalogue'
import type { CaseWay } from '@domain/tracking/words'
import type { ApplicationRow } from '../store/applications'

/** What the machine and the words of a stored case depend on. */
export function wayOf({ procedure, service }: Pick<ApplicationRow, 'procedure' | 'service'>): CaseWay {
  return { procedure, kind: services[service].kind }
}
