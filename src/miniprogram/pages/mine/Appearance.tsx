import { fontScales, usePreferences, type Appearance } from '@/stores/preferences'
import { Choice } from '@/ui/Choice'
import { Section } from '@/ui/Section'
import { texts } from './texts'

const sizes = fontScales.map((scale, index) => ({ value: String(scale), words: texts.sizes[index] ?? '' }))
const looks = [
  { value: 'standard', words: texts.standard },
  { value: 'elder', words: texts.elder, note: texts.elderNote },
]

/** The size that is in use, in the list: the largest that is not larger than the scale of the phone. */
function sizeInUse(scale: number): string {
  return String(fontScales.reduce((found, each) => (each <= scale ? each : found)))
}

/** 字号 and 长辈版; the page changes with the tap. */
export function AppearanceChoices({ fontScale, elder }: Appearance) {
  const choose = usePreferences((state) => state.choose)
  const chooseSize = (value: string) =>
    choose({ fontScale: fontScales.find((scale) => String(scale) === value) })
  return (
    <>
      <Section title={texts.size}>
        <Choice label={texts.size} options={sizes} value={sizeInUse(fontScale)} onChange={chooseSize} />
      </Section>
      <Section title={texts.look}>
        <Choice
          label={texts.look}
          options={looks}
          value={elder ? 'elder' : 'standard'}
          onChange={(value) => choose({ elder: value === 'elder' })}
        />
      </Section>
    </>
  )
}
