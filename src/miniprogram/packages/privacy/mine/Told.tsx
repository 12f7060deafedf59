import { Notice } from '@/ui/Notice'
import { type Act, type Rights } from '../useRights'

/** How an act ended, beside the button it was asked with. */
export function Told({ act, rights: { outcome } }: { act: Act; rights: Rights }) {
  return outcome?.act === act ? <Notice kind={outcome.kind} title={outcome.words} urgent /> : null
}
