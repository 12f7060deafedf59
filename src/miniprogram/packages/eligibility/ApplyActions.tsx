import { type EntitlementCode } from '@domain/policy/provisions'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { item as texts } from './resultTexts'

/** For what the phone can hand in: the papers, and the application. */
export function ApplyActions({ code, isSure }: { code: EntitlementCode; isSure: boolean }) {
  return (
    <>
      <Button kind="plain" onPress={() => open('service', { code })}>
        {texts.seePapers}
      </Button>
      <Button kind={isSure ? 'main' : 'plain'} onPress={() => open('start', { from: 'check' })}>
        {texts.apply}
      </Button>
    </>
  )
}
