import { createContext, useContext } from 'react'
import { type Meaning } from '../accessible'

/** What a control inside a Field needs to be announced properly. */
export interface FieldMeaning {
  question?: string
  describedBy?: string
  invalid?: boolean
  required?: boolean
}

export const FieldContext = createContext<FieldMeaning>({})

/**
 * Name, description and state of the control inside a Field.
 * @param label name of its own, e.g. 年 in a date; read after the question
 */
export function useFieldMeaning(label?: string): Meaning {
  const { question, describedBy, invalid, required } = useContext(FieldContext)
  return { label: label ?? question, describedBy, invalid: invalid ?? false, required }
}
