import type { PolicySettings } from '@domain/policy/settings'
import type { SettingKey } from '@domain/policy/settingKeys'
import { services, type ServiceCode } from './catalogue'

type Place = 'street' | 'district' | 'whole'

const placeWords: Record<Place, string> = {
  street: '街道（镇）核对',
  district: '区里确认',
  whole: '从受理到答复',
}

/**
 * How long a matter may take, line by line: the law's time with the law, published times, times that are assumed with
 * where they come from; of what is not published nothing but the note.
 * @param settings those in force
 */
export function howLong(service: ServiceCode, settings: PolicySettings): string[] {
  const { law, note, ...keys } = services[service].limits
  const told = (Object.keys(placeWords) as Place[]).reduce<string[]>(
    (lines, place) => lines.concat(timeOf(place, keys[place], settings)),
    law ? [`最长${law.days}日（${law.basis}）。`] : [],
  )
  return told.concat(note)
}

function timeOf(place: Place, key: SettingKey | undefined, settings: PolicySettings): string[] {
  if (key === undefined) return []
  const { value, state, source } = settings[key]
  if (value === null) return []
  const time = `${placeWords[place]}，最长${String(value)}个工作日。`
  return state === 'published' ? [time] : [`${time}出处：${source ?? ''}。`]
}
