import { NoAnswers } from '../NoAnswers'

export default function AheadPage() {
  return <NoAnswers />
}
