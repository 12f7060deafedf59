import { useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { divisionName } from '@domain/divisions/division'
import { AreaPicker } from '@/ui/AreaPicker'
import { Choice } from '@/ui/Choice'
import { unknownValue } from '@/ui/Choice/selection'
import { Field } from '@/ui/Field'
import { areaOf, areaOptions, hasMore, otherProvince, otherProvinces, streetOptions } from '../../places'
import { place as texts } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { goTo } from '../position'
import { messageOf } from '../useFormPage'

type Which = 'hukou' | 'residence'
type PlacePageProps = FormPageProps & { draft: Draft; which: Which }

const setPlace = (which: Which, code: string | undefined) => (draft: Draft) => {
  const { [which]: _, ...others } = draft.child
  return { ...draft, child: code === undefined ? others : { ...others, [which]: code } }
}

/** Where the child is registered, or lives: first the district, then its street on a page of its own. */
export function PlacePage(props: PlacePageProps) {
  const { area } = props.position
  if (area === undefined) return <AreaPage {...props} />
  return area === otherProvince ? <ProvincePage {...props} /> : <StreetPage {...props} area={area} />
}

function AreaPage({ draft, which, position, work }: PlacePageProps) {
  const stored = draft.child[which]
  const [area, setArea] = useState(() => areaOf(stored))
  const choose = (chosen: string) => {
    setArea(chosen)
    if (chosen !== areaOf(stored)) work.change(setPlace(which, chosen === otherProvince ? undefined : chosen))
  }
  const next = () => (area !== undefined && hasMore(area) ? goTo(position.step, area) : work.next())
  const error = messageOf(work.problems, `child.${which}`)
  return (
    <FormScreen position={position} work={{ ...work, next }}>
      <Field question={position.step.title} questionIsTitle help={texts.help[which]} error={error}>
        <Choice options={areaOptions} value={area} onChange={choose} />
      </Field>
    </FormScreen>
  )
}

function StreetPage({ draft, which, position, work, area }: PlacePageProps & { area: string }) {
  const stored = draft.child[which]
  const [isUnknown, setUnknown] = useState(false)
  const title = texts.whichStreet(divisionName(area) ?? '')
  const choose = (chosen: string) => {
    setUnknown(chosen === unknownValue)
    work.change(setPlace(which, chosen === unknownValue ? area : chosen))
  }
  // The district alone is an answer, but only when the family says that it does not know the street.
  const isOpen = stored === area && !isUnknown
  const next = () =>
    isOpen ? work.complain([{ field: `child.${which}`, message: texts.noStreet }]) : work.next()
  const error = messageOf(work.problems, `child.${which}`)
  return (
    <FormScreen position={position} work={{ ...work, next, back: () => goTo(position.step) }} title={title}>
      <Field question={title} questionIsTitle help={texts.streetHelp} error={error}>
        <Choice
          options={streetOptions(area)}
          unknown={texts.unknown}
          value={isUnknown ? unknownValue : stored}
          onChange={choose}
        />
      </Field>
    </FormScreen>
  )
}

function ProvincePage({ draft, which, position, work }: PlacePageProps) {
  const error = messageOf(work.problems, `child.${which}`)
  return (
    <FormScreen
      position={position}
      work={{ ...work, back: () => goTo(position.step) }}
      title={texts.whichProvince}
    >
      <Field question={texts.whichProvince} questionIsTitle error={error}>
        <AreaPicker
          areas={otherProvinces}
          value={draft.child[which]}
          onChange={(code) => work.change(setPlace(which, code))}
        />
      </Field>
    </FormScreen>
  )
}
