import { type ServiceCode } from '@domain/services/catalogue'
import { open } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { item as texts } from './resultTexts'

/** For what the phone can hand in: the papers, and the application. */
export function ApplyActions({ service, isSure }: { service: ServiceCode; isSure: boolean }) {
  return (
    <>
      <Button kind="plain" onPress={() => open('service', { service, from: 'check' })}>
        {texts.seePapers}
      </Button>
      <Button kind={isSure ? 'main' : 'plain'} onPress={() => open('start', { service, from: 'check' })}>
        {texts.apply}
      </Button>
    </>
  )
}
