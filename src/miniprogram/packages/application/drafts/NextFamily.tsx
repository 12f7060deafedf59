import { leave } from '@/platform/leaving'
import { nextFamily } from '@/stores/clearing'
import { Button } from '@/ui/Button'
import { Paragraph } from '@/ui/Paragraph'
import { drafts as texts } from './texts'

const go = () => {
  nextFamily()
  leave()
}

/** 换下一家, for whoever fills in for several: nothing of this family stays on the screen, nor behind it. */
export function NextFamily() {
  return (
    <>
      <Button kind="plain" onPress={go}>
        {texts.nextFamily}
      </Button>
      <Paragraph tone="quiet">{texts.nextFamilyMore}</Paragraph>
    </>
  )
}
