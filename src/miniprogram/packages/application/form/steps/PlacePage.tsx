import { useState } from 'react'
import { type Draft } from '@domain/application/draft'
import { isWuhai } from '@domain/divisions/division'
import { findDivisions } from '@domain/divisions/findDivisions'
import { AreaPicker } from '@/ui/AreaPicker'
import { type Area } from '@/ui/AreaPicker/area'
import { Button } from '@/ui/Button'
import { unknownValue } from '@/ui/Choice/selection'
import { Field } from '@/ui/Field'
import { areasIn, listAbove, otherProvince, pageOf, pagesOf, questionIn, rowOf } from '../../places'
import { place as texts } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'
import { goTo } from '../position'
import { messageOf } from '../useFormPage'

type Which = 'hukou' | 'residence'
type PlacePageProps = FormPageProps & { draft: Draft; which: Which }

const setPlace = (which: Which, code: string | undefined) => (draft: Draft) => {
  const { [which]: _, ...others } = draft.child
  const isPlace = code !== undefined && code !== otherProvince
  return { ...draft, child: isPlace ? { ...others, [which]: code } : others }
}

/**
 * Where the child is registered, or lives: the first list, then what lies in the chosen row on a page of its own, down
 * to the street in 乌海 and the county elsewhere. The upper level alone is an answer, but only when the family says that
 * it does not know the lower one.
 */
export function PlacePage({ draft, which, position, work }: PlacePageProps) {
  const { step, list } = position
  const area = list?.area
  const stored = draft.child[which]
  const areas = areasIn(area)
  const pages = pagesOf(areas)
  const [chosen, setChosen] = useState(() => rowOf(areas, stored))
  const [page] = useState(() => list?.page ?? pageOf(pages, chosen))
  const title = area === undefined ? step.title : questionIn(area)
  // Nothing lies above the provinces: not to know the province is no answer.
  const upper = area === otherProvince ? undefined : area
  const choose = (code: string) => {
    // The row that is chosen already may lead to a place further down.
    if (code === chosen) return
    setChosen(code)
    work.change(setPlace(which, code === unknownValue ? upper : code))
  }
  const next = () => {
    if (chosen === undefined && upper !== undefined && stored === upper)
      return work.complain([{ field: `child.${which}`, message: texts.noRow }])
    return chosen !== undefined && areasIn(chosen).length > 0 ? goTo(step, { area: chosen }) : work.next()
  }
  const back = () => {
    if (area === undefined) return work.back()
    if (page > 0) return goTo(step, { area, page: page - 1 })
    const above = listAbove(area)
    return goTo(step, above === undefined ? undefined : { area: above })
  }
  return (
    <FormScreen position={position} work={{ ...work, next, back }} title={title}>
      <Field
        question={title}
        questionIsTitle
        help={upper === undefined ? texts.help[which] : texts.listHelp}
        error={messageOf(work.problems, `child.${which}`)}
      >
        <AreaPicker
          areas={pages[page] ?? []}
          value={chosen}
          onChange={choose}
          find={area === undefined || isWuhai(area) ? undefined : findDivisions}
          more={
            area !== undefined &&
            pages.length > 1 && (
              <OtherRows pages={pages} page={page} onPress={(other) => goTo(step, { area, page: other })} />
            )
          }
          unknown={upper === undefined ? undefined : texts.unknown}
        />
      </Field>
    </FormScreen>
  )
}

interface OtherRowsProps {
  pages: readonly (readonly Area[])[]
  page: number
  onPress: (page: number) => unknown
}

/** Leads to the rest of a list, a page of its own as well: a tap sends no rows to the one that is open. */
function OtherRows({ pages, page, onPress }: OtherRowsProps) {
  const other = (page + 1) % pages.length
  return (
    <Button kind="plain" onPress={() => onPress(other)}>
      {texts.others(pages[other]?.length ?? 0)}
    </Button>
  )
}
